using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Delivery;

public sealed class SendingTests
{
    [Fact]
    public async Task Twelve_people_get_twelve_mails_each_under_their_own_envelope()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        var queued = await office.QueueAsync(12);

        var outcome = await office.SendAsync();

        Assert.Equal(new() { Sent = 12 }, outcome);
        Assert.Equal(
            queued.Select(row => ($"bounce+{row.SubscriberId}@bounce.example.org", row.MessageId)).Order(),
            sink.Mails.Select(mail => (mail.From, mail.Message().MessageId!)).Order());
        Assert.All(sink.Mails, mail => Assert.Equal(mail.Message().To.Mailboxes.Select(m => m.Address), mail.Recipients));
        Assert.All(await office.RowsAsync(), row =>
        {
            Assert.Equal((DeliveryState.Sent, 1, null, null), (row.State, row.Attempts, row.Lease, row.LastError));
            Assert.NotNull(row.SentAt);
        });
    }

    [Fact]
    public async Task What_was_sent_is_never_sent_again()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        await office.QueueAsync(3);
        await office.SendAsync();

        Assert.Equal(DeliveryOutcome.None, await office.SendAsync());
        Assert.Equal(3, sink.Count);
    }

    [Fact]
    public async Task The_body_arrives_as_it_was_written_dots_included()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        await office.QueueAsync(1);
        await office.SendAsync();

        Assert.Contains("\n.line 3\n", sink.Mails.Single().Message().TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_refused_recipient_leaves_eleven_sent()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("runner5@example.org", new SmtpFault.Says(SmtpMoment.Recipient, "550 5.1.1 <runner5@example.org>: no such user runner5"));
        await using var office = await PostOffice.ForServerAsync(server.Port);
        var queued = await office.QueueAsync(12);

        Assert.Equal(new() { Sent = 11, Refused = 1 }, await office.SendAsync());

        var refused = await office.RowAsync(queued[4].Id);
        Assert.Equal(DeliveryState.Refused, refused.State);
        Assert.Equal("550 5.1.1 <(address)>: no such user (name)", refused.LastError);
        Assert.Equal(11, server.Mails.Length);
        Assert.Equal(DeliveryOutcome.None, await office.SendAsync());
    }

    [Fact]
    public async Task A_mail_deferred_by_the_server_waits_and_is_then_sent_once()
    {
        await using var sink = await SmtpSink.StartAsync(new() { Defers = ("rcpt", "452 4.2.2 mailbox full") });
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        var row = Assert.Single(await office.QueueAsync(1));

        Assert.Equal(new() { Deferred = 1 }, await office.SendAsync());
        var deferred = await office.RowAsync(row.Id);
        Assert.Equal((DeliveryState.Deferred, 1, null), (deferred.State, deferred.Attempts, deferred.Lease));
        Assert.StartsWith("452 4.2.2 mailbox full", deferred.LastError, StringComparison.Ordinal);
        Assert.True(deferred.NotBefore > deferred.CreatedAt);
        Assert.Equal(DeliveryOutcome.None, await office.SendAsync());

        await sink.BehaveAsync(SinkBehaviour.TakesEverything);
        await office.LaterAsync();
        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Equal(DeliveryOutcome.None, await office.SendAsync());
        Assert.Equal(row.MessageId, Assert.Single(sink.Mails).Message().MessageId);
    }

    [Fact]
    public async Task A_mail_deferred_after_its_last_attempt_is_given_up()
    {
        await using var sink = await SmtpSink.StartAsync(new() { Defers = (".", "451 4.3.0 later") });
        await using var office = await PostOffice.ForServerAsync(sink.Port, ("Delivery:MaxAttempts", 2));
        var row = Assert.Single(await office.QueueAsync(1));

        Assert.Equal(new() { Deferred = 1 }, await office.SendAsync());
        await office.LaterAsync();
        Assert.Equal(new() { Refused = 1 }, await office.SendAsync());
        Assert.StartsWith("given up after 2 attempts: 451 4.3.0 later", (await office.RowAsync(row.Id)).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drop_after_the_dot_is_uncertain_and_tried_again_under_the_same_message_id()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("ann@example.org", new SmtpFault.HangsUp(SmtpMoment.AfterDot, KeepsMail: true));
        await using var office = await PostOffice.ForServerAsync(server.Port);
        var row = Assert.Single(await office.QueueAsync("ann@example.org"));

        Assert.Equal(new() { Uncertain = 1 }, await office.SendAsync());
        Assert.Equal(DeliveryState.Uncertain, (await office.RowAsync(row.Id)).State);

        await office.LaterAsync();
        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Equal([row.MessageId, row.MessageId], server.Mails.Select(mail => mail.Message().MessageId));
    }

    [Fact]
    public async Task A_drop_after_the_dot_is_told_at_a_real_server_too()
    {
        await using var sink = await SmtpSink.StartAsync(new() { HangsUpAfter = "." });
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        await office.QueueAsync(1);

        Assert.Equal(new() { Uncertain = 1 }, await office.SendAsync());
    }

    [Theory]
    [InlineData("mail")]
    [InlineData("rcpt")]
    [InlineData("data")]
    public async Task A_drop_before_the_dot_left_nothing_behind(string command)
    {
        await using var sink = await SmtpSink.StartAsync(new() { HangsUpAfter = command });
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        await office.QueueAsync(1);

        Assert.Equal(new() { Deferred = 1 }, await office.SendAsync());
        Assert.Equal(0, sink.Count);
    }

    [Fact]
    public async Task A_drop_inside_a_long_body_left_nothing_behind()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("ann@example.org", new SmtpFault.HangsUp(SmtpMoment.InsideBody));
        await using var office = await PostOffice.ForServerAsync(server.Port);
        office.Get<HandWrittenLetters>().Lines = 2_000_000;
        await office.QueueAsync("ann@example.org");

        Assert.Equal(new() { Deferred = 1 }, await office.SendAsync());
    }

    [Theory]
    [InlineData(SmtpMoment.Recipient)]
    [InlineData(SmtpMoment.Data)]
    [InlineData(SmtpMoment.AfterDot)]
    public async Task A_server_that_refuses_and_hangs_up_has_refused(SmtpMoment moment)
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("ann@example.org", new SmtpFault.SaysAndHangsUp(moment, "554 5.7.1 not like this"));
        await using var office = await PostOffice.ForServerAsync(server.Port);
        var row = (await office.QueueAsync("ann@example.org", "ben@example.org"))[0];

        Assert.Equal(new() { Sent = 1, Refused = 1 }, await office.SendAsync());
        Assert.Equal("554 5.7.1 not like this", (await office.RowAsync(row.Id)).LastError);
    }

    [Fact]
    public async Task A_server_that_falls_silent_after_the_dot_leaves_the_mail_uncertain()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("ann@example.org", new SmtpFault.FallsSilent(SmtpMoment.AfterDot));
        server.Script("ben@example.org", new SmtpFault.FallsSilent(SmtpMoment.Recipient));
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:TimeoutSeconds", 1));
        var rows = await office.QueueAsync("ann@example.org", "ben@example.org", "eve@example.org");

        Assert.Equal(new() { Sent = 1, Uncertain = 1, Deferred = 1 }, await office.SendAsync());
        Assert.Equal(DeliveryState.Uncertain, (await office.RowAsync(rows[0].Id)).State);
        Assert.Equal(DeliveryState.Deferred, (await office.RowAsync(rows[1].Id)).State);
    }

    [Theory]
    [InlineData("550 5.7.26 This mail is unauthenticated")]
    [InlineData("550-5.7.25 The IP address has\r\n550 5.7.25 no PTR record")]
    [InlineData("550 5.7.515 Access denied, sending domain does not meet the required authentication level")]
    public async Task What_is_our_own_fault_never_costs_a_person_their_mail(string reply)
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("ann@example.org", new SmtpFault.Says(SmtpMoment.AfterDot, reply));
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Delivery:MaxAttempts", 1));
        var row = Assert.Single(await office.QueueAsync("ann@example.org"));

        Assert.Equal(new() { Deferred = 1 }, await office.SendAsync());
        Assert.StartsWith("our own fault, not the recipient's: 550 5.7.", (await office.RowAsync(row.Id)).LastError, StringComparison.Ordinal);
        await office.LaterAsync();
        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
    }

    [Fact]
    public async Task A_sender_that_the_server_refuses_is_our_own_fault()
    {
        await using var sink = await SmtpSink.StartAsync(new() { Refuses = ("mail", "550 5.7.1 sender rejected") });
        await using var office = await PostOffice.ForServerAsync(sink.Port, ("Delivery:MaxAttempts", 1));
        var row = Assert.Single(await office.QueueAsync("ann@example.org"));

        Assert.Equal(new() { Deferred = 1 }, await office.SendAsync());
        Assert.StartsWith("our own fault, not the recipient's: 550 5.7.1 sender rejected", (await office.RowAsync(row.Id)).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_stops_no_other()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        var rows = await office.QueueAsync("ann@example.org", "unwritable@example.org", "ben@example.org");

        Assert.Equal(new() { Sent = 2, Deferred = 1 }, await office.SendAsync());
        Assert.Equal("mails/week/html.html(3,4): no such property", (await office.RowAsync(rows[1].Id)).LastError);
    }

    [Fact]
    public async Task A_stale_mail_is_closed_and_not_sent()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        var rows = await office.QueueAsync(2);
        await office.ExecuteAsync($"update outbox set stale_at = now() - interval '1 second' where id = '{rows[0].Id}'");

        Assert.Equal(new() { Sent = 1, Stale = 1 }, await office.SendAsync());
        Assert.Equal(DeliveryState.Stale, (await office.RowAsync(rows[0].Id)).State);
    }

    [Fact]
    public async Task A_deferred_mail_waits_no_longer_than_it_is_of_use()
    {
        await using var sink = await SmtpSink.StartAsync(new() { Defers = ("rcpt", "451 4.7.1 greylisted") });
        await using var office = await PostOffice.ForServerAsync(sink.Port, ("Delivery:BackoffSeconds:0", 3600));
        var row = Assert.Single(await office.QueueAsync(1));
        await office.ExecuteAsync("update outbox set stale_at = now() + interval '10 minutes'");

        await office.SendAsync();

        var deferred = await office.RowAsync(row.Id);
        Assert.Equal(deferred.StaleAt, deferred.NotBefore);
    }

    [Theory]
    [InlineData(nameof(MailKind.Week), nameof(SubscriberState.Active), true)]
    [InlineData(nameof(MailKind.Week), nameof(SubscriberState.Paused), true)]
    [InlineData(nameof(MailKind.Week), nameof(SubscriberState.Held), false)]
    [InlineData(nameof(MailKind.Week), nameof(SubscriberState.Left), false)]
    [InlineData(nameof(MailKind.Week), nameof(SubscriberState.Suppressed), false)]
    [InlineData(nameof(MailKind.Confirm), nameof(SubscriberState.Pending), true)]
    [InlineData(nameof(MailKind.Confirm), nameof(SubscriberState.Active), false)]
    [InlineData(nameof(MailKind.Goodbye), nameof(SubscriberState.Left), true)]
    [InlineData(nameof(MailKind.Goodbye), nameof(SubscriberState.Suppressed), false)]
    public async Task Only_people_who_may_be_written_to_are(string kind, string state, bool sent)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        await office.QueueAsync(Enum.Parse<MailKind>(kind), 1, Enum.Parse<SubscriberState>(state), "ann@example.org");

        Assert.Equal(sent ? new() { Sent = 1 } : new() { Cancelled = 1 }, await office.SendAsync());
        Assert.Equal(sent ? 1 : 0, sink.Count);
    }

    [Fact]
    public async Task Urgent_mails_go_first()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port, ("Smtp:Lanes", 1), ("Delivery:ClaimSize", 5));
        await office.QueueAsync(10);
        await office.QueueAsync(MailKind.Confirm, 1, SubscriberState.Pending, "ann@example.org");

        await office.SendAsync();

        // The sink's files may share a moment; the rows do not.
        Assert.Equal(MailKind.Confirm, (await office.RowsAsync()).MinBy(row => row.SentAt)!.Kind);
    }
}
