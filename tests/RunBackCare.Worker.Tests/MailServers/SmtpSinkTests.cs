using System.Net.Sockets;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using RunBackCare.Testing.MailServers;

namespace RunBackCare.Worker.Tests.MailServers;

public sealed class SmtpSinkTests
{
    private const string Body = "Hello\r\n.a line that begins with a dot\r\nFrom here: grüße\r\n";

    [Fact]
    public async Task It_keeps_each_mail_with_its_envelope()
    {
        await using var sink = await SmtpSink.StartAsync();
        await SendAsync(sink, "bounce+abc@mail.example.org", "ann@example.org", "bo@example.net");

        var mail = Assert.Single(sink.Mails);
        Assert.Equal("bounce+abc@mail.example.org", mail.From);
        Assert.Equal(["ann@example.org", "bo@example.net"], mail.Recipients);
        Assert.Equal("Your week", mail.Message().Subject);
        Assert.Equal(Body.ReplaceLineEndings("\n"), mail.Message().TextBody?.ReplaceLineEndings("\n"));
        Assert.StartsWith("From: ", Encoding.Latin1.GetString([.. mail.Raw]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_with_the_reply_it_was_given()
    {
        await using var sink = await SmtpSink.StartAsync(new() { Refuses = ("rcpt", "550 5.1.1 no such user") });

        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(sink, "a@example.org", "b@example.org"));
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, refusal.StatusCode);
        Assert.Empty(sink.Mails);
    }

    [Fact]
    public async Task It_defers_and_then_takes_the_mail_on_the_same_port()
    {
        await using var sink = await SmtpSink.StartAsync(new() { Defers = ("rcpt", "452 4.2.2 mailbox full") });
        var port = sink.Port;
        var deferral = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(sink, "a@example.org", "b@example.org"));
        await sink.BehaveAsync(SinkBehaviour.TakesEverything);
        await SendAsync(sink, "a@example.org", "b@example.org");

        Assert.Equal(452, (int)deferral.StatusCode);
        Assert.Equal(port, sink.Port);
        Assert.Equal(1, sink.Count);
    }

    [Theory]
    [InlineData(".", null)]
    [InlineData(null, "data")]
    public async Task It_hangs_up_when_told(string? hangsUpAfter, string? closesAt)
    {
        await using var sink = await SmtpSink.StartAsync(new() { HangsUpAfter = hangsUpAfter, ClosesAt = closesAt });

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(sink, "a@example.org", "b@example.org"));
    }

    [Fact]
    public async Task It_keeps_its_mails_when_nobody_listens_any_more()
    {
        await using var sink = await SmtpSink.StartAsync();
        await SendAsync(sink, "a@example.org", "b@example.org");
        await sink.StopAsync();

        await Assert.ThrowsAsync<SocketException>(() => SendAsync(sink, "a@example.org", "b@example.org"));
        Assert.Equal(1, sink.Count);
    }

    private static async Task SendAsync(SmtpSink sink, string from, params string[] to)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(SmtpSink.Host, sink.Port, SecureSocketOptions.None);
        var message = new MimeMessage([new MailboxAddress("Coach", "coach@example.org")], [], "Your week", new TextPart("plain") { Text = Body });
        await client.SendAsync(message, new MailboxAddress("", from), to.Select(address => new MailboxAddress("", address)));
        await client.DisconnectAsync(quit: true);
    }
}
