using RunBackCare.Mail.Content;
using RunBackCare.Planning.Content;

namespace RunBackCare.Planning.Tests;

/// <summary>The library that people get, read once from the repository's own files.</summary>
internal static class TestLibrary
{
    public static Library Library { get; } = Read();

    private static Library Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RunBackCare.sln")))
        {
            folder = folder.Parent;
        }

        return LibraryReader.Read(Path.Combine(folder!.FullName, "templates", "content")).Require();
    }
}
