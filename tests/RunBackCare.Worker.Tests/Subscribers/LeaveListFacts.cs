using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Subscribers;

public sealed class LeaveListFacts
{
    [Fact]
    public async Task Leaving_stops_plans_and_mails_and_says_goodbye()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = await SomeoneWithMailsAsync(worker, DeliveryState.Queued, DeliveryState.Deferred, DeliveryState.Uncertain, DeliveryState.Sending, DeliveryState.Sent);

        Assert.Equal(LeaveOutcome.Left, await LeaveAsync(worker, someone));

        var left = await worker.SubscriberAsync(someone.Id);
        Assert.Equal((SubscriberState.Left, null), (left.State, left.NextPlanAt));
        var mails = await worker.MailsAsync();
        Assert.Equal(
            [DeliveryState.Cancelled, DeliveryState.Cancelled, DeliveryState.Cancelled, DeliveryState.Sending, DeliveryState.Sent],
            mails.Where(m => m.Kind == MailKind.Week).Select(m => m.State));
        var goodbye = Assert.Single(mails, m => m.Kind == MailKind.Goodbye);
        Assert.Equal((DeliveryState.Queued, (short)1, null), (goodbye.State, goodbye.Priority, goodbye.StaleAt));
        Assert.Equal(1, worker.Wakes.Count);
    }

    [Fact]
    public async Task It_is_written_down_who_did_it_in_numbers_only()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = await SomeoneWithMailsAsync(worker);

        await LeaveAsync(worker, someone);

        var entry = await worker.ReadAsync(db => db.Audit.SingleAsync());
        Assert.Equal(("subscriber", "left", someone.Id), (entry.Actor, entry.Action, entry.SubscriberId));
    }

    [Fact]
    public async Task However_often_and_at_the_same_time_there_is_one_goodbye()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = await SomeoneWithMailsAsync(worker);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LeaveAsync(worker, someone))));

        Assert.Single(outcomes, LeaveOutcome.Left);
        Assert.Equal(7, outcomes.Count(o => o == LeaveOutcome.AlreadyGone));
        Assert.Single(await worker.MailsAsync());
    }

    [Fact]
    public async Task Who_comes_back_may_leave_again_with_another_goodbye()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = await SomeoneWithMailsAsync(worker);
        await LeaveAsync(worker, someone);
        await worker.ReadAsync(db => db.Subscribers.ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SubscriberState.Active)));

        Assert.Equal(LeaveOutcome.Left, await LeaveAsync(worker, someone));
        Assert.Equal(2, (await worker.MailsAsync()).Count);
    }

    [Fact]
    public async Task Who_never_confirmed_leaves_without_another_mail()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone(SubscriberState.Pending);
        await worker.StoreAsync(someone);

        Assert.Equal(LeaveOutcome.Left, await LeaveAsync(worker, someone));
        Assert.Empty(await worker.MailsAsync());
    }

    [Fact]
    public async Task Of_the_erased_nothing_is_known()
    {
        await using var worker = await TestWorker.StartAsync();

        Assert.Equal(LeaveOutcome.Unknown, await worker.Get<LeaveList>().RunAsync(4711, "subscriber", CancellationToken.None));
    }

    private static Task<LeaveOutcome> LeaveAsync(TestWorker worker, Subscriber someone) =>
        worker.Get<LeaveList>().RunAsync(someone.Id, "subscriber", CancellationToken.None);

    private static async Task<Subscriber> SomeoneWithMailsAsync(TestWorker worker, params DeliveryState[] states)
    {
        var someone = People.Someone(due: Instant.FromUtc(2026, 12, 6, 16, 0));
        await worker.StoreAsync(someone);
        await worker.StoreAsync([.. states.Select((state, number) => Mail(someone, state, number))]);
        return someone;
    }

    private static OutboxRow Mail(Subscriber someone, DeliveryState state, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        SubscriberId = someone.Id,
        Kind = MailKind.Week,
        Cause = $"week:{someone.Id}-{number}",
        Priority = 2,
        State = state,
        NotBefore = someone.CreatedAt,
        MessageId = $"{number}@reply.runbackcare.example",
        CreatedAt = someone.CreatedAt + Duration.FromSeconds(number),
    };
}
