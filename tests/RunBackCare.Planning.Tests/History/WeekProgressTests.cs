using RunBackCare.Planning.History;
using RunBackCare.Planning.Tests.Progression;

namespace RunBackCare.Planning.Tests.History;

public sealed class WeekProgressTests
{
    [Fact]
    public void A_silent_week_is_not_known_and_never_a_zero()
    {
        var weeks = Look(new Runner(Runner.Usual(1)).Answering(1, 2, null));

        Assert.Equal([1, 2, null], weeks.Select(w => w.Worst));
        Assert.Equal([450, 900, null], weeks.Select(w => w.RunSeconds));
    }

    [Fact]
    public void A_week_after_a_red_score_is_one_of_walking() =>
        Assert.Equal([ProgressKind.Running, ProgressKind.Running, ProgressKind.Walking], Look(new Runner(Runner.Usual(1)).Answering(1, 7, 3)).Select(w => w.Kind));

    [Fact]
    public void The_newest_weeks_are_taken() => Assert.Equal(2, WeekProgress.Of(new Runner(Runner.Usual(1)).Answering(1, 1, 1, 1).Facts(), Policy.Current, 2).Length);

    private static System.Collections.Immutable.ImmutableArray<WeekProgress> Look(Runner runner) => WeekProgress.Of(runner.Facts(), Policy.Current, 12);
}
