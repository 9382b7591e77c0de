namespace RunBackCare.Testing;

/// <summary>Where the repository lies, for tests that read or run what is not copied beside them (scripts, samples, the templates an editor changes).</summary>
public static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Templates => Path.Combine(Root, "templates");

    public static string Content => Path.Combine(Templates, "content");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RunBackCare.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds RunBackCare.sln; run the tests from within the repository.");
    }
}
