using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Goal <c>build</c> beyond L15: caps, cut-backs, and the way back by minutes.</summary>
public sealed class ContinuousPhaseTests
{
    [Fact]
    public void It_starts_at_the_longest_run_and_the_runs_a_week_of_now()
    {
        Assert.Equal([45, 30, 30], Minutes(new Runner(Runner.Builder(45, 90)).PlanNext()));
        Assert.Equal([45, 30], Minutes(new Runner(Runner.Builder(45, 90) with { CurrentRunsPerWeek = 2 }).PlanNext()));
    }

    [Fact]
    public void It_grows_by_a_tenth_and_rests_every_fourth_week()
    {
        var runner = new Runner(Runner.Builder(40, 60)).Answering(Enumerable.Repeat<int?>(1, 12));
        Assert.Equal(
            ["40 30 30", "44 30 30", "48 30 30", "36 22 22", "52 30 30", "57 30 30", "60 30 30", "45 22 22", "60 30 30", "60 30 30", "60 30 30", "45 22 22"],
            runner.Plans.Select(p => string.Join(' ', Minutes(p))));
        Assert.Equal([4, 8, 12], runner.Plans.Select((p, i) => p.CutBack ? i + 1 : 0).Where(i => i > 0));
    }

    [Fact]
    public void Whoever_climbs_the_ladder_goes_on_from_half_an_hour()
    {
        var runner = new Runner(Runner.Usual(1) with { Goal = Goal.Build, TargetLongestRunMinutes = 60 }).Answering(Enumerable.Repeat<int?>(1, 22));
        Assert.IsType<Training.OfRung>(runner.Plans[17].Training);
        Assert.Equal(15, runner.Plans[18].Rung);
        Assert.Equal([33, 30, 30], Minutes(runner.Plans[19]));
    }

    [Fact]
    public void A_step_back_takes_a_quarter_and_comes_back_by_tenths()
    {
        var runner = new Runner(Runner.Builder(60, 60)).Answering(1, 3, 1, 1, 1);
        Assert.Equal(["60 30 30", "60 30 30", "45 22 22", "49 30 30", "53 30 30"], runner.Plans.Select(p => string.Join(' ', Minutes(p))));
        Assert.Equal(Decision.StepBack, runner.Plans[2].Decision);
    }

    [Fact]
    public void After_walking_only_it_comes_back_by_half_seventy_eighty_five_and_all()
    {
        var runner = new Runner(Runner.Builder(60, 60)).Answering(1, 7, 1, 1, 1, 1, 1, 1);
        Assert.Equal(["60 30 30", "60 30 30", "", "30 30 30", "30 30 30", "42 30 30", "51 30 30", "56 30 30"], runner.Plans.Select(p => string.Join(' ', Minutes(p))));
    }

    [Theory]
    [InlineData(1, "51 30 30")]
    [InlineData(3, "42 30 30")]
    [InlineData(6, "30 30 30")]
    public void After_a_pause_it_comes_back_by_the_table(int weeks, string minutes) =>
        Assert.Equal(minutes, string.Join(' ', Minutes(new Runner(Runner.Builder(60, 60)).Answering(1, 1).Skip(weeks).Next())));

    [Theory]
    [InlineData(1, "51 60 60")]
    [InlineData(3, "42 51 56")]
    [InlineData(6, "30 33 36")]
    public void From_there_it_goes_on_step_by_step(int weeks, string longest)
    {
        var runner = new Runner(Runner.Builder(60, 60)).Answering(1, 1).Skip(weeks).Answering(1, 1, 1);
        Assert.Equal(longest, string.Join(' ', runner.Plans.Skip(2).Select(p => Minutes(p)[0])));
    }

    [Fact]
    public void A_step_back_out_of_a_pause_asks_for_the_less_of_the_two()
    {
        var next = new Runner(Runner.Builder(60, 60)).Answering(1, 5).Skip(6).Next();
        Assert.Equal((Decision.StepBack, "30 22 22"), (next.Decision, string.Join(' ', Minutes(next))));
    }

    [Fact]
    public void A_long_pause_leads_back_to_the_ladder()
    {
        Assert.Equal(new Training.OfRung(4), new Runner(Runner.Builder(60, 60)).Answering(1, 1).Skip(11).Next().Training);
        Assert.Equal(new Training.OfRung(1), new Runner(Runner.Builder(60, 60)).Answering(1, 1).Skip(15).Next().Training);
    }

    [Fact]
    public void No_week_is_more_than_a_tenth_above_the_highest_of_the_last_four()
    {
        var runner = new Runner(Runner.Builder(30, 120) with { RunsPerWeek = 2, CurrentRunsPerWeek = 2 }).Answering(Enumerable.Repeat<int?>(1, 20));
        var weeks = runner.Plans.Select(p => Minutes(p).Sum()).ToArray();
        for (var week = 1; week < weeks.Length; week++)
        {
            Assert.InRange(weeks[week], 0, 1.1 * weeks[Math.Max(0, week - 4)..week].Max());
        }

        Assert.InRange(Minutes(runner.Plans[^1])[0], 70, 120);
    }

    [Fact]
    public void Days_that_hold_fewer_than_were_asked_for_are_told_once_neighbours_are_allowed()
    {
        // Saturday would be the day before the longest: Tuesday, Thursday and Sunday are left.
        var profile = Runner.Builder(60, 60) with { RunsPerWeek = 4, Days = new([0, 120, 0, 120, 0, 120, 120]), LongestRunDay = NodaTime.IsoDayOfWeek.Sunday };
        var runner = new Runner(profile).Answering(Enumerable.Repeat<int?>(1, 7));
        Assert.Equal([false, false, false, false, true, true, true], runner.Plans.Select(p => p.Crowded));
        Assert.DoesNotContain(new Runner(profile with { RunsPerWeek = 3 }).Answering(Enumerable.Repeat<int?>(1, 7)).Plans, p => p.Crowded);
    }

    [Fact]
    public void The_longest_day_limits_the_longest_run() =>
        Assert.Equal(50, Minutes(new Runner(Runner.Builder(55, 120) with { Days = new([0, 60, 0, 60, 0, 60, 0]) }).Answering(1, 1, 1).Last)[0]);

    [Fact]
    public void A_fourth_run_waits_four_weeks_and_stays_at_half()
    {
        var runner = new Runner(Runner.Builder(60, 60) with { RunsPerWeek = 4 }).Answering(Enumerable.Repeat<int?>(1, 10));
        var added = runner.Plans.FindIndex(p => p.Runs == 4);
        Assert.True(added >= 4);
        Assert.True(runner.Plans[added].Neighbours);
        Assert.Equal(Decision.Hold, runner.Plans[added].Decision);
        Assert.Equal("extra-day", runner.Plans[added].Reasons[0].Code);
        Assert.Equal([60, 30, 30, 15], Minutes(runner.Plans[added]));
        Assert.All(runner.Plans.Skip(added).Where(p => !p.CutBack), p => Assert.Equal(15, Minutes(p)[3]));
    }

    [Fact]
    public void Hills_wait_for_four_green_weeks_at_the_top()
    {
        var runner = new Runner(Runner.Builder(60, 60)).Answering(Enumerable.Repeat<int?>(1, 7));
        Assert.DoesNotContain(runner.Plans.Take(4), p => p.Hills);
        Assert.Contains(runner.Plans.Skip(4), p => p.Hills);
        Assert.DoesNotContain(new Runner(Runner.Builder(60, 60)).Answering(1, 1, 1, 3, 1, 1).Plans.Skip(4).Take(1), p => p.Hills);
    }

    [Fact]
    public void After_walking_hills_wait_for_four_green_weeks_once_more()
    {
        var runner = new Runner(Runner.Builder(60, 60)).Answering([.. Enumerable.Repeat<int?>(1, 6), 7, .. Enumerable.Repeat<int?>(1, 8)]);
        var red = runner.Plans.FindIndex(p => p.Decision == Decision.WalkOnly);
        Assert.True(runner.Plans[red - 1].Hills);
        Assert.DoesNotContain(runner.Plans.Skip(red).Take(5), p => p.Hills); // a week of walks, then four of runs
        Assert.Contains(runner.Plans.Skip(red + 5), p => p.Hills);
    }

    /// <summary>Former longest 58 minutes: 29, 40, 49, 58. What a cap cuts short is where the way back stands, until the step was run.</summary>
    [Theory]
    [InlineData(35, 35, 0)]
    [InlineData(39, 39, 0)]
    [InlineData(40, 40, 1)]
    [InlineData(28, 29, 0)]
    public void A_step_of_the_way_back_counts_once_it_was_run(int planned, int minutes, int step)
    {
        var week = Given.LastWeek with { Decision = Decision.Progress, Rung = 15, Standing = 15, Runs = [new(Given.Monday, planned * 60, planned + 10, Surface.Road, true, false)] };
        var run = new LongRun(29 * 60, 58 * 60, 0).After(week, reentry: false, Policy.Current);
        Assert.Equal((minutes, 58 * 60, step), (run.Seconds / 60, run.FormerSeconds, run.Step));
    }

    [Fact]
    public void The_first_hills_come_without_new_ground()
    {
        var runner = new Runner(Runner.Builder(60, 60)).Answering(Enumerable.Repeat<int?>(1, 9));
        var first = runner.Plans.First(p => p.Hills);
        Assert.False(first.NewSurface);
        Assert.Contains(runner.Plans, p => p is { Hills: false, NewSurface: true });
    }

    private static int[] Minutes(Prescription plan) => plan.Training is Training.Continuous runs ? [.. runs.RunSeconds.Select(s => s / 60)] : [];
}
