using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>What is stored of an answer reaches the planner of the next week.</summary>
public sealed class AnsweredWeekFacts
{
    private static readonly LocalDate Monday = new(2026, 12, 7);

    [Fact]
    public async Task A_stored_seven_makes_the_next_week_one_of_walks()
    {
        await using var worker = await TestWorker.StartAsync(RealPlanner.Value);
        var someone = await WithPlannedWeekAsync(worker);
        await worker.StoreAsync(Score(someone, Monday, 7));

        Assert.Equal(Decision.WalkOnly, await NextDecisionAsync(worker, someone));
    }

    [Fact]
    public async Task Two_quiet_weeks_with_all_done_make_progress()
    {
        await using var worker = await TestWorker.StartAsync(RealPlanner.Value);
        var someone = await WithPlannedWeekAsync(worker);
        await worker.StoreAsync(Score(someone, Monday, 2), AllDone(someone, Monday));
        var second = await NextDecisionAsync(worker, someone);
        await worker.StoreAsync(Score(someone, Monday.PlusWeeks(1), 2), AllDone(someone, Monday.PlusWeeks(1)));

        Assert.Equal([Decision.Progress, Decision.Progress], [second, await NextDecisionAsync(worker, someone)]);
    }

    [Fact]
    public async Task What_was_withdrawn_counts_for_nothing()
    {
        await using var worker = await TestWorker.StartAsync(RealPlanner.Value);
        var someone = await WithPlannedWeekAsync(worker);
        var score = Score(someone, Monday, 7);
        score.WithdrawnAt = worker.Clock.GetCurrentInstant();
        await worker.StoreAsync(score);

        Assert.Equal(Decision.Hold, await NextDecisionAsync(worker, someone));
        Assert.Empty((await worker.WeeksAsync())[^1].Facts.History.Reports);
    }

    [Fact]
    public async Task A_same_day_hold_ends_by_itself_two_weeks_after_its_last_sign()
    {
        await using var worker = await TestWorker.StartAsync(RealPlanner.Value);
        var someone = await WithPlannedWeekAsync(worker);
        await worker.StoreAsync(new SafetyEvent { SubscriberId = someone.Id, Day = Monday, Level = SafetyLevel.B, Phrase = "fever", CreatedAt = someone.CreatedAt });
        await worker.ReadAsync(db => db.Subscribers.ExecuteUpdateAsync(set => set
            .SetProperty(s => s.State, SubscriberState.Held).SetProperty(s => s.HoldLevel, SafetyLevel.B).SetProperty(s => s.HoldSince, Monday)));

        Assert.Equal(Decision.Urgent, await NextDecisionAsync(worker, someone));
        Assert.Equal(SubscriberState.Held, (await worker.SubscriberAsync(someone.Id)).State);
        Assert.Equal(Decision.WalkOnly, await NextDecisionAsync(worker, someone));
        var free = await worker.SubscriberAsync(someone.Id);
        Assert.Equal((SubscriberState.Active, Monday.PlusWeeks(2)), (free.State, free.HoldEnded));
    }

    /// <summary>Joined on the Sunday before, so that the first week is a whole one.</summary>
    private static async Task<Subscriber> WithPlannedWeekAsync(TestWorker worker)
    {
        worker.Clock.Reset(Instant.FromUtc(2026, 12, 6, 16, 0));
        var someone = People.Someone(due: worker.Clock.GetCurrentInstant());
        await worker.StoreAsync(someone);
        await worker.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        await worker.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, DeliveryState.Sent)));
        return someone;
    }

    private static async Task<Decision> NextDecisionAsync(TestWorker worker, Subscriber someone)
    {
        worker.Clock.Reset((await worker.SubscriberAsync(someone.Id)).NextPlanAt!.Value);
        await worker.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        return (await worker.WeeksAsync())[^1].Decision;
    }

    private static PainReportRow Score(Subscriber someone, LocalDate week, int score) => new()
    {
        SubscriberId = someone.Id,
        Source = ReportSource.Page,
        Week = week,
        Day = null,
        When = ReportTime.Week,
        Site = PainSite.Back,
        Score = score,
        Answered = week.PlusDays(6).At(new(12, 0)),
    };

    private static SessionLogRow AllDone(Subscriber someone, LocalDate week)
    {
        var answered = week.PlusDays(6).At(new(12, 0));
        return new()
        {
            SubscriberId = someone.Id,
            Source = ReportSource.Page,
            Week = week,
            Answered = answered,
            Log = new SessionLog.AllDone { Week = week, Answered = answered },
        };
    }
}
