using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Testing;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

public sealed class ReplayFacts
{
    private static readonly Library Content = LibraryReader.Read(Repository.Content).Require();

    [Fact]
    public async Task A_stored_week_replays_the_same()
    {
        await using var worker = await PlannedAsync();

        Assert.IsType<ReplayOutcome.Same>(await ReplayAsync(worker, (await worker.WeeksAsync()).Single().Id));
    }

    [Fact]
    public async Task A_week_that_was_tampered_with_is_named_by_its_first_differing_field()
    {
        await using var worker = await PlannedAsync();
        var week = (await worker.WeeksAsync()).Single();
        await using (var db = await worker.DbAsync())
        {
            await db.Database.ExecuteSqlAsync($$"""update weeks set plan = jsonb_set(plan, '{days,0,date}', '"2026-12-01"') where id = {{week.Id}}""");
        }

        var different = Assert.IsType<ReplayOutcome.Different>(await ReplayAsync(worker, week.Id));

        Assert.Equal(("days[0].date", "\"2026-12-01\""), (different.Field, different.Stored));
    }

    [Fact]
    public async Task A_week_of_other_content_or_another_policy_cannot_be_replayed()
    {
        await using var worker = await PlannedAsync();
        var week = (await worker.WeeksAsync()).Single();
        await using var db = await worker.DbAsync();

        await db.Weeks.ExecuteUpdateAsync(set => set.SetProperty(w => w.ContentHash, "000000000000"));
        Assert.Contains("content 000000000000", Assert.IsType<ReplayOutcome.Cannot>(await ReplayAsync(worker, week.Id)).Why, StringComparison.Ordinal);
        await db.Weeks.ExecuteUpdateAsync(set => set.SetProperty(w => w.PolicyVersion, "1999.1"));
        Assert.Contains("policy 1999.1", Assert.IsType<ReplayOutcome.Cannot>(await ReplayAsync(worker, week.Id)).Why, StringComparison.Ordinal);
        Assert.Equal("there is no week 4711", Assert.IsType<ReplayOutcome.Cannot>(await ReplayAsync(worker, 4711)).Why);
    }

    [Theory]
    [InlineData("{history,weeks}", "[{\"mood\": 3}]", "history.weeks[0]: ")]
    [InlineData("{history,mood}", "3", "history.mood: is not a field of the facts")]
    [InlineData("{profile,mood}", "3", "profile.mood: is not a field of the facts")]
    [InlineData("{history,pauses}", "[{\"from\": \"2026-12-07\", \"to\": \"2026-11-01\", \"cause\": \"asked\"}]", "history.pauses[0].to: ends (2026-11-01) before it begins (2026-12-07)")]
    [InlineData("{history,flags}", "[{\"day\": \"2031-01-01\", \"level\": \"B\", \"phrase\": \"fever\"}]", "history.flags[0].day: 2031-01-01 lies in the future")]
    [InlineData("{profile,runsPerWeek}", "7", "profile.runs_per_week: must be 2 to 4")]
    public async Task Facts_that_contradict_themselves_are_refused_with_the_field_and_the_reason(string path, string value, string why)
    {
        await using var worker = await PlannedAsync();
        var week = (await worker.WeeksAsync()).Single();
        await using (var db = await worker.DbAsync())
        {
            await db.Database.ExecuteSqlAsync($$"""update weeks set facts = jsonb_set(facts, {{path}}::text[], {{value}}::jsonb) where id = {{week.Id}}""");
        }

        Assert.Contains(why, Assert.IsType<ReplayOutcome.Cannot>(await ReplayAsync(worker, week.Id)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_plans_are_compared_field_by_field()
    {
        var monday = new LocalDate(2026, 12, 7);
        var week = SimplePlans.Plan(new()
        {
            Profile = People.Profile,
            History = RunnerHistory.Of(monday),
            Starts = monday,
            FirstDay = monday,
            Now = monday.AtMidnight(),
            Seed = 1,
        });

        Assert.IsType<ReplayOutcome.Same>(Replay.Compare(week, week with { }));
        Assert.Equal(new ReplayOutcome.Different("rung", $"{week.Rung}", "7"), Replay.Compare(week, week with { Rung = 7 }));
        Assert.Equal("days.length", Assert.IsType<ReplayOutcome.Different>(Replay.Compare(week, week with { Days = ImmutableArray<PlannedDay>.Empty })).Field);
        Assert.Equal("revision", Assert.IsType<ReplayOutcome.Different>(Replay.Compare(week, null)).Field);
    }

    private static async Task<TestWorker> PlannedAsync()
    {
        var worker = await TestWorker.StartAsync(WeekPlanner.Of(Policy.Current, Content));
        await worker.StoreAsync(People.Someone(due: worker.Clock.GetCurrentInstant()));
        await worker.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);
        return worker;
    }

    private static Task<ReplayOutcome> ReplayAsync(TestWorker worker, long week) =>
        new Replay(worker.Get<IDbContextFactory<RunBackCareDb>>(), Content).RunAsync(week, CancellationToken.None);
}
