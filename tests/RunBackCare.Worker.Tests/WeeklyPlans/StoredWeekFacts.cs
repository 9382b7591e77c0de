using Microsoft.EntityFrameworkCore;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Testing;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

/// <summary>The real planner, its real content, and what the database makes of both.</summary>
public sealed class StoredWeekFacts
{
    [Fact]
    public async Task A_stored_week_planned_again_from_its_stored_facts_is_the_same()
    {
        var planner = WeekPlanner.Of(Policy.Current, LibraryReader.Read(Repository.Content).Require());
        await using var worker = await TestWorker.StartAsync(planner);
        await worker.StoreAsync(People.Someone(due: worker.Clock.GetCurrentInstant()), People.Someone(due: worker.Clock.GetCurrentInstant(), zone: "America/Los_Angeles"));
        for (var week = 0; week < 6; week++)
        {
            await worker.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);
            worker.Clock.AdvanceDays(7);
        }

        var stored = await worker.WeeksAsync();

        Assert.Equal(12, stored.Count);
        Assert.All(stored, week => Assert.Equal(PlanJson.Write(week.Plan), PlanJson.Write(planner.Plan(week.Facts))));
        Assert.All(stored, week => Assert.Equal((week.Plan.Decision, week.Plan.Policy, planner.ContentHash), (week.Decision, week.PolicyVersion, week.ContentHash)));
        Assert.Equal([5, 5], stored.GroupBy(w => w.SubscriberId).Select(weeks => weeks.Last().Facts.History.Weeks.Length));
    }

    [Fact]
    public async Task Weeks_from_before_digests_were_kept_are_remembered_all_the_same()
    {
        var planner = WeekPlanner.Of(Policy.Current, LibraryReader.Read(Repository.Content).Require());
        await using var worker = await TestWorker.StartAsync(planner);
        await worker.StoreAsync(People.Someone(due: worker.Clock.GetCurrentInstant()));
        for (var week = 0; week < 4; week++)
        {
            await worker.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);
            worker.Clock.AdvanceDays(7);
        }

        await worker.ReadAsync(db => db.Weeks.Where(w => w.Id % 2 == 0).ExecuteUpdateAsync(set => set.SetProperty(w => w.Digest, (WeekDigest?)null)));
        await worker.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);

        var stored = await worker.WeeksAsync();
        Assert.Equal([2, 3], new[] { stored.Count(w => w.Digest is null), stored.Count(w => w.Digest is not null) });
        Assert.Equal(stored.SkipLast(1).Select(w => PlanJson.Write(PastWeek.Of(w.Plan, delivered: false))), stored[^1].Facts.History.Weeks.Select(PlanJson.Write));
        Assert.All(stored.Where(w => w.Digest is not null), w => Assert.Equal(PlanJson.Write(WeekDigest.Of(w.Facts, w.Plan)), PlanJson.Write(w.Digest)));
    }
}
