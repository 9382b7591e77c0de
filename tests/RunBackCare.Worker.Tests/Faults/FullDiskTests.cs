using System.Diagnostics;
using MimeKit;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Tests.Delivery;

namespace RunBackCare.Worker.Tests.Faults;

/// <summary>A pickup folder on a disk of its own, too small for the mails.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Mails = 40;

    private readonly string _disk = Directory.CreateTempSubdirectory("runbackcare-disk-").FullName;

    [Fact]
    public async Task A_full_disk_is_named_and_when_there_is_room_again_each_mail_is_there_once_and_whole()
    {
        Assert.SkipUnless(Mount("-t", "tmpfs", "-o", "size=256k", "tmpfs", _disk), "Only root may mount a small disk, and this place may not.");
        await using var office = await PostOffice.OpenAsync(("Pickup:Folder", Folder));
        office.Get<HandWrittenLetters>().Lines = 1000;
        var rows = await office.QueueAsync(Mails);

        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);

        Assert.Contains($"{Folder} cannot be written to: ", failure.Message, StringComparison.Ordinal);
        var sent = (await office.RowsAsync()).Where(row => row.State == DeliveryState.Sent).Select(row => row.MessageId).ToList();
        Assert.InRange(sent.Count, 1, Mails - 1);
        Assert.Equal(sent.Order(), WholeMails().Order());

        Assert.True(Mount("-o", "remount,size=64m", _disk));
        await office.LaterAsync();
        await office.SendAsync();
        Assert.Equal(rows.Select(row => row.MessageId).Order(), WholeMails().Order());
        Assert.Equal(Mails, Directory.GetFileSystemEntries(Folder).Length);
    }

    public void Dispose()
    {
        Run("umount", _disk);
        Directory.Delete(_disk, recursive: true);
    }

    private string Folder => Path.Combine(_disk, "mail");

    private static bool Mount(params string[] arguments) => Environment.IsPrivilegedProcess && Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>Message-IDs of the mails that have their last line.</summary>
    private IEnumerable<string> WholeMails() => Directory.GetFiles(Folder, "*.eml")
        .Select(file => MimeMessage.Load(file))
        .Where(mail => mail.TextBody!.TrimEnd().EndsWith("line 1000", StringComparison.Ordinal))
        .Select(mail => mail.MessageId!);
}
