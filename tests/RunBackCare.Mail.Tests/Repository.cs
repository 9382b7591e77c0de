namespace RunBackCare.Mail.Tests;

/// <summary>The files as they stand in the repository, so that a test reads what an editor would change.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Templates => Path.Combine(Root, "templates");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RunBackCare.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No RunBackCare.sln above {AppContext.BaseDirectory}.");
    }
}
