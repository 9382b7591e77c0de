using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Progression;

public sealed class FrequencyTests
{
    [Theory]
    [InlineData(new[] { 0, 45, 0, 45, 0, 45, 0 }, 3)]
    [InlineData(new[] { 45, 0, 45, 0, 0, 0, 45 }, 2)] // Sunday and Monday are neighbours
    [InlineData(new[] { 0, 0, 0, 0, 0, 45, 45 }, 1)]
    [InlineData(new[] { 45, 45, 45, 45, 45, 45, 45 }, 3)]
    public void Runs_are_never_planned_on_neighbouring_days(int[] days, int runs) =>
        Assert.Equal(runs, new Runner(Runner.Usual(1) with { Days = new([.. days]), RunsPerWeek = 4 }).PlanNext().Runs);

    [Theory]
    [InlineData(4, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 2)]
    [InlineData(1, 3)]
    public void A_first_part_week_has_a_run_for_every_two_days(int firstDay, int runs) =>
        Assert.Equal(runs, new Runner(Runner.Usual(1), Runner.FirstMonday.PlusDays(firstDay)).PlanNext().Runs);

    [Fact]
    public void A_third_day_comes_in_place_of_a_rung_and_at_half_for_two_weeks()
    {
        var runner = new Runner(Runner.Usual(1) with { RunsPerWeek = 2 }).Answering(1, 1);
        runner.Profile = runner.Profile with { RunsPerWeek = 3 };
        runner.Answering(1, 1, 1);
        Assert.Equal([2, 2, 3, 3, 3], runner.Plans.Select(p => p.Runs));
        Assert.Equal([0, 0, 1, 1, 0], runner.Plans.Select(p => p.HalfRuns));
        Assert.Equal([1, 2, 2, 3, 4], runner.Plans.Select(p => p.Rung));
    }

    [Fact]
    public void A_fourth_run_does_not_come_where_it_would_halve_the_longest()
    {
        // Whatever four of these days are taken, Sunday is the day after a run.
        var profile = Runner.Builder(45, 75) with { Days = new([0, 60, 45, 60, 0, 60, 110]), LongestRunDay = NodaTime.IsoDayOfWeek.Sunday, RunsPerWeek = 4 };
        Assert.All(new Runner(profile).Answering(Enumerable.Repeat<int?>(1, 10)).Plans, p => Assert.Equal(3, p.Runs));
    }

    [Theory]
    [InlineData(new[] { 0, 25, 90, 0, 0, 0, 0 }, NodaTime.IsoDayOfWeek.Tuesday, 1)] // Tuesday is preferred but too short for half an hour, Wednesday would follow a run
    [InlineData(new[] { 0, 90, 25, 0, 0, 0, 0 }, null, 2)]
    [InlineData(new[] { 60, 0, 20, 0, 21, 60, 0 }, null, 3)] // Saturday would follow a run, and strength on Sunday bars Monday
    public void A_run_on_a_neighbouring_day_is_not_added_where_it_would_halve_the_longest(int[] days, NodaTime.IsoDayOfWeek? preferred, int runs)
    {
        var profile = Runner.Builder(30, 30) with { Days = new([.. days]), LongestRunDay = preferred, RunsPerWeek = 4, CurrentRunsPerWeek = 4, Goal = Goal.ThirtyMinutes };
        Assert.Equal(runs, new Runner(profile).Answering(Enumerable.Repeat<int?>(1, 10)).Last.Runs);
    }

    [Fact]
    public void Whoever_enters_at_the_top_keeps_the_runs_of_now_after_a_part_week_too()
    {
        var profile = Runner.Builder(40, 60) with { CurrentRunsPerWeek = 2 };
        Assert.Equal([2, 2, 2], new Runner(profile, Runner.FirstMonday.PlusDays(1)).Answering(1, 1, 1).Plans.Select(p => p.Runs));
    }

    [Fact]
    public void Neighbouring_days_are_for_a_run_that_has_no_other_place()
    {
        Assert.All(new Runner(Runner.Builder(30, 30)).Answering(Enumerable.Repeat<int?>(1, 10)).Plans, p => Assert.False(p.Neighbours));
        var weekend = Runner.Builder(30, 30) with { Days = new([0, 0, 0, 0, 0, 90, 90]), LongestRunDay = null, RunsPerWeek = 2 };
        var runner = new Runner(weekend).Answering(Enumerable.Repeat<int?>(1, 10));
        Assert.Equal((1, false, 2, true, 1), (runner.Plans[0].Runs, runner.Plans[0].Neighbours, runner.Last.Runs, runner.Last.Neighbours, runner.Last.HalfRuns));
    }

    [Fact]
    public void Whoever_comes_back_below_the_top_runs_on_no_neighbouring_days()
    {
        var weekend = Runner.Builder(30, 30) with { Days = new([0, 0, 0, 0, 0, 90, 90]), LongestRunDay = null, RunsPerWeek = 2, Goal = Goal.ThirtyMinutes };
        var next = new Runner(weekend).Answering(Enumerable.Repeat<int?>(1, 10)).Skip(2).Next();
        Assert.Equal((12, 1, false, 0), (next.Rung, next.Runs, next.Neighbours, next.HalfRuns));
    }

    [Fact]
    public void Walking_only_plans_as_many_walks_as_runs_are_wanted() => Assert.Equal(3, new Runner(Runner.Usual(7)).PlanNext().Runs);

    [Fact]
    public void A_fourth_run_is_not_for_the_ladder() =>
        Assert.All(new Runner(Runner.Usual(1) with { RunsPerWeek = 4 }).Answering(Enumerable.Repeat<int?>(1, 18)).Plans, p => Assert.Equal((3, false), (p.Runs, p.Neighbours)));
}
