using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Worker.Tests.MailServers;

public sealed class PostfixAndDovecotTests
{
    private const string Reply = "reply";

    [Fact]
    public async Task A_mail_to_a_token_lands_in_the_mailbox_before_the_plus()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var postfix = await Postfix.StartAsync(dovecot);
        await SendAsync(postfix, "ann@example.org", "reply+abc@reply.example.org");

        var mail = Assert.Single(await MailsAsync(dovecot, Reply, atLeast: 1));
        Assert.Equal("2, all done", mail.TextBody?.Trim());
        Assert.Equal("reply+abc@reply.example.org", mail.Headers["Delivered-To"] ?? mail.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task What_cannot_be_delivered_comes_back_to_the_sender_of_its_envelope()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var postfix = await Postfix.StartAsync(dovecot);
        await using var far = await SmtpSink.StartAsync(new() { Refuses = ("rcpt", "550 5.1.1 no such user") });
        await postfix.RouteAsync("far.example.net", far.Port);
        await SendAsync(postfix, "bounce+abc@reply.example.org", "gone@far.example.net");

        var bounce = Assert.Single(await MailsAsync(dovecot, "bounce", atLeast: 1));
        var report = Assert.IsType<MultipartReport>(bounce.Body);
        Assert.Equal("delivery-status", report.ReportType);
        Assert.Contains("5.1.1", report.OfType<MessageDeliveryStatus>().Single().StatusGroups[1]["Diagnostic-Code"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_outlive_a_restart_and_get_other_numbers_when_it_forgets_them()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var postfix = await Postfix.StartAsync(dovecot);
        await SendAsync(postfix, "ann@example.org", "reply+abc@reply.example.org");
        await MailsAsync(dovecot, Reply, atLeast: 1);
        var before = await ValidityAsync(dovecot);

        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken); // UIDVALIDITY is a moment in seconds.
        await dovecot.RenumberAsync(Reply);

        Assert.NotEqual(before, await ValidityAsync(dovecot));
        Assert.Single(await MailsAsync(dovecot, Reply, atLeast: 1));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var dovecot = await Dovecot.StartAsync();
        using var client = new ImapClient();
        await client.ConnectAsync(Dovecot.Host, dovecot.ImapPort, SecureSocketOptions.None, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<MailKit.Security.AuthenticationException>(() => client.AuthenticateAsync(Reply, "guess", TestContext.Current.CancellationToken));
    }

    private static async Task SendAsync(Postfix postfix, string from, string to)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(Postfix.Host, postfix.Port, SecureSocketOptions.None);
        var mail = new MimeMessage([new MailboxAddress("Ann", from)], [new MailboxAddress("", to)], "Re: Your week", new TextPart("plain") { Text = "2, all done\r\n" });
        await client.SendAsync(mail);
        await client.DisconnectAsync(quit: true);
    }

    private static async Task<IReadOnlyList<MimeMessage>> MailsAsync(Dovecot dovecot, string user, int atLeast)
    {
        List<MimeMessage> mails = [];
        await Wait.UntilAsync(
            "the mail is in the mailbox",
            async () =>
            {
                mails.Clear();
                using var client = await OpenAsync(dovecot, user);
                for (var number = 0; number < client.Inbox.Count; number++)
                {
                    mails.Add(await client.Inbox.GetMessageAsync(number));
                }

                await client.DisconnectAsync(quit: true);
                return mails.Count >= atLeast;
            });
        return mails;
    }

    private static async Task<uint> ValidityAsync(Dovecot dovecot)
    {
        using var client = await OpenAsync(dovecot, Reply);
        return client.Inbox.UidValidity;
    }

    private static async Task<ImapClient> OpenAsync(Dovecot dovecot, string user)
    {
        var client = new ImapClient();
        await client.ConnectAsync(Dovecot.Host, dovecot.ImapPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(user, Dovecot.Password);
        await client.Inbox.OpenAsync(FolderAccess.ReadOnly);
        return client;
    }
}
