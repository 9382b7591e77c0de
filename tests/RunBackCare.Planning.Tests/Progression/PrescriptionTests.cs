using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>What a week's decision means for its exercises, its ground, its lesson; and the weeks in which nothing is planned.</summary>
public sealed class PrescriptionTests
{
    [Theory]
    [InlineData(13, 4, true)]
    [InlineData(14, 4, false)]
    [InlineData(13, 3, false)]
    [InlineData(700, 4, false)]
    public void A_pain_that_has_only_just_begun_gets_calm_exercises(int days, int now, bool acute) =>
        Assert.Equal(acute, new Runner(Began(days, now)).PlanNext().Acute);

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void So_does_one_that_grew_since(int answer, bool acute) => Assert.Equal(acute, new Runner(Began(days: 3, now: 3)).Answering(answer).Next().Acute);

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, true)]
    [InlineData(4, 2, false)]
    [InlineData(4, 3, true)]
    public void Above_two_no_drill_jumps_whatever_is_usual(int usual, int answer, bool amber) => Assert.Equal(amber, new Runner(Runner.Usual(usual)).Answering(usual, answer).Next().Amber);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Nor_with_a_sore_leg(int leg, bool amber) => Assert.Equal(amber, Live(1, 1).Bare(leg, PainSite.Shin).Next().Amber);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void In_the_first_week_the_pain_of_now_says_so(int now, bool amber) =>
        Assert.Equal(amber, new Runner(Runner.Usual(2) with { Back = Runner.Usual(2).Back with { Now = now } }).PlanNext().Amber);

    [Fact]
    public void Nor_after_a_step_back_to_the_usual() => Assert.Equal((Decision.StepBack, true), Of(new Runner(Runner.Usual(4)).Answering(4, 2, 4).Next(), p => p.Amber));

    [Fact]
    public void A_flare_asks_for_its_lesson()
    {
        Assert.Equal((Decision.StepBack, LessonNeed.Flare), Of(Live(1, 3).Next(), p => p.Lesson));
        Assert.Equal((Decision.WalkOnly, LessonNeed.Flare), Of(Live(1, 7).Next(), p => p.Lesson));
        Assert.Equal(LessonNeed.None, Live(1, 1).Next().Lesson);
    }

    [Fact]
    public void A_sore_back_keeps_to_the_ground_it_knows()
    {
        Assert.True(Live(1, 3).Next().FamiliarSurface);
        Assert.True(Live(1, 7).Next().FamiliarSurface);
        Assert.False(Live(1, 1).Next().FamiliarSurface);
    }

    [Theory]
    [InlineData(PauseCause.Asked, "paused")]
    [InlineData(PauseCause.Illness, "paused")]
    [InlineData(PauseCause.Silence, "paused-silent")]
    public void A_paused_week_says_why(PauseCause cause, string code)
    {
        var next = During(new Pause(Runner.FirstMonday.PlusWeeks(2), null, cause));
        Assert.Equal((true, code), (next.Paused, next.Reasons.Single().Code));
        Assert.IsType<Training.Nothing>(next.Training);
    }

    [Theory]
    [InlineData(-3, -1, false)]
    [InlineData(-3, 0, true)]
    [InlineData(0, 0, true)]
    [InlineData(0, 9, true)]
    [InlineData(1, 9, false)]
    public void A_week_is_paused_whose_first_day_is(int from, int to, bool paused)
    {
        var monday = Runner.FirstMonday.PlusWeeks(2);
        Assert.Equal(paused, During(new Pause(monday.PlusDays(from), monday.PlusDays(to), PauseCause.Asked)).Paused);
    }

    [Fact]
    public void An_emergency_says_what_ends_it()
    {
        var runner = Live(1, 1);
        runner.History = runner.History with { Flags = [new(runner.Week, SafetyLevel.A, "bladder")] };
        Assert.Equal(
            "You told us of a sign that cannot wait, so nothing is planned until someone has seen you. Write CLEARED once a clinician has said you may run.",
            runner.Next().Reasons.Single().Text);
    }

    [Fact]
    public void A_return_names_the_break_and_what_is_still_unknown()
    {
        Assert.Equal(["return", "few-done"], Codes(Live(1, 1, 1, 1, 1, 1, 1).RunsDone(0)));
        Assert.Equal(["return", "no-score", "few-done"], Codes(Live(1, 1, 1, 1, 1, 1, null).RunsDone(0)));
        Assert.Equal(["return"], Codes(Live(1, 1, 1, 1, 1, 1).Skip(2)));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(3, 5)]
    public void A_step_back_out_of_a_break_goes_to_the_lower_of_the_two(int weeks, int rung)
    {
        var runner = Live([.. Enumerable.Repeat<int?>(1, 9), 3]);
        Assert.Equal(8, runner.Last.Standing);
        runner = weeks > 0 ? runner.Skip(weeks) : runner;
        Assert.Equal((Decision.StepBack, rung), Of(runner.Next(), p => p.Rung));
    }

    private static Profile Began(int days, int now) => Runner.Usual(2) with { Back = new(2, now, Runner.FirstMonday.PlusDays(-days), Direction.Neither, Assessed: true) };

    private static Prescription During(Pause pause)
    {
        var facts = Live(1, 1).Facts();
        return Prescriber.Prescribe(facts with { History = facts.History with { Pauses = [pause] } }, Policy.Current);
    }

    private static IEnumerable<string> Codes(Runner runner) => runner.Next().Reasons.Select(r => r.Code);

    private static (Decision Decision, T Value) Of<T>(Prescription plan, Func<Prescription, T> value) => (plan.Decision, value(plan));

    private static Runner Live(params int?[] answers) => new Runner(Runner.Usual(1)).Answering(answers);
}
