using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>A red score early in a running week, and two good walks behind it: one step back is enough (row 3), but only then.</summary>
public sealed class ExitWithinTheWeekTests
{
    [Fact]
    public void Two_good_walks_after_it_are_enough() => Assert.Equal(Decision.StepBack, Flared().Next().Decision);

    [Fact]
    public void Also_in_the_first_week_of_all() => Assert.Equal(Decision.StepBack, Flared(before: 0).Next().Decision);

    [Theory]
    [InlineData(5, Decision.StepBack)]
    [InlineData(6, Decision.WalkOnly)]
    public void Not_where_the_whole_week_is_called_red(int bare, Decision decision) => Assert.Equal(decision, Flared().Bare(bare).Next().Decision);

    [Theory]
    [InlineData(2, PainSite.Back, Decision.StepBack)]
    [InlineData(3, PainSite.Back, Decision.WalkOnly)]
    [InlineData(2, PainSite.Knee, Decision.StepBack)]
    [InlineData(3, PainSite.Knee, Decision.WalkOnly)]
    public void Not_where_a_later_day_was_worse_than_usual(int score, PainSite site, Decision decision) =>
        Assert.Equal(decision, Flared().Score(IsoDayOfWeek.Sunday, score, site: site).Next().Decision);

    /// <summary>More pain on Wednesday never asks for less: the walks are counted from there either way.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public void Walks_count_from_the_last_day_that_was_too_much(int wednesday)
    {
        Assert.Equal(Decision.StepBack, Flared().Score(IsoDayOfWeek.Wednesday, wednesday).Next().Decision);
        Assert.Equal(Decision.WalkOnly, Flared().Score(IsoDayOfWeek.Saturday, wednesday).Next().Decision);
    }

    [Fact]
    public void Not_where_two_runs_before_it_had_not_settled()
    {
        var runner = Flared(red: IsoDayOfWeek.Friday);
        runner.Run(IsoDayOfWeek.Tuesday, 2).Morning(IsoDayOfWeek.Wednesday, 4).Run(IsoDayOfWeek.Thursday, 2);
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
    }

    [Fact]
    public void Not_where_the_week_before_walked_already()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 7);
        runner.PlanNext();
        Assert.Equal(Decision.WalkOnly, runner.Last.Decision);
        runner.Bare(4).PlanNext();
        Walked(runner, IsoDayOfWeek.Monday, revision: 2);
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Not_where_last_weeks_red_answer_planned_these_walks(int revision)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 7);
        runner.PlanNext();
        Walked(runner, IsoDayOfWeek.Monday, revision);
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
    }

    [Fact]
    public void Walks_of_ones_own_count_where_nobody_had_changed_the_plan()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, null);
        runner.Run(IsoDayOfWeek.Tuesday, 7);
        foreach (var day in new[] { IsoDayOfWeek.Wednesday, IsoDayOfWeek.Friday })
        {
            runner.Log(new SessionLog.OnDay(runner.Day(day), LoggedKind.Walk, Done: true, Minutes: 30) { Week = runner.Week, Answered = runner.Sunday() }).Score(day, 1);
        }

        Assert.Equal((Decision.StepBack, 3), (runner.Next().Decision, runner.Next().Row));
    }

    [Fact]
    public void A_red_week_in_the_middle_of_walking_is_told_once()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 7, 6);
        Assert.Equal(["red-answer"], runner.Next().Reasons.Select(r => r.Code));
    }

    private static Runner Flared(int before = 2, IsoDayOfWeek red = IsoDayOfWeek.Tuesday)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(Enumerable.Repeat<int?>(1, before));
        runner.PlanNext();
        return Walked(runner, red, revision: 2);
    }

    /// <summary>The running week as its flare left it: runs up to the red day, walks of half an hour behind it, all done and felt as a 1.</summary>
    private static Runner Walked(Runner runner, IsoDayOfWeek red, int revision)
    {
        var week = runner.History.Weeks[^1];
        IsoDayOfWeek[] walks = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];
        runner.History = runner.History with
        {
            Weeks = runner.History.Weeks.SetItem(runner.History.Weeks.Length - 1, week with
            {
                Revision = revision,
                Decision = Decision.WalkOnly,
                Row = 3,
                Rung = 0,
                Runs = [.. week.Runs.Where(r => r.Day <= runner.Day(red))],
                Walks = [.. walks.Select(d => new PastWalk(runner.Day(d), 30))],
            }),
        };
        runner.Score(red, 7);
        foreach (var day in walks)
        {
            runner.Log(new SessionLog.OnDay(runner.Day(day), LoggedKind.Walk, Done: true) { Week = runner.Week, Answered = runner.Sunday() }).Score(day, 1);
        }

        return runner;
    }
}
