using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Tests.Progression;

namespace RunBackCare.Planning.Tests.History;

public sealed class SilenceTests
{
    [Fact]
    public void One_and_two_silent_weeks_hold_the_third_asks_the_fourth_pauses()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, null, null, null, null);
        Assert.Equal("1 2 3 3 3 3", runner.Course);
        Assert.Equal([true, true, false, false], runner.Plans.Skip(2).Select(p => p.NewContent));
        Assert.Equal(["good-week", "no-answer", "no-answer", "no-answer-ask"], runner.Plans.Skip(2).Select(p => p.Reasons[0].Code));
        var next = runner.Next();
        Assert.True(next.Paused);
        Assert.IsType<Training.Nothing>(next.Training);
    }

    [Fact]
    public void Whoever_never_answers_is_paused_after_four_weeks() =>
        Assert.Equal([false, false, false, false, true, true], new Runner(Runner.Usual(1)).Answering(null, null, null, null, null, null).Plans.Select(p => p.Paused));

    [Fact]
    public void A_pause_longer_than_the_memory_lasts()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1).Answering(Enumerable.Repeat<int?>(null, 40));
        Assert.All(runner.Plans.Skip(10), p => Assert.True(p.Paused));
        runner.Bare(1);
        Assert.Equal((Decision.Hold, 1, true), (runner.Next().Decision, runner.Next().Rung, runner.Next().Return));
    }

    [Fact]
    public void The_cut_back_comes_whether_anybody_answers_or_not()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, null);
        Assert.Equal((3, true, true), (runner.Next().Rung, runner.Next().CutBack, runner.Next().Provisional));
    }

    [Fact]
    public void A_mail_that_never_arrived_is_nobodys_silence()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, null, null, null, null);
        runner.History = runner.History with { Weeks = [.. runner.History.Weeks.Select(w => w with { Delivered = w.Starts < runner.Week })] };
        Assert.False(runner.Next().Paused);
    }

    [Fact]
    public void Doing_without_a_score_is_no_silence()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null, null, null, null);
        runner.RunsDone(3);
        Assert.False(runner.Next().Paused);
    }

    [Fact]
    public void An_answer_wakes_the_plan_gently()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1, null, null, null, null, 2);
        Assert.True(runner.Last.Paused);
        var next = runner.Next();
        Assert.Equal((Decision.Hold, 1, true, false), (next.Decision, next.Rung, next.Return, next.Paused));
    }

    [Fact]
    public void RESUME_wakes_it_as_well()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1, null, null, null, null);
        runner.History = runner.History with { Pauses = [new(runner.Week.PlusWeeks(1), runner.Week.PlusDays(10), PauseCause.Silence)] };
        runner.PlanNext();
        Assert.Equal((Decision.Hold, 1, true), (runner.Last.Decision, runner.Last.Rung, runner.Last.Return));
    }

    [Fact]
    public void A_late_answer_still_ends_a_silence()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, null, null, null);
        Assert.Equal("no-answer-ask", runner.Next().Reasons[0].Code);
        runner.Say(new PainReport(runner.Week.PlusWeeks(-2), null, ReportTime.Week, Planning.Pain.PainSite.Back, new(1), runner.Sunday()));
        Assert.Equal("no-answer", runner.Next().Reasons[0].Code);
    }
}
