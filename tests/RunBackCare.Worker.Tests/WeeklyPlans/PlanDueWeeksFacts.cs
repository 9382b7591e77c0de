using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

public sealed class PlanDueWeeksFacts
{
    /// <summary>Wednesday morning, as the test worker's clock stands.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 2, 9, 0);

    private static readonly LocalDate ThisMonday = new(2026, 11, 30);
    private static readonly LocalDate Today = new(2026, 12, 2);

    [Fact]
    public async Task A_due_week_is_stored_with_its_mail_and_the_next_moment()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone(due: Now);
        await worker.StoreAsync(someone);

        var outcome = await RunAsync(worker);

        Assert.Equal(new(Planned: 1, Queued: 1, Moved: 0, Failed: 0), outcome);
        var week = Assert.Single(await worker.WeeksAsync());
        Assert.Equal((someone.Id, ThisMonday, 1, "due"), (week.SubscriberId, week.StartsOn, week.Revision, week.Because));
        Assert.Equal((Decision.Hold, "2026.1", "content-1"), (week.Decision, week.PolicyVersion, week.ContentHash));
        Assert.Equal([Today, Today.PlusDays(1), Today.PlusDays(2), Today.PlusDays(3), Today.PlusDays(4)], week.Plan.Days.Select(d => d.Date));
        Assert.Equal(Instant.FromUtc(2026, 12, 6, 16, 0), (await worker.SubscriberAsync(someone.Id)).NextPlanAt);
        Assert.Equal(1, worker.Wakes.Count);
    }

    [Fact]
    public async Task Its_mail_is_named_after_it_and_after_its_own_row()
    {
        await using var worker = await TestWorker.StartAsync();
        await worker.StoreAsync(People.Someone(due: Now));

        await RunAsync(worker);

        var week = Assert.Single(await worker.WeeksAsync());
        var mail = Assert.Single(await worker.MailsAsync());
        Assert.Equal((MailKind.Week, $"week:{week.Id}", week.Id, (short)2), (mail.Kind, mail.Cause, mail.WeekId, mail.Priority));
        Assert.Equal((DeliveryState.Queued, Now), (mail.State, mail.NotBefore));
        Assert.Equal($"{mail.Id:n}@reply.runbackcare.example", mail.MessageId);

        // Three days after Wednesday began in Berlin.
        Assert.Equal(Instant.FromUtc(2026, 12, 4, 23, 0), mail.StaleAt);
    }

    [Fact]
    public async Task The_planner_is_told_what_was_planned_what_arrived_and_what_was_paused()
    {
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(facts => SimplePlans.Plan(facts) with { Rung = facts.History.Weeks.Length }));
        var someone = People.Someone(due: Now);
        await worker.StoreAsync(someone);
        await worker.StoreAsync(new PauseRow { SubscriberId = someone.Id, FromDay = new(2026, 12, 15), ToDay = new(2026, 12, 16), Cause = PauseCause.Asked });

        await RunAsync(worker);
        await worker.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, DeliveryState.Sent)));
        worker.Clock.Reset(Instant.FromUtc(2026, 12, 6, 16, 0));
        await RunAsync(worker);
        worker.Clock.Reset(Instant.FromUtc(2026, 12, 13, 16, 0));
        await RunAsync(worker);

        var facts = (await worker.WeeksAsync())[^1].Facts;
        Assert.Equal([(ThisMonday, Today, true), (ThisMonday.PlusWeeks(1), ThisMonday.PlusWeeks(1), false)], facts.History.Weeks.Select(w => (w.Starts, w.FirstDay, w.Delivered)));
        Assert.Equal([0, 1], facts.History.Weeks.Select(w => w.Rung));
        Assert.Equal([new Pause(new(2026, 12, 15), new(2026, 12, 16), PauseCause.Asked)], facts.History.Pauses);
        Assert.Equal((new LocalDate(2026, 12, 14), new LocalDate(2026, 12, 14), new LocalDateTime(2026, 12, 13, 17, 0)), (facts.Starts, facts.FirstDay, facts.Now));
        Assert.Equal((Today, someone.Seed), (facts.History.Joined, facts.Seed));
    }

    [Fact]
    public async Task Of_a_week_with_revisions_the_highest_is_looked_back_on_and_memory_ends_where_the_policy_says()
    {
        await using var worker = await TestWorker.StartAsync();
        var someone = People.Someone(due: Now);
        await worker.StoreAsync(someone);
        await worker.StoreAsync([.. Enumerable.Range(1, 30).Select(ago => Past(someone, ThisMonday.PlusWeeks(-ago), 1, rung: 1)), Past(someone, ThisMonday.PlusWeeks(-1), 2, rung: 7)]);

        await RunAsync(worker);

        var weeks = (await worker.WeeksAsync())[^1].Facts.History.Weeks;
        Assert.Equal(Enumerable.Range(1, 26).Reverse().Select(ago => ThisMonday.PlusWeeks(-ago)), weeks.Select(w => w.Starts));
        Assert.Equal((2, 7), (weeks[^1].Revision, weeks[^1].Rung));
    }

    [Fact]
    public async Task A_hold_reaches_the_planner_and_the_walking_weeks_of_a_same_day_hold_are_planned()
    {
        await using var worker = await TestWorker.StartAsync();
        var held = People.Someone(SubscriberState.Held, Now);
        (held.HoldLevel, held.HoldSince) = (SafetyLevel.B, new(2026, 12, 1));
        await worker.StoreAsync(held);

        await RunAsync(worker);

        Assert.Equal(new Hold(SafetyLevel.B, new(2026, 12, 1), null), Assert.Single(await worker.WeeksAsync()).Facts.History.Hold);
        Assert.Equal(SubscriberState.Held, (await worker.SubscriberAsync(held.Id)).State);
    }

    [Fact]
    public async Task A_week_without_days_is_stored_and_not_mailed()
    {
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(SimplePlans.WithoutDays));
        await worker.StoreAsync(People.Someone(due: Now));

        Assert.Equal(new(Planned: 1, Queued: 0, Moved: 0, Failed: 0), await RunAsync(worker));
        Assert.Equal(Decision.Emergency, Assert.Single(await worker.WeeksAsync()).Decision);
        Assert.Empty(await worker.MailsAsync());
        Assert.Equal(0, worker.Wakes.Count);
    }

    [Fact]
    public async Task Who_became_due_after_leaving_or_pausing_is_put_off_and_gets_nothing()
    {
        await using var worker = await TestWorker.StartAsync();
        var left = People.Someone(SubscriberState.Left, Now);
        var paused = People.Someone(SubscriberState.Paused, Now);
        await worker.StoreAsync(left, paused);
        await worker.StoreAsync(new PauseRow { SubscriberId = paused.Id, FromDay = Today, ToDay = null, Cause = PauseCause.Asked });

        Assert.Equal(new(Planned: 0, Queued: 0, Moved: 2, Failed: 0), await RunAsync(worker));
        Assert.Empty(await worker.WeeksAsync());
        Assert.Null((await worker.SubscriberAsync(left.Id)).NextPlanAt);
        Assert.Null((await worker.SubscriberAsync(paused.Id)).NextPlanAt);
    }

    [Fact]
    public async Task A_pause_that_has_ended_ends_the_state_with_the_first_week_after_it()
    {
        await using var worker = await TestWorker.StartAsync();
        var paused = People.Someone(SubscriberState.Paused, Now);
        await worker.StoreAsync(paused);
        await worker.StoreAsync(new PauseRow { SubscriberId = paused.Id, FromDay = new(2026, 11, 16), ToDay = new(2026, 12, 1), Cause = PauseCause.Asked });

        await RunAsync(worker);

        Assert.Equal(SubscriberState.Active, (await worker.SubscriberAsync(paused.Id)).State);
        Assert.Equal(Today, Assert.Single(await worker.WeeksAsync()).Facts.FirstDay);
    }

    [Fact]
    public async Task A_week_whose_slot_has_passed_already_follows_at_once()
    {
        await using var worker = await TestWorker.StartAsync();
        await worker.StoreAsync(People.Someone(due: Now, sendDay: IsoDayOfWeek.Tuesday, sendAt: new(9, 0)));

        Assert.Equal(2, (await RunAsync(worker)).Planned);
        Assert.Equal([ThisMonday, ThisMonday.PlusWeeks(1)], (await worker.WeeksAsync()).Select(w => w.StartsOn));
    }

    [Fact]
    public async Task One_whose_planning_fails_stops_nobody_and_the_job_says_so_at_its_end()
    {
        var unlucky = People.Someone(due: Now);
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(facts => facts.Seed == unlucky.Seed
            ? throw new InvalidOperationException($"pain 7 of {unlucky.Address}")
            : SimplePlans.Plan(facts)));
        await worker.StoreAsync([unlucky, .. Enumerable.Range(0, 20).Select(_ => People.Someone(due: Now))]);

        var faults = await Assert.ThrowsAsync<PlanningFaults>(() => RunAsync(worker));

        Assert.Equal(new(Planned: 20, Queued: 20, Moved: 0, Failed: 1), faults.Outcome);
        Assert.Contains("1 of 21", faults.Message, StringComparison.Ordinal);
        Assert.Equal(20, (await worker.MailsAsync()).Count);
        Assert.DoesNotContain(await worker.WeeksAsync(), w => w.SubscriberId == unlucky.Id);
    }

    [Fact]
    public async Task A_failure_is_kept_by_kind_and_place_and_tells_nothing_of_the_person()
    {
        var unlucky = People.Someone(due: Now);
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(_ => throw new InvalidOperationException($"pain 7 of {unlucky.Address}")));
        await worker.StoreAsync(unlucky);

        var faults = await Assert.ThrowsAsync<PlanningFaults>(() => RunAsync(worker));

        var error = (await worker.SubscriberAsync(unlucky.Id)).PlanError;
        Assert.Contains("InvalidOperationException at Worker.Tests.WeeklyPlans.PlanDueWeeksFacts", error, StringComparison.Ordinal);
        string[] told = [error!, faults.ToString(), .. worker.Logged.All];
        Assert.All(told, text => Assert.DoesNotContain(unlucky.Address, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(told, text => Assert.DoesNotContain("pain 7", text, StringComparison.Ordinal));
        Assert.Contains(worker.Logged.All, line => line.Contains($"Subscriber {unlucky.Id} could not be planned for (1 in a row)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_failed_is_tried_after_a_quarter_an_hour_a_day_and_daily_and_forgotten_on_success()
    {
        var failing = true;
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(facts => failing ? throw new InvalidOperationException() : SimplePlans.Plan(facts)));
        var unlucky = People.Someone(due: Now);
        await worker.StoreAsync(unlucky);
        var waits = new List<Duration>();

        for (var attempt = 0; attempt < 4; attempt++)
        {
            await Assert.ThrowsAsync<PlanningFaults>(() => RunAsync(worker));
            Assert.Equal(default, await RunAsync(worker));
            var next = (await worker.SubscriberAsync(unlucky.Id)).NextPlanAt!.Value;
            waits.Add(next - worker.Clock.GetCurrentInstant());
            worker.Clock.Reset(next);
        }

        failing = false;
        await RunAsync(worker);

        Assert.Equal([Duration.FromMinutes(15), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(1)], waits);
        var served = await worker.SubscriberAsync(unlucky.Id);
        Assert.Equal((null, 0), (served.PlanError, served.PlanFailures));
    }

    [Theory]
    [InlineData("update subscribers set profile = '{}' where id = {0}")]
    [InlineData("update subscribers set zone = 'Mars/Olympus' where id = {0}")]
    [InlineData("update weeks set plan = '{}' where subscriber_id = {0}")]
    public async Task A_row_that_cannot_be_read_fails_its_own_person_alone(string damage)
    {
        await using var worker = await TestWorker.StartAsync();
        var damaged = People.Someone(due: Now);
        await worker.StoreAsync([damaged, .. Enumerable.Range(0, 5).Select(_ => People.Someone(due: Now))]);
        await worker.StoreAsync(Past(damaged, ThisMonday.PlusWeeks(-1), 1, rung: 1));
        await worker.ReadAsync(db => db.Database.ExecuteSqlRawAsync(damage.Replace("{}", "{{}}", StringComparison.Ordinal), damaged.Id));

        var faults = await Assert.ThrowsAsync<PlanningFaults>(() => RunAsync(worker));

        Assert.Equal(new(Planned: 5, Queued: 5, Moved: 0, Failed: 1), faults.Outcome);
    }

    [Fact]
    public async Task A_week_that_the_database_refuses_fails_its_own_person_alone()
    {
        // No planner would say this; a constraint would stop it.
        var unlucky = People.Someone(due: Now);
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(facts => SimplePlans.Plan(facts) with { Policy = facts.Seed == unlucky.Seed ? null! : "2026.1" }));
        await worker.StoreAsync([unlucky, .. Enumerable.Range(0, 5).Select(_ => People.Someone(due: Now))]);

        var faults = await Assert.ThrowsAsync<PlanningFaults>(() => RunAsync(worker));

        Assert.Equal(new(Planned: 5, Queued: 5, Moved: 0, Failed: 1), faults.Outcome);
        Assert.Contains("23502", (await worker.SubscriberAsync(unlucky.Id)).PlanError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_in_the_middle_of_a_batch_leaves_nothing_half_done()
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        await using var worker = await TestWorker.StartAsync(SimplePlans.Planner(facts =>
        {
            if (++seen == 3)
            {
                stop.Cancel();
            }

            return SimplePlans.Plan(facts);
        }));
        await worker.StoreAsync([.. Enumerable.Range(0, 5).Select(_ => People.Someone(due: Now))]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker.Get<PlanDueWeeks>().RunAsync(stop.Token));

        Assert.Empty(await worker.WeeksAsync());
        Assert.Equal(5, (await RunAsync(worker)).Planned);
    }

    [Fact]
    public async Task Two_processes_give_two_thousand_people_one_week_and_one_mail_each()
    {
        await using var worker = await TestWorker.StartAsync();
        var people = Enumerable.Range(0, 2000).Select(_ => People.Someone(due: Now)).ToArray<object>();
        await worker.StoreAsync(people);
        var job = worker.Get<PlanDueWeeks>();

        var outcomes = await Task.WhenAll(Task.Run(() => job.RunAsync(CancellationToken.None)), Task.Run(() => job.RunAsync(CancellationToken.None)));

        Assert.Equal(2000, outcomes.Sum(o => o.Planned));
        Assert.Equal(0, outcomes.Sum(o => o.Moved));
        var ids = people.Cast<Subscriber>().Select(s => s.Id).Order().ToList();
        Assert.Equal(ids, (await worker.WeeksAsync()).Select(w => w.SubscriberId));
        Assert.Equal(ids, (await worker.MailsAsync()).Select(m => m.SubscriberId!.Value).Order());
    }

    private static Task<PlanningOutcome> RunAsync(TestWorker worker) => worker.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);

    private static WeekRow Past(Subscriber someone, LocalDate starts, int revision, int rung)
    {
        var facts = new Facts
        {
            Profile = someone.Profile,
            History = RunnerHistory.Of(starts),
            Starts = starts,
            FirstDay = starts,
            Now = starts.PlusDays(-1).At(new LocalTime(17, 0)),
            Seed = someone.Seed,
        };
        return new()
        {
            SubscriberId = someone.Id,
            StartsOn = starts,
            Revision = revision,
            Because = "due",
            Plan = SimplePlans.Plan(facts) with { Revision = revision, Rung = rung },
            Facts = facts,
            Decision = Decision.Hold,
            PolicyVersion = "2026.1",
            ContentHash = "content-1",
            CreatedAt = Now,
        };
    }
}
