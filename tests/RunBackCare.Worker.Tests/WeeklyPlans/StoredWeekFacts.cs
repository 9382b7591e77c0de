using NodaTime;
using RunBackCare.Mail.Content;
using RunBackCare.Planning;
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
}
