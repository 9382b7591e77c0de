using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>The vectors of the training rules, section 3: usual; mean before → mean; worst on a run day; next morning; done / planned.</summary>
public sealed class VectorTests
{
    private static readonly IsoDayOfWeek[] Week =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    [Fact]
    public void One_as_ever_progresses() => Decides(Decision.Progress, 8, usual: 1, before: [1, 1, 1, 1, 1, 1, 1], now: [0, 2, 1, 1, 1, 1, 1]);

    [Fact]
    public void A_four_on_one_run_that_has_settled_holds() => Decides(Decision.Hold, 7, usual: 1, before: [1, 1, 1, 1, 1, 1, 1], now: [1, 1, 1, 4, 2, 1, 1]);

    [Fact]
    public void A_four_with_a_three_next_morning_steps_back() => Decides(Decision.StepBack, 4, usual: 1, before: [1, 1, 1, 1, 1, 1, 1], now: [0, 1, 0, 4, 3, 1, 1]);

    [Fact]
    public void A_week_two_points_worse_steps_back() => Decides(Decision.StepBack, 4, usual: 2, before: [2, 2, 2, 2, 2, 2, 2], now: [5, 4, 3, 4, 3, 4, 6]);

    [Fact]
    public void A_six_on_a_run_walks() => Decides(Decision.WalkOnly, 3, usual: 2, before: [2, 2, 2, 2, 2, 2, 2], now: [1, 2, 1, 6, 2, 2, 2]);

    [Fact]
    public void A_usual_four_holds_in_its_first_such_week()
    {
        var runner = new Runner(Runner.Usual(4)).Answering(null, null);
        Daily(runner, [4, 4, 4, 4, 4, 4, 4]);
        Assert.Equal((Decision.Hold, 7), (runner.Next().Decision, runner.Next().Row));
    }

    [Fact]
    public void A_usual_four_progresses_in_its_second_such_week_and_then_holds()
    {
        var runner = Lived(usual: 4, before: [4, 4, 4, 4, 4, 4, 4], now: [4, 4, 3, 4, 4, 4, 4]);
        Assert.Equal((Decision.Progress, 6), (runner.Next().Decision, runner.Next().Row));
        runner.PlanNext();
        Daily(runner, [4, 4, 4, 4, 4, 4, 4]);
        Assert.Equal((Decision.Hold, 5), (runner.Next().Decision, runner.Next().Row));
        Assert.Contains(runner.Next().Reasons, r => r.Code == "after-chronic-step");
    }

    [Fact]
    public void No_answer_holds_and_asks()
    {
        var next = new Runner(Runner.Usual(1)).Answering(1, 1, null).Next();
        Assert.Equal((Decision.Hold, 5, true), (next.Decision, next.Row, next.Provisional));
        Assert.Contains("One number from 0 to 10", next.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_of_three_holds()
    {
        var next = new Runner(Runner.Usual(1)).Answering(1, 1).RunsDone(1).Next();
        Assert.Equal((Decision.Hold, 5), (next.Decision, next.Row));
        Assert.Equal("1 of 3 runs done last week, and what was missed is not made up, so this week stays at 10 × 0:30.", next.Reasons[0].Text);
    }

    [Fact]
    public void An_emergency_sign_plans_nothing()
    {
        var runner = new Runner(Runner.Usual(0)).Answering(0, 2);
        runner.History = runner.History with { Flags = [new(runner.Sunday().Date, SafetyLevel.A, "saddle-numbness")] };
        var next = runner.Next();
        Assert.Equal((Decision.Emergency, 1, true), (next.Decision, next.Row, next.Paused));
        Assert.IsType<Training.Nothing>(next.Training);
    }

    [Fact]
    public void Six_weeks_of_five_refer()
    {
        var next = new Runner(Runner.Usual(3)).Answering(5, 5, 5, 4, 5, 5).Next();
        Assert.Contains(next.Decision, new[] { Decision.Hold, Decision.StepBack });
        Assert.Contains("not-improving", next.Referral!.Reasons);
    }

    [Fact]
    public void The_fourth_good_week_is_followed_by_a_lighter_one()
    {
        var next = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1).Next();
        Assert.Equal((Decision.Hold, 5, 3, 4, true), (next.Decision, next.Row, next.Rung, next.Standing, next.CutBack));
    }

    private static void Decides(Decision decision, int row, int usual, int[] before, int[] now)
    {
        var next = Lived(usual, before, now).Next();
        Assert.Equal((decision, row), (next.Decision, next.Row));
    }

    /// <summary>A first week without an answer, then two with a score on each day.</summary>
    private static Runner Lived(int usual, int[] before, int[] now)
    {
        var runner = new Runner(Runner.Usual(usual));
        foreach (var scores in new[] { before, now })
        {
            runner.PlanNext();
            Daily(runner, scores);
        }

        return runner;
    }

    private static void Daily(Runner runner, int[] scores)
    {
        foreach (var (day, score) in Week.Zip(scores))
        {
            runner.Score(day, score);
        }
    }
}
