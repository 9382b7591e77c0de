using System.Collections.Immutable;
using MimeKit;

namespace RunBackCare.Testing.MailServers;

/// <summary>A pickup folder of one test, deleted with it.</summary>
public sealed class TestMailFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-mail-");

    public string Path => _folder.FullName;

    /// <summary>Finished mails, by name; a mail that is still being written has another ending.</summary>
    public ImmutableArray<string> Files => [.. _folder.GetFiles("*.eml").Select(file => file.FullName).Order(StringComparer.Ordinal)];

    public ImmutableArray<MimeMessage> Messages => [.. Files.Select(file => MimeMessage.Load(file))];

    public void Dispose() => _folder.Delete(recursive: true);
}
