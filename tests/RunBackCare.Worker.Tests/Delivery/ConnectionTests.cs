using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Transports;

namespace RunBackCare.Worker.Tests.Delivery;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_connection_carries_many_mails_but_no_more_than_it_may()
    {
        await using var server = new ScriptedSmtpServer();
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:Lanes", 1), ("Smtp:MessagesPerConnection", 10));
        await office.QueueAsync(35);

        Assert.Equal(new() { Sent = 35 }, await office.SendAsync());
        Assert.Equal((4, 10), (server.Connections, server.MostMailsOfAConnection));
    }

    [Fact]
    public async Task Every_connection_says_goodbye()
    {
        await using var server = new ScriptedSmtpServer();
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:MessagesPerConnection", 10));
        await office.QueueAsync(35);
        await office.SendAsync();

        Assert.Equal(server.Connections, server.Quits);
    }

    [Fact]
    public void A_lanes_socket_does_not_wait_for_acknowledgements()
    {
        using var socket = SmtpLane.NewSocket();

        Assert.True(socket.NoDelay);
    }

    [Fact]
    public async Task A_dead_server_costs_one_look_a_lane_and_no_attempt()
    {
        await using var office = await PostOffice.ForServerAsync(Ports.Free(), ("Smtp:Lanes", 2), ("Delivery:ClaimSize", 5));
        await office.QueueAsync(40);

        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);

        Assert.Contains("cannot be used", failure.Message, StringComparison.Ordinal);
        var rows = await office.RowsAsync();
        Assert.Equal(0, rows.Sum(row => row.Attempts));
        Assert.Equal(5, rows.Count(row => row.State == DeliveryState.Deferred && row.LastError!.Contains("cannot be used", StringComparison.Ordinal)));
        Assert.Equal(35, rows.Count(row => row.State == DeliveryState.Queued));
    }

    [Fact]
    public async Task A_server_that_hangs_up_on_everybody_is_left_alone_after_three()
    {
        await using var sink = await SmtpSink.StartAsync(new() { ClosesAt = "data" });
        await using var office = await PostOffice.ForServerAsync(sink.Port, ("Smtp:Lanes", 1), ("Delivery:ClaimSize", 2));
        await office.QueueAsync(20);

        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);

        Assert.Equal(new() { Deferred = 3, MoreWaiting = true }, failure.Outcome);
        Assert.StartsWith("Mail waits: 421 ", failure.Message, StringComparison.Ordinal);
        Assert.Equal(17, (await office.RowsAsync()).Count(row => row is { State: DeliveryState.Queued, Attempts: 0, Lease: null }));
    }

    [Fact]
    public async Task A_session_that_the_server_ended_between_two_mails_costs_no_mail_its_attempt()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        await using var lane = office.Get<IMailTransport>().CreateLane();

        Assert.IsType<SendResult.Accepted>(await lane.SendAsync(Guid.NewGuid(), LetterTo("ann@example.org"), default));
        await sink.BehaveAsync(SinkBehaviour.TakesEverything);
        Assert.IsType<SendResult.Accepted>(await lane.SendAsync(Guid.NewGuid(), LetterTo("ben@example.org"), default));
        Assert.Equal(2, sink.Count);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("two@example.org, addresses@example.org")]
    [InlineData("jürgen@example.org")]
    public async Task An_address_that_this_server_cannot_write_to_is_refused_and_the_lane_lives(string address)
    {
        await using var server = new ScriptedSmtpServer();
        await using var office = await PostOffice.ForServerAsync(server.Port);
        await using var lane = office.Get<IMailTransport>().CreateLane();

        Assert.IsType<SendResult.Refused>(await lane.SendAsync(Guid.NewGuid(), LetterTo(address), default));
        Assert.IsType<SendResult.Accepted>(await lane.SendAsync(Guid.NewGuid(), LetterTo("ann@example.org"), default));
        Assert.Equal("ann@example.org", server.Mails.Single().Recipients.Single());
    }

    [Theory]
    [InlineData(true, "tls")]
    [InlineData(false, "starttls")]
    public async Task Mail_goes_encrypted_and_with_a_password_where_the_server_wants_it(bool fromTheStart, string tls)
    {
        using var authority = TestCertificate.Create();
        await using var server = new ScriptedSmtpServer { Certificate = authority.ForLocalhost, TlsFromTheStart = fromTheStart, Account = ("mailer", "sécret") };
        await using var office = await PostOffice.OpenAsync(
            ("Smtp:Host", "localhost"), ("Smtp:Port", server.Port), ("Smtp:Tls", tls), ("Smtp:AuthorityFile", authority.File), ("Smtp:User", "mailer"), ("Smtp:Password", "sécret"));
        await office.QueueAsync(3);

        Assert.Equal(new() { Sent = 3 }, await office.SendAsync());
        Assert.All(server.Logins, user => Assert.Equal("mailer", user));
        Assert.NotEmpty(server.Logins);
    }

    [Fact]
    public async Task A_wrong_password_stops_the_run_and_is_named()
    {
        using var authority = TestCertificate.Create();
        await using var server = new ScriptedSmtpServer { Certificate = authority.ForLocalhost, Account = ("mailer", "secret") };
        await using var office = await PostOffice.OpenAsync(
            ("Smtp:Host", "localhost"), ("Smtp:Port", server.Port), ("Smtp:Tls", "starttls"), ("Smtp:AuthorityFile", authority.File), ("Smtp:User", "mailer"), ("Smtp:Password", "old"));
        await office.QueueAsync(3);

        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);

        Assert.Contains("refuses RunBackCare:Smtp:User or :Password", failure.Message, StringComparison.Ordinal);
        Assert.All(await office.RowsAsync(), row => Assert.Equal((DeliveryState.Deferred, 0), (row.State, row.Attempts)));
    }

    [Fact]
    public async Task An_unknown_certificate_is_not_trusted()
    {
        using var authority = TestCertificate.Create();
        await using var server = new ScriptedSmtpServer { Certificate = authority.ForLocalhost };
        await using var office = await PostOffice.OpenAsync(("Smtp:Host", "localhost"), ("Smtp:Port", server.Port), ("Smtp:Tls", "starttls"));
        await office.QueueAsync(1);

        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);

        Assert.Contains("no certificate we trust", failure.Message, StringComparison.Ordinal);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Encryption_that_is_asked_for_is_never_done_without()
    {
        await using var server = new ScriptedSmtpServer();
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:Tls", "starttls"));
        await office.QueueAsync(1);

        await Assert.ThrowsAsync<MailServerException>(office.SendAsync);
        Assert.Empty(server.Mails);
    }

    private static Letter LetterTo(string address)
    {
        var message = new MimeMessage { Subject = "A letter", Body = new TextPart("plain") { Text = "Hello" } };
        message.From.Add(new MailboxAddress("RunBackCare", "plans@example.org"));
        return new(message, "bounce+1@bounce.example.org", address);
    }
}
