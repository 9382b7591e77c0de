using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Delivery;

public sealed class SharingTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Two_processes_send_two_thousand_mails_once_each()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var first = await PostOffice.ForServerAsync(sink.Port);
        await using var second = first.Second(("Smtp:Host", "127.0.0.1"), ("Smtp:Port", sink.Port));
        var queued = await first.QueueAsync(2000);

        var outcomes = await Task.WhenAll(first.SendAsync(), second.SendAsync());

        Assert.Equal(2000, outcomes.Sum(outcome => outcome.Sent));
        Assert.Equal(queued.Select(row => row.MessageId).Order(), sink.Mails.Select(mail => mail.Message().MessageId!).Order());
    }

    [Fact]
    public async Task A_claimed_mail_is_claimed_by_nobody_else_until_its_lease_runs_out()
    {
        await using var office = await PostOffice.ForServerAsync(25);
        await office.QueueAsync(1);
        var queue = office.Get<OutboxQueue>();
        Assert.Single(await queue.ClaimAsync(Guid.NewGuid(), FiveMinutes, 2, 10, default));
        Assert.Empty(await queue.ClaimAsync(Guid.NewGuid(), FiveMinutes, 2, 10, default));

        await office.ExecuteAsync("update outbox set lease_until = now() - interval '1 second'");

        Assert.Single(await queue.ClaimAsync(Guid.NewGuid(), FiveMinutes, 2, 10, default));
    }

    [Fact]
    public async Task Whoever_lost_the_lease_neither_sends_nor_settles()
    {
        await using var office = await PostOffice.ForServerAsync(25);
        var row = Assert.Single(await office.QueueAsync(1));
        var queue = office.Get<OutboxQueue>();
        var (slow, quick) = (Guid.NewGuid(), Guid.NewGuid());
        await queue.ClaimAsync(slow, FiveMinutes, 2, 10, default);
        await office.ExecuteAsync("update outbox set lease_until = now() - interval '1 second'");
        await queue.ClaimAsync(quick, FiveMinutes, 2, 10, default);

        Assert.Equal(Clearance.Lost, await queue.ClearAsync(row.Id, slow, FiveMinutes, default));
        Assert.False(await queue.SettleAsync(row.Id, slow, DeliveryState.Sent, null, TimeSpan.Zero, null, default));
        Assert.Equal(0, await queue.ReleaseAsync(slow, null, TimeSpan.Zero, default));
        Assert.Equal((DeliveryState.Sending, (Guid?)quick), ((await office.RowAsync(row.Id)).State, (await office.RowAsync(row.Id)).Lease));
    }

    [Fact]
    public async Task A_mail_whose_sender_died_is_sent_by_another_under_the_same_message_id()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port);
        var row = Assert.Single(await office.QueueAsync(1));
        await office.Get<OutboxQueue>().ClaimAsync(Guid.NewGuid(), FiveMinutes, 2, 10, default);
        Assert.Equal(DeliveryOutcome.None, await office.SendAsync());

        await office.ExecuteAsync("update outbox set lease_until = now() - interval '1 second'");

        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Equal(row.MessageId, Assert.Single(sink.Mails).Message().MessageId);
    }

    [Fact]
    public async Task An_erased_person_gets_nothing_though_their_mail_was_claimed()
    {
        await using var office = await PostOffice.ForServerAsync(25);
        var row = Assert.Single(await office.QueueAsync(1));
        var lease = Guid.NewGuid();
        await office.Get<OutboxQueue>().ClaimAsync(lease, FiveMinutes, 2, 10, default);
        await office.ExecuteAsync("delete from subscribers");

        Assert.Equal(Clearance.Lost, await office.Get<OutboxQueue>().ClearAsync(row.Id, lease, FiveMinutes, default));
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_back_what_it_has_not_sent()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("runner3@example.org", new SmtpFault.FallsSilent(SmtpMoment.Recipient));
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:Lanes", 1));
        await office.QueueAsync(20);
        using var stop = new CancellationTokenSource();

        var running = office.Job.RunAsync(stop.Token);
        while (server.Connections == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        var rows = await office.RowsAsync();
        Assert.True(server.Mails.Length < 20);
        Assert.Equal(server.Mails.Length, rows.Count(row => row.State is DeliveryState.Sent or DeliveryState.Uncertain));
        Assert.All(rows, row => Assert.Null(row.Lease));
    }

    [Fact]
    public async Task A_call_during_a_run_starts_no_second_one_and_leaves_nothing_behind()
    {
        await using var server = new ScriptedSmtpServer();
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:Lanes", 2));
        await office.QueueAsync(200);

        var running = office.SendAsync();
        await office.QueueAsync(MailKind.Confirm, 1, SubscriberState.Pending, "ann@example.org");
        Assert.Equal(DeliveryOutcome.None, await office.SendAsync());

        Assert.Equal(201, (await running).Sent);
        Assert.Equal(201, server.Mails.Length);
    }

    [Fact]
    public async Task A_run_is_short_and_asks_for_the_next()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("runner1@example.org", new SmtpFault.FallsSilent(SmtpMoment.Recipient));
        await using var office = await PostOffice.ForServerAsync(
            server.Port, ("Smtp:Lanes", 1), ("Smtp:TimeoutSeconds", 2), ("Delivery:ClaimSize", 1), ("Delivery:RunSeconds", 1));
        await office.QueueAsync("runner1@example.org");
        await office.QueueAsync(MailKind.Confirm, 3, SubscriberState.Pending, "ann@example.org");

        Assert.Equal(new() { Deferred = 1, MoreWaiting = true }, await office.SendAsync());
        Assert.Equal(1, ((CountedWakes)office.Get<IWakeDelivery>()).Count);
        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Equal(1, ((CountedWakes)office.Get<IWakeDelivery>()).Count);
    }

    [Fact]
    public async Task The_counts_tell_what_became_of_everything()
    {
        await using var server = new ScriptedSmtpServer();
        server.Script("runner1@example.org", new SmtpFault.Says(SmtpMoment.Recipient, "550 no"));
        server.Script("runner2@example.org", new SmtpFault.Says(SmtpMoment.Recipient, "450 later"));
        server.Script("runner3@example.org", new SmtpFault.HangsUp(SmtpMoment.AfterDot));
        await using var office = await PostOffice.ForServerAsync(server.Port);
        await office.QueueAsync(8);
        await office.SendAsync();
        await office.QueueAsync("ann@example.org");

        var counts = await DeliveryCounts.ReadAsync(office.Database, default);

        Assert.Equal((0L, 1L, 0L, 5L, 5L), (counts.Due, counts.Queued, counts.Sending, counts.SentToday, counts.SentThisWeek));
        Assert.Equal((1L, 1L, 1L, 0L, 0L), (counts.Deferred, counts.Uncertain, counts.Refused, counts.Stale, counts.Cancelled));
        Assert.NotNull(counts.OldestWaiting);
    }
}
