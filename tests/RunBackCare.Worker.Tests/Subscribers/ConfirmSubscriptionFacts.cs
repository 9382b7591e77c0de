using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Subscribers;

public sealed class ConfirmSubscriptionFacts
{
    [Fact]
    public async Task Saying_yes_stores_the_consent_and_makes_the_first_week_due_at_once()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone(SubscriberState.Pending);
        await worker.StoreAsync(someone);

        Assert.Equal(ConfirmOutcome.Confirmed, await ConfirmAsync(worker, someone));

        var now = worker.Clock.GetCurrentInstant();
        var confirmed = await worker.SubscriberAsync(someone.Id);
        Assert.Equal((SubscriberState.Active, 3, now), (confirmed.State, confirmed.ConsentVersion, confirmed.ConsentAt));
        Assert.Equal((new LocalDate(2026, 12, 2), now), (confirmed.JoinedOn, confirmed.NextPlanAt));
        Assert.Equal(1, worker.PlanningWakes.Count);
        var entry = await worker.ReadAsync(db => db.Audit.SingleAsync());
        Assert.Equal(("subscriber", "confirmed", someone.Id), (entry.Actor, entry.Action, entry.SubscriberId));
    }

    [Fact]
    public async Task The_day_of_joining_is_theirs_not_ours()
    {
        await using var worker = await TestWorker.StartAsync();
        worker.Clock.Reset(Instant.FromUtc(2026, 12, 2, 12, 0));
        var someone = People.Someone(SubscriberState.Pending, zone: "Pacific/Kiritimati");
        await worker.StoreAsync(someone);

        await ConfirmAsync(worker, someone);

        Assert.Equal(new LocalDate(2026, 12, 3), (await worker.SubscriberAsync(someone.Id)).JoinedOn);
    }

    [Fact]
    public async Task Saying_it_again_changes_nothing()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone(SubscriberState.Pending);
        await worker.StoreAsync(someone);
        await ConfirmAsync(worker, someone);
        worker.Clock.AdvanceDays(30);

        Assert.Equal(ConfirmOutcome.AlreadyConfirmed, await ConfirmAsync(worker, someone));
        Assert.Equal(Instant.FromUtc(2026, 12, 2, 9, 0), (await worker.SubscriberAsync(someone.Id)).ConsentAt);
        Assert.Equal(1, worker.PlanningWakes.Count);
    }

    [Fact]
    public async Task After_seven_days_it_is_too_late()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone(SubscriberState.Pending);
        await worker.StoreAsync(someone);
        worker.Clock.AdvanceDays(7);

        Assert.Equal(ConfirmOutcome.Expired, await ConfirmAsync(worker, someone));
        Assert.Equal(SubscriberState.Pending, (await worker.SubscriberAsync(someone.Id)).State);
    }

    [Theory]
    [InlineData(SubscriberState.Left)]
    [InlineData(SubscriberState.Suppressed)]
    public async Task An_old_link_does_not_bring_back_who_has_gone(object state)
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone((SubscriberState)state);
        await worker.StoreAsync(someone);

        Assert.Equal(ConfirmOutcome.Gone, await ConfirmAsync(worker, someone));
        Assert.Equal(ConfirmOutcome.Gone, await worker.Get<ConfirmSubscription>().RunAsync(4711, 3, CancellationToken.None));
    }

    private static Task<ConfirmOutcome> ConfirmAsync(TestWorker worker, Subscriber someone) =>
        worker.Get<ConfirmSubscription>().RunAsync(someone.Id, 3, CancellationToken.None);
}
