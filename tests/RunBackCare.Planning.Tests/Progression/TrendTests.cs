using NodaTime;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>What trends are compared with, and what they are not (rows 4, 5 and 8).</summary>
public sealed class TrendTests
{
    /// <summary>With four answers in all, the best stretch holds the newest: a 5 in it must not make the stretch look worse and the creep smaller.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void More_pain_never_hides_a_creep(int newest)
    {
        var next = Live(0, 0, 4, newest).Next();
        Assert.Equal((Decision.StepBack, "creep"), (next.Decision, next.Reasons[0].Code));
    }

    [Fact]
    public void A_leg_told_of_without_the_back_is_an_answered_week()
    {
        var runner = Live(1, null).Bare(4, PainSite.Knee);
        runner.PlanNext();
        runner.Bare(4, PainSite.Knee);
        Assert.Equal((Decision.StepBack, "leg-again"), (runner.Next().Decision, runner.Next().Reasons[0].Code));
    }

    [Fact]
    public void A_silent_week_between_does_not_make_a_leg_new_again()
    {
        var runner = Live(1, 1).Bare(4, PainSite.Knee).Answering(null, 1);
        runner.Bare(4, PainSite.Knee);
        Assert.Contains(runner.Next().Reasons, r => r.Code == "leg-again");
    }

    [Fact]
    public void A_calm_answer_between_does()
    {
        var runner = Live(1, 1).Bare(4, PainSite.Knee).Answering(1, 1);
        runner.Bare(4, PainSite.Knee);
        Assert.DoesNotContain(runner.Next().Reasons, r => r.Code == "leg-again");
    }

    [Fact]
    public void Four_weeks_ago_in_silence_is_nothing_to_compare_with()
    {
        var next = new Runner(Runner.Usual(2)).Answering(2, null, 2, 3, 3, 4).Next();
        Assert.Equal((Decision.Hold, 7), (next.Decision, next.Row));
    }

    [Fact]
    public void A_return_between_begins_the_month_anew()
    {
        var runner = Live(1).Skip(1).Answering(1, 2, 3);
        Assert.Contains(runner.Plans, p => p.Return);
        Assert.Equal((Decision.Hold, 7), (runner.Next().Decision, runner.Next().Row));
    }

    [Fact]
    public void A_morning_that_has_neither_settled_nor_worsened_holds()
    {
        // Usual one and a half: a 3 is above what is settled (2.5) and below what steps back (3.5).
        var runner = new Runner(Runner.Usual(2)).Answering(2, 1, 1, 2, null);
        runner.Run(IsoDayOfWeek.Tuesday, 2).Morning(IsoDayOfWeek.Wednesday, 3);
        Assert.Equal((Decision.Hold, 9), (runner.Next().Decision, runner.Next().Row));
    }

    [Theory]
    [InlineData(-8, false)]
    [InlineData(-7, true)]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void Shoes_are_new_in_the_week_after_the_one_they_came_in(int days, bool fresh)
    {
        var runner = Live(1, 1, 1);
        runner.Profile = runner.Profile with { Shoes = new Shoes(runner.Week.PlusWeeks(1).PlusDays(days), 0) };
        Assert.Equal(fresh, runner.Next().Reasons.Any(r => r.Code == "new-shoes"));
    }

    private static Runner Live(params int?[] answers) => new Runner(Runner.Usual(1)).Answering(answers);
}
