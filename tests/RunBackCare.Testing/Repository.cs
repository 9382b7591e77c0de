namespace RunBackCare.Testing;

/// <summary>The working copy that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string Templates => File("templates");

    public static string Content => File("templates", "content");

    public static string File(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    /// <summary>A program of another project, built in the same configuration as the tests that ask.</summary>
    public static string BuiltProgram(string folder, string project, string program)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return File(folder, project, "bin", output.Parent!.Name, output.Name, program);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "RunBackCare.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside their repository: RunBackCare.sln is in no folder above them.");
    }
}
