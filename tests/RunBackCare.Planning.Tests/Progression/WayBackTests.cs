using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Hysteresis, the end of walking only, and how running comes back.</summary>
public sealed class WayBackTests
{
    [Fact]
    public void A_step_back_owes_one_green_week_which_may_be_the_lighter_one_itself() =>
        Assert.Equal("1 2 3 4 3 3 4", Live(1, 1, 1, 1, 3, 1).PlanAndCourse());

    [Fact]
    public void Walking_only_owes_two_green_weeks() => Assert.Equal("1 2 3 4 3 W 2 2 3", Live(1, 1, 1, 1, 6, 1, 1, 1).PlanAndCourse());

    [Fact]
    public void A_week_that_is_not_green_pays_nothing() =>
        Assert.Equal("1 2 3 4 3 W 2 2 2 3", Live(1, 1, 1, 1, 6, 1, 1, 1).Bare(3, PainSite.Knee).Answering(1).PlanAndCourse());

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(3, 4, true)]
    [InlineData(3, 5, false)]
    [InlineData(4, 4, true)]
    [InlineData(4, 5, false)]
    [InlineData(5, 5, true)]
    public void The_exit_is_the_usual_or_one_above_it_up_to_four(int usual, int worst, bool met)
    {
        var runner = new Runner(Runner.Usual(usual)).Answering(usual, usual, 7, worst);
        Assert.Equal(met ? Decision.Hold : Decision.WalkOnly, runner.Next().Decision);
    }

    [Fact]
    public void Daily_answers_are_read_on_the_days_of_the_walks()
    {
        var runner = Live(1, 1, 7, null);
        runner.Score(IsoDayOfWeek.Tuesday, 2).Score(IsoDayOfWeek.Thursday, 1).Score(IsoDayOfWeek.Monday, 4);
        Assert.Equal(Decision.Hold, runner.Next().Decision);
        runner.Score(IsoDayOfWeek.Saturday, 3);
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
    }

    [Fact]
    public void One_walk_is_not_enough_and_silence_goes_on_walking()
    {
        Assert.Equal("exit-walks", Live(1, 1, 7, 1).RunsDone(1).Next().Reasons[0].Code);
        Assert.Equal("exit-unknown", Live(1, 1, 7, null).Next().Reasons[0].Code);
    }

    [Fact]
    public void A_leg_must_be_calm_as_well() => Assert.Equal(Decision.WalkOnly, Live(1, 1, 7, 1).Bare(3, PainSite.Knee).Next().Decision);

    [Fact]
    public void Days_without_a_run_may_lead_further_down_than_two_rungs()
    {
        var runner = Live([.. Enumerable.Repeat<int?>(1, 8), 7, 4, 1]);
        Assert.Equal(4, runner.Next().Rung); // 16 days since a run at 7
        Assert.Equal(5, Live([.. Enumerable.Repeat<int?>(1, 8), 7, 1]).Next().Rung); // 9 days: two rungs are more than the table's one
    }

    [Fact]
    public void Nobody_who_ran_comes_back_below_the_first_rung() => Assert.Equal(1, Live(1, 7, 1).Next().Rung);

    [Fact]
    public void Two_good_walks_after_a_red_score_of_the_same_week_are_one_step_back()
    {
        var planner = new Planner(Policy.Current, TestLibrary.Library);
        var runner = new Runner(Runner.Usual(1) with { Days = new([60, 60, 60, 60, 60, 60, 60]) }) { Planner = planner }.Answering(1, 1, 1, null);
        var first = runner.Placed!.Days.First(d => d.Sessions.Any(s => s is Planning.Weeks.Session.Run)).Date;
        runner.Run(first.DayOfWeek, 7);
        var facts = runner.Facts(first.At(new LocalTime(20, 0)));
        var flare = planner.Revise(facts with { Starts = runner.Week, FirstDay = runner.Week }, runner.Placed, RevisionCause.RedReport)!;
        var row = PastWeek.Of(flare, delivered: true);
        runner.History = runner.History with { Weeks = runner.History.Weeks.SetItem(runner.History.Weeks.Length - 1, row) };
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
        foreach (var walk in row.Walks)
        {
            runner.Score(walk.Day.DayOfWeek, 1);
        }

        var next = runner.Next();
        Assert.Equal((Decision.StepBack, 3, 3), (next.Decision, next.Row, next.Standing));
        runner.PlanNext();
        runner.Bare(1);
        Assert.Equal(Decision.Progress, runner.Next().Decision);
    }

    [Fact]
    public void A_second_red_week_in_a_row_walks_on()
    {
        var runner = Live(1, 1, 7, null);
        runner.Score(IsoDayOfWeek.Monday, 7).Score(IsoDayOfWeek.Tuesday, 1).Score(IsoDayOfWeek.Thursday, 1).Score(IsoDayOfWeek.Saturday, 1);
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
    }

    private static Runner Live(params int?[] answers) => new Runner(Runner.Usual(1)).Answering(answers);
}

internal static class RunnerCourses
{
    /// <summary>Plans one more week and tells the whole course.</summary>
    public static string PlanAndCourse(this Runner runner)
    {
        runner.PlanNext();
        return runner.Course;
    }
}
