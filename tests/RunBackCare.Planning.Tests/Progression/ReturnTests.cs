using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>The return table of the training rules, section 5.</summary>
public sealed class ReturnTests
{
    [Theory]
    [InlineData(7, 10)]
    [InlineData(8, 9)]
    [InlineData(14, 9)]
    [InlineData(15, 7)]
    [InlineData(30, 7)]
    [InlineData(31, 5)]
    [InlineData(60, 5)]
    [InlineData(61, 4)]
    [InlineData(90, 4)]
    [InlineData(91, 1)]
    [InlineData(400, 1)]
    public void Days_without_a_run_take_rungs_away(int days, int rung) => Assert.Equal(rung, new Break(days, Ill: false, 10).Rung(lastLevel: 3, Policy.Current));

    [Theory]
    [InlineData(7, 9)]
    [InlineData(8, 7)]
    [InlineData(30, 5)]
    [InlineData(60, 4)]
    [InlineData(61, 1)]
    public void An_illness_takes_one_row_more(int days, int rung) => Assert.Equal(rung, new Break(days, Ill: true, 10).Rung(lastLevel: 3, Policy.Current));

    [Theory]
    [InlineData(7, 100)]
    [InlineData(8, 85)]
    [InlineData(15, 70)]
    [InlineData(31, 50)]
    [InlineData(61, null)]
    public void A_continuous_runner_comes_back_by_minutes(int days, int? percent) => Assert.Equal(percent, new Break(days, Ill: false, 15).Percent(Policy.Current));

    [Fact]
    public void After_the_longest_break_a_painful_back_walks_first()
    {
        Assert.Equal(0, new Break(91, Ill: false, 10).Rung(lastLevel: 4, Policy.Current));
        Assert.Equal(1, new Break(91, Ill: false, 10).Rung(lastLevel: 3, Policy.Current));
    }

    [Fact]
    public void Nobody_falls_below_the_first_rung() => Assert.Equal(1, new Break(40, Ill: false, 3).Rung(lastLevel: 9, Policy.Current));

    [Fact]
    public void A_week_without_runs_is_counted_from_the_last_run_and_never_stacked()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(Enumerable.Repeat<int?>(1, 10));
        Assert.Equal(8, runner.Last.Standing);
        runner.Answering(1).RunsDone(0);
        Returns(runner.Next(), 7, 9);
        runner.PlanNext();
        runner.Bare(1).RunsDone(0);
        Returns(runner.Next(), 5, 16);
        runner.PlanNext();
        runner.Bare(1).RunsDone(0);
        Returns(runner.Next(), 5, 23);
    }

    [Fact]
    public void A_pause_of_five_weeks_takes_five_rungs_and_holds()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(Enumerable.Repeat<int?>(1, 10)).Skip(5);
        Returns(runner.Next(), 3, 37);
        runner.PlanNext();
        runner.Bare(1);
        Assert.Equal((Decision.Progress, 4), (runner.Next().Decision, runner.Next().Rung));
    }

    [Fact]
    public void Silent_weeks_do_not_count_until_they_are_a_pause()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1, null, null, null);
        Assert.False(runner.Next().Return);
        runner.PlanNext();
        Assert.True(runner.Next().Paused);
        runner.PlanNext();
        runner.Bare(1);
        Returns(runner.Next(), 1, 37);
    }

    [Fact]
    public void Ill_since_wednesday_steps_back_by_the_next_row()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1);
        runner.Log(new SessionLog.IllSince(runner.Day(IsoDayOfWeek.Wednesday)) { Week = runner.Week, Answered = runner.Sunday() });
        var next = runner.Next();
        Assert.Equal((Decision.Hold, 4, true), (next.Decision, next.Rung, next.Return));
        Assert.StartsWith("You were ill, and your last run was 6 days ago, so you come back gently: 8 × 1:00 instead of 10 × 1:00.", next.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-2, false)] // the Thursday before the last run, which was on Saturday
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(8, true)]
    public void A_pause_for_an_illness_since_the_last_run_takes_one_row_more(int afterLastRun, bool ill)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1);
        var from = runner.Day(IsoDayOfWeek.Saturday).PlusDays(afterLastRun);
        runner.Run(IsoDayOfWeek.Saturday, 1);
        runner.History = runner.History with { Pauses = [new(from, runner.Week.PlusDays(13), PauseCause.Illness)] };
        runner.Skip(1);
        Assert.Equal(ill ? 2 : 4, runner.Next().Rung);
        Assert.Equal(ill, runner.Next().Reasons[0].Text.StartsWith("You were ill", StringComparison.Ordinal));
    }

    [Fact]
    public void An_illness_that_is_still_to_come_is_none()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1).Skip(1);
        var first = runner.Facts().FirstDay;
        runner.History = runner.History with { Pauses = runner.History.Pauses.Add(new(first.PlusDays(2), first.PlusDays(4), PauseCause.Illness)) };
        Returns(runner.Next(), 4, 9);
    }

    [Fact]
    public void Ill_since_the_day_of_the_last_run_counts()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1);
        runner.Log(new SessionLog.IllSince(runner.Day(IsoDayOfWeek.Saturday)) { Week = runner.Week, Answered = runner.Sunday() }).Run(IsoDayOfWeek.Saturday, 1);
        Assert.True(runner.Next().Return);
    }

    [Theory]
    [InlineData(PauseCause.Silence, 23)]
    [InlineData(PauseCause.Asked, 9)]
    public void A_pause_for_silence_makes_the_silent_weeks_before_it_count(PauseCause cause, int days)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 1, null, null);
        runner.History = runner.History with { Pauses = [new(runner.Week.PlusWeeks(1), runner.Week.PlusWeeks(1).PlusDays(6), cause)] };
        Assert.Equal($"{days}", runner.Next().Reasons[0].Values["days"]);
    }

    [Fact]
    public void Whoever_only_walks_has_no_break()
    {
        var runner = new Runner(Runner.Usual(1) with { Experience = Runners.Experience.None }).Answering(1).Skip(20);
        Assert.False(runner.Next().Return);
        Assert.Equal(0, runner.Next().Rung);
    }

    private static void Returns(Prescription next, int rung, int days)
    {
        Assert.Equal((Decision.Hold, 5, rung, true), (next.Decision, next.Row, next.Rung, next.Return));
        Assert.Equal($"{days}", next.Reasons[0].Values["days"]);
        Assert.Contains($" was {days} days ago", next.Reasons[0].Text, StringComparison.OrdinalIgnoreCase);
    }
}
