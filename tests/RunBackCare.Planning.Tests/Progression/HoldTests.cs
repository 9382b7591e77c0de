using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Safety holds, their end, and the way back (training rules, section 6).</summary>
public sealed class HoldTests
{
    [Theory]
    [InlineData(8, Decision.WalkOnly)]
    [InlineData(9, Decision.Urgent)]
    public void A_nine_of_any_site_is_urgent(int score, Decision decision)
    {
        Assert.Equal(decision, Live(1, score).Next().Decision);
        Assert.Equal(decision, Live(1, 1).Bare(score, PainSite.Ankle).Next().Decision);
    }

    [Fact]
    public void An_urgent_week_walks_without_strength()
    {
        var next = Live(1, 9).Next();
        Assert.IsType<Training.Walking>(next.Training);
        Assert.Equal((2, 0, true, false, 3), (next.Row, next.Strength, next.Acute, next.Paused, next.Runs));
    }

    [Fact]
    public void An_urgent_hold_ends_after_two_weeks_without_a_sign_and_leads_through_walking_only()
    {
        var runner = Live(1, 1, 9, 1, 1, 1);
        Assert.Equal([Decision.Urgent, Decision.Urgent, Decision.WalkOnly], runner.Plans.Skip(3).Select(p => p.Decision));
        Assert.Equal("after-hold", runner.Last.Reasons[0].Code);
        var next = runner.Next();
        Assert.Equal((Decision.Hold, 5, "reentry"), (next.Decision, next.Row, next.Reasons[0].Code));
    }

    [Fact]
    public void A_red_score_makes_it_last() =>
        Assert.Equal([Decision.Urgent, Decision.Urgent, Decision.Urgent], Live(1, 1, 9, 6, 1, 1).Plans.Skip(3).Select(p => p.Decision));

    [Fact]
    public void An_emergency_plans_nothing_until_it_is_cleared_and_then_walks()
    {
        var runner = Live(1, 1);
        var said = runner.Sunday().Date;
        runner.History = runner.History with { Flags = [new(said, SafetyLevel.A, "saddle-numbness")], Hold = new(SafetyLevel.A, said, null) };
        runner.Answering(null, null, null);
        Assert.All(runner.Plans.Skip(2), p => Assert.Equal((Decision.Emergency, true), (p.Decision, p.Paused)));
        runner.History = runner.History with { Hold = new(SafetyLevel.A, said, runner.Sunday().Date) };
        Assert.Equal((Decision.WalkOnly, "after-hold"), (runner.Next().Decision, runner.Next().Reasons[0].Code));
        runner.Answering(1);
        Assert.Equal((Decision.Hold, "reentry"), (runner.Next().Decision, runner.Next().Reasons[0].Code));
    }

    [Fact]
    public void A_new_sign_after_clearance_holds_again()
    {
        var runner = Live(1, 1);
        var day = runner.Sunday().Date;
        runner.History = runner.History with { Hold = new(SafetyLevel.A, day.PlusDays(-9), day.PlusDays(-3)), Flags = [new(day, SafetyLevel.A, "bladder")] };
        Assert.Equal(Decision.Emergency, runner.Next().Decision);
    }

    [Fact]
    public void A_reason_to_ask_a_clinician_first_plans_nothing()
    {
        var runner = Live(1, 1);
        runner.History = runner.History with { Hold = new(SafetyLevel.C, runner.Week, null) };
        Assert.True(runner.Next().Paused);
        Assert.Contains("clinician", runner.Next().Reasons[0].Text, StringComparison.Ordinal);
        runner.Answering([null]);
        runner.History = runner.History with { Hold = new(SafetyLevel.C, runner.Week, runner.Sunday().Date) };
        Assert.Equal(Decision.WalkOnly, runner.Next().Decision);
    }

    [Fact]
    public void A_screening_answer_that_nobody_cleared_plans_nothing()
    {
        var profile = Runner.Usual(1) with { Screening = [new(Runners.Screening.Heart, null)] };
        Assert.True(new Runner(profile).PlanNext().Paused);
        Assert.False(new Runner(profile with { Screening = [new(Runners.Screening.Heart, Runner.FirstMonday)] }).PlanNext().Paused);
    }

    [Fact]
    public void Withdrawing_the_score_does_not_lift_a_stored_hold()
    {
        var runner = Live(1, 9);
        runner.History = runner.History with { Reports = runner.History.Reports.RemoveAt(1), Hold = new(SafetyLevel.B, runner.Sunday().Date, null) };
        Assert.Equal(Decision.Urgent, runner.Next().Decision);
    }

    [Fact]
    public void An_emergency_stands_above_an_urgent_sign()
    {
        var runner = Live(1, 9);
        runner.History = runner.History with { Flags = [new(runner.Week, SafetyLevel.B, "fever"), new(runner.Week, SafetyLevel.A, "both-legs")] };
        Assert.Equal(SafetyLevel.A, Holds.InForce(runner.History, runner.Week, Policy.Current)!.Level);
    }

    [Fact]
    public void A_same_day_hold_lasts_two_weeks_from_the_last_sign()
    {
        var day = Runner.FirstMonday;
        RunnerHistory Flagged(params (int Day, SafetyLevel Level)[] flags) =>
            RunnerHistory.Of(day) with { Flags = [.. flags.Select(f => new SafetyFlag(day.PlusDays(f.Day), f.Level, "fever"))] };

        var once = Flagged((0, SafetyLevel.B));
        Assert.NotNull(Holds.InForce(once, day.PlusDays(13), Policy.Current));
        Assert.Null(Holds.InForce(once, day.PlusDays(14), Policy.Current));
        Assert.Equal(day.PlusDays(14), Holds.LastEnded(once, day.PlusDays(14), Policy.Current));
        Assert.Null(Holds.LastEnded(once, day.PlusDays(13), Policy.Current));

        Assert.Equal(day.PlusDays(24), Holds.UrgentEnds(Flagged((0, SafetyLevel.B), (10, SafetyLevel.B)), day, Policy.Current));
        Assert.Equal(day.PlusDays(24), Holds.UrgentEnds(Flagged((10, SafetyLevel.B), (0, SafetyLevel.B)), day, Policy.Current));
        Assert.Equal(day.PlusDays(14), Holds.UrgentEnds(Flagged((0, SafetyLevel.B), (10, SafetyLevel.C)), day, Policy.Current));
        Assert.Equal(day, Holds.InForce(Flagged((5, SafetyLevel.B), (0, SafetyLevel.B), (7, SafetyLevel.B)), day.PlusDays(9), Policy.Current)!.Since);
    }

    [Fact]
    public void Who_is_cleared_on_the_day_of_the_sign_is_cleared()
    {
        var day = Runner.FirstMonday;
        var history = RunnerHistory.Of(day) with { Flags = [new(day, SafetyLevel.A, "bladder"), new(day, SafetyLevel.B, "fever")], Hold = new(SafetyLevel.A, day, day) };
        Assert.Null(Holds.InForce(history, day.PlusDays(1), Policy.Current));
        Assert.Equal(day, Holds.LastEnded(history, day.PlusDays(1), Policy.Current));
    }

    [Fact]
    public void A_nine_of_the_day_of_clearance_is_cleared_as_well()
    {
        var day = Runner.FirstMonday;
        var nine = new PainReport(day, day, ReportTime.Unknown, PainSite.Back, new(9), day.At(LocalTime.Noon));
        var history = RunnerHistory.Of(day) with { Reports = [nine], Hold = new(SafetyLevel.B, day, day) };
        Assert.Null(Holds.InForce(history, day.PlusDays(1), Policy.Current));
        Assert.NotNull(Holds.InForce(history with { Hold = new(SafetyLevel.B, day.PlusDays(-3), day.PlusDays(-1)) }, day.PlusDays(1), Policy.Current));
    }

    private static Runner Live(params int?[] answers) => new Runner(Runner.Usual(1)).Answering(answers);
}
