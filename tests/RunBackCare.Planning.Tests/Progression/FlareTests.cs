using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Tests.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>What a red report in the middle of a week is, and what it makes of the days left.</summary>
public sealed class FlareTests
{
    [Fact]
    public void The_worst_of_several_is_told()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null);
        runner.Run(IsoDayOfWeek.Tuesday, 6).Run(IsoDayOfWeek.Thursday, 8).Score(IsoDayOfWeek.Friday, 7);
        Assert.Equal(new Flare(runner.Day(IsoDayOfWeek.Thursday), 8, Leg: false), Flare.Of(Running(runner), Policy.Current));
    }

    [Fact]
    public void A_changed_stride_is_told_by_the_day_it_was_about_else_by_the_day_of_writing()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null);
        var tuesday = runner.Day(IsoDayOfWeek.Tuesday);
        runner.Log(new SessionLog.ChangedStride(tuesday) { Week = runner.Week, Answered = runner.Sunday() });
        Assert.Equal(new Flare(tuesday, null, Leg: false), Flare.Of(Running(runner), Policy.Current));
        runner.History = runner.History with { Logs = [new SessionLog.ChangedStride(null) { Week = runner.Week, Answered = runner.Sunday() }] };
        Assert.Equal(new Flare(runner.Sunday().Date, null, Leg: false), Flare.Of(Running(runner), Policy.Current));
    }

    [Fact]
    public void What_is_left_walks_gently_and_is_neither_lighter_nor_provisional_nor_a_return_any_more()
    {
        var kept = Given.OnRung(8) with { CutBack = true, Provisional = true, Return = true, Hills = true, StrengthLevel = 3 };
        var soft = new Flare(Given.Monday, 7, Leg: false).Soften(kept, runsLeft: true);
        Assert.Equal((Decision.WalkOnly, 3, 0, new Training.Walking()), (soft.Decision, soft.Row, soft.Rung, soft.Training));
        Assert.Equal((false, false, false, false, true, true, 1), (soft.CutBack, soft.Provisional, soft.Return, soft.Hills, soft.Acute, soft.Amber, soft.StrengthLevel));
        Assert.Equal("Your back was a 7 on Monday, so the runs left this week become walks. Turn back when it nags.", soft.Reasons.Single().Text);
    }

    [Fact]
    public void Where_no_run_is_left_the_week_keeps_its_name()
    {
        var kept = Given.OnRung(8) with { CutBack = true, Return = true };
        var soft = new Flare(null, 6, Leg: true).Soften(kept, runsLeft: false);
        Assert.Equal((kept.Decision, kept.Row, kept.Rung, true, true), (soft.Decision, soft.Row, soft.Rung, soft.CutBack, soft.Return));
        Assert.Equal("Your leg was a 6 this week, so what is left of this week stays gentle.", soft.Reasons.Single().Text);
    }

    private static Planning.Weeks.Facts Running(Runner runner) => runner.Facts() with { Starts = runner.Week, FirstDay = runner.Week };
}
