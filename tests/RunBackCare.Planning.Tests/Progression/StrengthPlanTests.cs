using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

public sealed class StrengthPlanTests
{
    [Fact]
    public void The_level_rises_in_a_hold_after_two_good_weeks_and_never_with_a_rung()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(Enumerable.Repeat<int?>(1, 14));
        Assert.Equal([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3], runner.Plans.Select(p => p.StrengthLevel));
        Assert.All(runner.Plans.Zip(runner.Plans.Skip(1)), p => Assert.False(p.Second.StrengthLevel > p.First.StrengthLevel && p.Second.Standing > p.First.Standing));
    }

    [Fact]
    public void Strength_left_out_or_a_painful_week_keeps_the_level()
    {
        Assert.Equal(1, new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1).Skipped(IsoDayOfWeek.Wednesday, LoggedKind.Strength).Next().StrengthLevel);
        Assert.Equal(1, new Runner(Runner.Usual(2)).Answering(2, 2, 2, 3).Next().StrengthLevel);
    }

    [Fact]
    public void Walking_only_goes_back_to_the_first_level_with_calm_items_and_the_week_after_stays_calm()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1, 1, 7, 1, 1, 1);
        Assert.Equal([2, 1, 1, 1, 1], runner.Plans.Skip(4).Take(1).Concat(runner.Plans.Skip(6).Take(3)).Select(p => p.StrengthLevel).Append(1));
        Assert.Equal([false, true, true, false], runner.Plans.Skip(5).Select(p => p.Acute));
    }

    [Fact]
    public void A_third_session_comes_when_nothing_is_left_to_raise()
    {
        var runner = new Runner(Runner.Usual(1) with { Goal = Runners.Goal.RunWalkForLife }).Answering(Enumerable.Repeat<int?>(1, 16));
        Assert.Equal(9, runner.Last.Rung);
        Assert.Equal(3, runner.Last.Strength);
        Assert.All(runner.Plans.Take(11), p => Assert.Equal(2, p.Strength));
    }
}
