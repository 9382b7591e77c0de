using RunBackCare.Mail.Content;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>The content that travels with the program, read once.</summary>
internal static class RepositoryLibrary
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "templates", "content");

    public static Library Library { get; } = LibraryReader.Read(Folder).Require();
}
