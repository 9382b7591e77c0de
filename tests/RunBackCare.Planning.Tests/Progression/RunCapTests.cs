using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>R01: no run above 110 % of the longest of the last 30 days; below 20 minutes it may grow by two and a half.</summary>
public sealed class RunCapTests
{
    [Theory]
    [InlineData(0, 150)]
    [InlineData(150, 300)]
    [InlineData(1199, 1349)]
    [InlineData(1200, 1320)]
    [InlineData(1800, 1980)]
    [InlineData(3599, 3958)]
    public void The_cap_is_in_whole_seconds(int longest, int cap) => Assert.Equal(cap, RunCap.Of(longest, Policy.Current));

    [Fact]
    public void The_longest_run_behind_a_cap_is_known_from_it() =>
        Assert.All(Enumerable.Range(0, 7200), longest => Assert.InRange(RunCap.Behind(RunCap.Of(longest, Policy.Current), Policy.Current), longest, longest + 31));

    [Fact]
    public void Every_rung_lies_within_the_cap_of_the_one_before() =>
        Assert.All(Ladder.Rungs.Skip(1), r => Assert.InRange(r.RunTotalSeconds, 0, RunCap.Of(Ladder.Rungs[r.Number - 1].RunTotalSeconds, Policy.Current)));

    [Fact]
    public void The_entry_rung_stands_in_as_a_run_of_the_day_before() =>
        Assert.Equal([300, 150], new[] { Runner.Usual(1), Runner.Usual(1) with { Experience = Runners.Experience.None } }.Select(p => new Runner(p).PlanNext().CapSeconds));

    [Fact]
    public void A_run_of_thirty_days_ago_counts_and_one_of_thirty_one_does_not()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1);
        var facts = runner.Facts();
        Assert.Equal(RunCap.Of(600, Policy.Current), At(facts, runner.Day(IsoDayOfWeek.Saturday).PlusDays(30)));

        // Without a run in the last thirty days the cap is what the week plans: L1, after so long a break from L5.
        Assert.Equal(Ladder.Rungs[1].RunTotalSeconds, At(facts, runner.Day(IsoDayOfWeek.Saturday).PlusDays(31)));
    }

    [Fact]
    public void Silence_after_a_month_without_a_run_raises_none()
    {
        // The first week back may run its plan; on short days it held less, and nobody said whether it was run.
        var runner = new Runner(Runner.Usual(1)).Answering(Enumerable.Repeat<int?>(1, 9)).Skip(5);
        var back = runner.PlanNext();
        var planned = Ladder.Rungs[back.Rung].RunTotalSeconds;
        Assert.Equal(planned, back.CapSeconds);
        var week = runner.History.Weeks[^1];
        runner.History = runner.History with { Weeks = runner.History.Weeks.SetItem(runner.History.Weeks.Length - 1, week with { Runs = [.. week.Runs.Select(r => r with { RunSeconds = planned - 60 })] }) };
        Assert.Equal(planned - 60, runner.Next().CapSeconds);
    }

    [Fact]
    public void Runs_whose_day_is_not_over_count_as_planned()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1);
        var facts = runner.Facts(runner.Day(IsoDayOfWeek.Friday).At(LocalTime.Noon));
        Assert.Equal(RunCap.Of(360, Policy.Current), Prescriber.Prescribe(facts, Policy.Current).CapSeconds);
    }

    [Fact]
    public void A_run_longer_than_planned_raises_nothing()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1);
        var before = runner.Next();
        runner.Log(new SessionLog.OnDay(runner.Day(IsoDayOfWeek.Saturday), LoggedKind.Run, Done: true, Minutes: 60) { Week = runner.Week, Answered = runner.Sunday() });
        runner.Log(new SessionLog.OnDay(runner.Day(IsoDayOfWeek.Friday), LoggedKind.Run, Done: true, Minutes: 90) { Week = runner.Week, Answered = runner.Sunday() });
        Assert.Equal((before.CapSeconds, before.Rung), (runner.Next().CapSeconds, runner.Next().Rung));
    }

    [Fact]
    public void A_number_of_runs_counts_the_shortest_of_those_that_were_planned()
    {
        var runner = new Runner(Runner.Builder(60, 90));
        for (var week = 0; week < 6; week++)
        {
            runner.PlanNext();
            LongestFirst(runner);
            runner.Bare(1).RunsDone(2);
        }

        var second = runner.History.Weeks[^5..].Max(w => w.Runs.Select(r => r.RunSeconds).Order().ElementAt(1));
        Assert.True(second < runner.History.Weeks[^1].Runs[0].RunSeconds);
        Assert.Equal(RunCap.Of(second, Policy.Current), runner.Next().CapSeconds);
    }

    private static void LongestFirst(Runner runner)
    {
        var week = runner.History.Weeks[^1];
        int[] lengths = [.. week.Runs.Select(r => r.RunSeconds).OrderDescending()];
        var turned = week with { Runs = [.. week.Runs.Select((run, i) => run with { RunSeconds = lengths[i] })] };
        runner.History = runner.History with { Weeks = runner.History.Weeks.SetItem(runner.History.Weeks.Length - 1, turned) };
    }

    private static int At(Planning.Weeks.Facts facts, LocalDate firstDay) =>
        Prescriber.Prescribe(facts with { Starts = firstDay, FirstDay = firstDay, Now = firstDay.PlusDays(-1).At(LocalTime.Noon) }, Policy.Current).CapSeconds;
}
