using MimeKit;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Tests.Delivery;

public sealed class PickupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-pickup-");

    [Fact]
    public async Task Each_mail_becomes_a_file_named_after_its_row_and_keeps_its_envelope()
    {
        await using var office = await PostOffice.OpenAsync(("Pickup:Folder", Folder));
        var queued = await office.QueueAsync(12);

        Assert.Equal(new() { Sent = 12 }, await office.SendAsync());

        Assert.Equal(queued.Select(row => $"{row.Id}.eml").Order(), Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        Assert.All(queued, row =>
        {
            var mail = MimeMessage.Load(Path.Combine(Folder, $"{row.Id}.eml"), TestContext.Current.CancellationToken);
            Assert.Equal(row.MessageId, mail.MessageId);
            Assert.Equal($"<bounce+{row.SubscriberId}@bounce.example.org>", mail.Headers[HeaderId.ReturnPath]);
            Assert.Equal(mail.To.Mailboxes.Single().Address, mail.Headers["Delivered-To"]);
            Assert.Contains("line 20", mail.TextBody, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_mail_sent_again_after_a_crash_is_the_same_file()
    {
        await using var office = await PostOffice.OpenAsync(("Pickup:Folder", Folder));
        await office.QueueAsync(1);
        await office.SendAsync();
        await office.ExecuteAsync("update outbox set state = 'sending', lease = gen_random_uuid(), lease_until = now() - interval '1 second'");

        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Single(Directory.GetFileSystemEntries(Folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_and_nothing_is_lost()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await using var office = await PostOffice.OpenAsync(("Pickup:Folder", Path.Combine(file, "mail")));
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await office.QueueAsync(2);

        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);

        Assert.Contains(file, failure.Message, StringComparison.Ordinal);
        Assert.All(await office.RowsAsync(), row => Assert.Equal((DeliveryState.Deferred, 0), (row.State, row.Attempts)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Folder => Path.Combine(_folder.FullName, "mail");
}
