using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>The sentences people read, as they read them.</summary>
public sealed class WordsTests
{
    [Fact]
    public void A_morning_that_had_not_settled()
    {
        var runner = new Runner(Runner.Usual(2)).Answering([.. Enumerable.Repeat<int?>(2, 7), null]);
        runner.Run(IsoDayOfWeek.Tuesday, 2).Run(IsoDayOfWeek.Thursday, 5).Morning(IsoDayOfWeek.Friday, 4);
        Says("Thursday was a 5 and still a 4 on Friday morning, so this week is one step easier: 8 × 1:30 instead of 7 × 2:00.", runner);
    }

    [Fact]
    public void The_first_week() => Says("This is your first week, so it starts at 10 × 0:15: enough to see how it feels.", new Runner(Runner.Usual(1)));

    [Fact]
    public void A_good_week() => Says("Your back stayed at 1 or less, with 3 runs done, so this week goes one step up: 10 × 0:30 instead of 10 × 0:15.", Live(1));

    [Fact]
    public void A_week_without_pain() => Says("Your back stayed free of pain, with 3 runs done, so this week goes one step up: 10 × 0:30 instead of 10 × 0:15.", Live(0));

    [Fact]
    public void The_first_of_two_weeks_at_the_usual() =>
        Says("Last week was at your usual, 4 at the worst, and a second week like it comes before the next step, so this week stays at 10 × 0:15.", new Runner(Runner.Usual(4)).Answering(4));

    [Fact]
    public void And_one_a_point_above_it() =>
        Says("Last week was close to your usual, 5 at the worst, and a second week like it comes before the next step, so this week stays at 10 × 0:15.", new Runner(Runner.Usual(4)).Answering(5));

    [Fact]
    public void Walks_are_told_as_walks()
    {
        var runner = new Runner(Runner.Usual(2) with { Experience = Experience.None }).Answering(2);
        Says("Your back stayed at 2 or less, with 3 walks done, so this week goes one step up: 10 × 0:15 instead of brisk walks.", runner);
        Says("This is your first week, so it starts with brisk walks: enough to see how it feels.", new Runner(runner.Profile));
    }

    [Fact]
    public void A_run_that_is_still_to_come_is_not_held_against_anyone()
    {
        var runner = new Runner(Runner.Usual(1)).Answering([null]);
        var friday = runner.Day(IsoDayOfWeek.Friday).At(new LocalTime(18, 0));
        runner.Say(new PainReport(runner.Week, null, ReportTime.Week, PainSite.Back, new(1), friday));
        Assert.StartsWith("Your back stayed at 1 or less, with 2 runs done so far, so this week", Prescriber.Prescribe(runner.Facts(friday), Policy.Current).Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_rose_within_the_week_is_not_told_again_of_the_month() =>
        Assert.Equal(["rising"], new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 4).Next().Reasons.Select(r => r.Code));

    [Fact]
    public void Whoever_asks_for_four_runs_is_told_why_there_are_three()
    {
        var reasons = new Runner(Runner.Usual(1) with { RunsPerWeek = 4 }).PlanNext().Reasons;
        Assert.Equal("You asked for 4 runs. To begin with there is a day between runs, which makes 3 at most.", reasons[1].Text);
        Assert.Single(new Runner(Runner.Usual(1)).PlanNext().Reasons);
    }

    [Fact]
    public void A_lighter_week() =>
        Says("A lighter week is due, so this week rests at 12 × 0:30 and the next goes on from 8 × 1:00.", Live(1, 1, 1, 1));

    [Fact]
    public void A_red_answer() => Says("Your back was an 8 at its worst last week, so this week is walking, not running.", Live(1, 8));

    [Fact]
    public void Walking_on() => Says("Your back was still a 4, and running comes back at 2 or less, so this week is walking, not running.", Live(1, 8, 4));

    [Fact]
    public void Running_again() => Says("The walks went well, so you run again, gently and from further down: 10 × 0:15.", Live(1, 8, 1));

    [Fact]
    public void An_amber_week() => Says("Your back was a 3 at its worst last week, so this week stays at 10 × 0:30.", new Runner(Runner.Usual(2)).Answering(2, 3));

    [Fact]
    public void An_amber_run_is_told_by_its_day()
    {
        var runner = new Runner(Runner.Usual(2)).Answering(2, null);
        Says("Thursday was a 3, so this week stays at 10 × 0:30.", runner.Run(IsoDayOfWeek.Tuesday, 2).Run(IsoDayOfWeek.Thursday, 3).Run(IsoDayOfWeek.Saturday, 2));
    }

    [Fact]
    public void Two_weeks_at_the_usual_tell_the_worst_of_both() =>
        Says("Two weeks at your usual, 4 at the worst, so this week goes one step up: 10 × 0:30 instead of 10 × 0:15.", new Runner(Runner.Usual(4)).Answering(4, 3));

    [Fact]
    public void A_day_without_a_run_may_have_been_a_little_more()
    {
        var runner = new Runner(Runner.Usual(2)).Answering(2, 2, null);
        foreach (var day in new[] { IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Saturday })
        {
            runner.Run(day, 1);
        }

        runner.Score(IsoDayOfWeek.Monday, 2);
        Says("With 3 runs done, your back stayed at 1 or less on the days you ran, so this week goes one step up: 8 × 1:00 instead of 12 × 0:30.", runner);
    }

    [Fact]
    public void The_same_good_news_is_put_another_way_each_week()
    {
        var runner = Live([.. Enumerable.Repeat<int?>(1, 24)]);
        var said = runner.Plans.Where(p => p.Decision == Decision.Progress).Select(p => p.Reasons[0].Text).ToArray();
        Assert.All(said.Zip(said.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void A_lighter_week_says_so_first()
    {
        var runner = new Runner(Runner.Usual(3) with { RunsPerWeek = 2 }).Answering(Enumerable.Repeat<int?>(3, 7));
        var week = runner.Next();
        Assert.True(week.CutBack);
        Assert.StartsWith("A lighter week is due, so this week rests at", week.Reasons[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(week.Reasons, r => r.Code is "after-chronic-step" or "few-runs-at-rung");
    }

    [Fact]
    public void A_week_without_an_answer() =>
        Says("We have not heard yet how last week felt, so this week stays at 10 × 0:15. One number from 0 to 10 is enough.", Live([null]));

    [Fact]
    public void Two_weeks_without_an_answer() =>
        Says("We have not heard for 2 weeks how your back is, so this week stays at 10 × 0:15. One number from 0 to 10 is enough.", Live(null, null));

    [Fact]
    public void Sessions_without_a_score() =>
        Says("We know what you did but not how your back felt, so this week stays at 10 × 0:15. One number from 0 to 10 is enough.", Live([null]).RunsDone(3));

    [Fact]
    public void A_leg() => Says("Your leg was a 4 last week, so this week stays at 10 × 0:30.", Live(1, 1).Bare(4, PainSite.Knee));

    [Fact]
    public void The_top() =>
        Says("A calm week with 3 runs done and your back at 1 or less, so you keep what you have reached: 30 minutes without a break.", Live([.. Enumerable.Repeat<int?>(1, 20)]));

    [Fact]
    public void A_longer_run() => Says(
        "Your back stayed at 1 or less, with 3 runs done, so this week goes one step up: a longest run of 44 minutes instead of 40.",
        new Runner(Runner.Builder(40, 60)).Answering(1));

    [Fact]
    public void Three_silent_weeks() => Says(
        "We have not heard from you for 3 weeks. Are you still with us? One number from 0 to 10 is enough. This week stays at 10 × 0:15; without an answer the plan pauses after it.",
        Live(null, null, null));

    [Fact]
    public void A_pause_for_silence() => Says(
        "We have not heard from you for 4 weeks, so your plan is paused. Any answer wakes it up, and it will begin gently.", Live(null, null, null, null));

    [Fact]
    public void A_pause_that_lasts() =>
        Says("We have not heard from you for more than 4 weeks, so your plan is paused. Any answer wakes it up, and it will begin gently.", SilentlyPaused(null));

    [Fact]
    public void A_run_that_was_told_of_last_need_not_be_the_last() =>
        Assert.StartsWith("The last run we know of was ", SilentlyPaused(DateAdjusters.Next(IsoDayOfWeek.Monday)).Next().Reasons.Single(r => r.Code == "return").Text, StringComparison.Ordinal);

    /// <summary>A good week, four silent ones, and the pause they became.</summary>
    private static Runner SilentlyPaused(Func<LocalDate, LocalDate>? until)
    {
        var runner = Live(1, null, null, null, null);
        var from = runner.Week.PlusWeeks(1);
        runner.History = runner.History with { Pauses = [new(from, until?.Invoke(from).PlusDays(-1), PauseCause.Silence)] };
        return runner;
    }

    private static Runner Live(params int?[] answers) => new Runner(Runner.Usual(1)).Answering(answers);

    private static void Says(string text, Runner runner) => Assert.Equal(text, runner.Next().Reasons[0].Text);
}
