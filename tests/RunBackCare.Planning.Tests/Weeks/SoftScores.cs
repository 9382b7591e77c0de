using RunBackCare.Planning.Weeks;
using static RunBackCare.Planning.Tests.Weeks.DayBits;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>What each soft score costs, seen alone: two placements that differ in nothing else. Days are bits, Monday the first.</summary>
public sealed class SoftScores
{
    private const int Saturday = 5;

    private static readonly WeekFrame Free = Frame([60, 60, 60, 60, 60, 60, 60]);

    [Theory]
    [InlineData(60, 25)]
    [InlineData(-60, -25)]
    [InlineData(150, 62)] // whole points
    public void Running_that_is_lost_costs_by_the_minute(int seconds, int points) =>
        Assert.Equal(points, Runs(Free, Tue | Thu | Sat, seconds) - Runs(Free, Tue | Thu | Sat, 0));

    [Fact]
    public void Runs_stand_evenly_and_the_longer_gap_is_the_turn_of_the_week()
    {
        // Gaps of 2, 2, 3 days: 4 + 4 + 9, all but the turn inside the week.
        Assert.Equal((10 * 17) + 8, Runs(Free, Tue | Thu | Sat));
        Assert.Equal((10 * 17) + 13, Runs(Free, Tue | Fri | Sun));
        Assert.Equal((10 * 19) + 10, Runs(Free, Mon | Tue | Fri)); // 1, 3, 3
    }

    [Fact]
    public void Runs_already_over_count_in_the_spacing() =>
        Assert.Equal(Runs(Free, Tue | Thu | Sat), Runs(Frame([60, 60, 60, 60, 60, 60, 60], fixedRuns: Tue), Thu | Sat));

    [Fact]
    public void A_run_day_that_changes_costs_on_both_its_days()
    {
        var shaped = Frame([60, 60, 60, 60, 60, 60, 60], shape: (Tue | Thu | Sat, 0, 0));
        Assert.Equal(0, Runs(shaped, Tue | Thu | Sat) - Runs(Free, Tue | Thu | Sat));
        Assert.Equal(2 * 4, Runs(shaped, Tue | Thu | Sun) - Runs(Free, Tue | Thu | Sun));
    }

    [Fact]
    public void Walks_come_early_in_the_week()
    {
        Assert.Equal(0 + 2 + 4, Runs(Free, Mon | Wed | Fri, walking: true) - Runs(Free, Mon | Wed | Fri));
        Assert.Equal(6, Runs(Free, Sun, walking: true) - Runs(Free, Sun));
    }

    [Theory]
    [InlineData(null, 5, false, 0)]
    [InlineData(null, 3, false, 6)] // not Saturday
    [InlineData(null, 6, false, 2 + 6)] // nor as roomy as the roomiest
    [InlineData(null, 5, true, 30)]
    [InlineData(6, 6, false, 0)] // the preferred day need not be the roomiest
    [InlineData(6, 5, false, 60)]
    [InlineData(6, 5, true, 30 + 60)]
    [InlineData(6, -1, true, 0)]
    public void The_longest_run_has_its_day(int? preferred, int day, bool moved, int points) =>
        Assert.Equal(points, PlacementCost.OfLongest(Frame([60, 60, 60, 60, 60, 60, 45], preferred: preferred), day, moved));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3 * 49)]
    [InlineData(2, 3 * 49 / 2)]
    [InlineData(3, 3 * 49 / 3)]
    public void Strength_costs_no_less_than_even_sessions_would(int sessions, int points)
    {
        Assert.Equal(points, PlacementCost.OfStrengthAtLeast(sessions));
        Assert.All(DayMask.OfSize(sessions).ToArray(), days => Assert.True(Strength(Free, 0, days) >= PlacementCost.OfStrengthAtLeast(sessions)));
    }

    [Fact]
    public void Strength_keeps_away_from_runs()
    {
        const int Even = 3 * (9 + 16);
        Assert.Equal(Even, Strength(Free, 0, Mon | Thu));
        Assert.Equal(Even + 50, Strength(Free, Thu, Mon | Thu));
        Assert.Equal(Even + 3, Strength(Free, Fri, Mon | Thu)); // the day before a run
        Assert.Equal(Even + 1, Strength(Free, Wed, Mon | Thu)); // the day after
        Assert.Equal(Even + 3 + 1, Strength(Free, Wed | Fri, Mon | Thu));
    }

    [Fact]
    public void Before_a_walk_strength_may_stand() => Assert.Equal(3, Strength(Free, Fri, Mon | Thu) - Strength(Free, Fri, Mon | Thu, walking: true));

    [Fact]
    public void Strength_already_over_counts_in_the_spacing() =>
        Assert.Equal(Strength(Free, 0, Mon | Thu), Strength(Frame([60, 60, 60, 60, 60, 60, 60], fixedStrength: Mon), 0, Thu));

    [Fact]
    public void Strength_on_Sunday_drives_the_longest_run_from_a_Monday()
    {
        var waits = Frame([60, 60, 60, 60, 60, 60, 60], mondayWaits: true);
        Assert.Equal(0, Strength(Free, Tue, Thu | Sun, longest: 1) - Strength(Free, Tue, Thu | Sun, longest: -1));
        Assert.Equal(20, Strength(Free, Mon, Thu | Sun, longest: 0) - Strength(Free, Mon, Thu | Sun, longest: -1));
        Assert.Equal(200, Strength(waits, Mon, Thu | Sun, longest: 0) - Strength(Free, Mon, Thu | Sun, longest: -1));
        Assert.Equal(0, Strength(waits, Mon, Wed | Sat, longest: 0) - Strength(Free, Mon, Wed | Sat, longest: -1));
    }

    [Fact]
    public void A_strength_day_that_changes_costs_on_both_its_days()
    {
        var shaped = Frame([60, 60, 60, 60, 60, 60, 60], shape: (Tue, Mon | Thu, 0));
        Assert.Equal(0, Strength(shaped, 0, Mon | Thu) - Strength(Free, 0, Mon | Thu));
        Assert.Equal(2 * 2, Strength(shaped, 0, Mon | Fri) - Strength(Free, 0, Mon | Fri));
        Assert.Equal(0, Strength(Frame([60, 60, 60, 60, 60, 60, 60], shape: (0, Mon | Thu, 0)), 0, Mon | Fri) - Strength(Free, 0, Mon | Fri));
    }

    [Theory]
    [InlineData(Fri, 0)]
    [InlineData(Tue, 12)] // a run day
    [InlineData(Sat, 12 + 6)] // the longest run's
    [InlineData(Wed, 20)] // a strength day
    public void Stretching_has_a_day_of_its_own(int stretch, int points) =>
        Assert.Equal(points + (stretch == Fri ? 3 : 0), Stretch(Free, Tue | Sat, Wed, stretch, Saturday)); // on Friday it stands before the longest

    [Fact]
    public void Stretching_that_changes_its_day_costs()
    {
        Assert.Equal(0, Stretch(Frame([60, 60, 60, 60, 60, 60, 60], shape: (Tue, 0, Thu)), Tue | Sat, Wed, Thu, Saturday));
        Assert.Equal(1, Stretch(Frame([60, 60, 60, 60, 60, 60, 60], shape: (Tue, 0, Fri)), Tue | Sat, Wed, Thu, Saturday));
        Assert.Equal(0, Stretch(Frame([60, 60, 60, 60, 60, 60, 60], shape: (Tue, 0, 0)), Tue | Sat, Wed, Thu, Saturday));
        Assert.Equal(0, Stretch(Frame([60, 60, 60, 60, 60, 60, 60], shape: (Tue, 0, Fri)), Tue | Sat, Wed, 0, Saturday));
    }

    [Theory]
    [InlineData(Fri, 0, 3)]
    [InlineData(0, Fri, 3)]
    [InlineData(Thu, 0, 0)]
    public void The_day_before_the_longest_run_stays_empty(int strength, int stretch, int points) =>
        Assert.Equal(points, Stretch(Free, Tue | Sat, strength, stretch, Saturday));

    [Fact]
    public void Before_a_longest_run_on_Monday_there_is_no_day_of_this_week() => Assert.Equal(12 + 6, Stretch(Free, Mon, 0, Mon, 0));

    [Fact]
    public void A_week_of_walks_ends_with_a_rest()
    {
        Assert.Equal(2, Stretch(Free, Mon | Sun, 0, 0, -1, walking: true));
        Assert.Equal(2, Stretch(Free, Mon, 0, Sun, -1, walking: true));
        Assert.Equal(0, Stretch(Free, Mon | Sat, 0, Thu, -1, walking: true));
        Assert.Equal(0, Stretch(Free, Mon | Sun, 0, 0, -1));
    }

    private static int Runs(WeekFrame frame, int runs, int lostSeconds = 0, bool walking = false) => PlacementCost.OfRuns(frame, walking, runs, lostSeconds);

    private static int Strength(WeekFrame frame, int runs, int strength, int longest = -1, bool walking = false) =>
        PlacementCost.OfStrength(frame, walking, runs, strength, longest);

    private static int Stretch(WeekFrame frame, int runs, int strength, int stretch, int longest, bool walking = false) =>
        PlacementCost.OfStretch(frame, walking, runs, strength, stretch, longest);

    private static WeekFrame Frame(int[] minutes, int? preferred = null, (int, int, int) shape = default, int fixedRuns = 0, int fixedStrength = 0, bool mondayWaits = false) => new()
    {
        Monday = Given.Monday,
        Covered = DayMask.All,
        Open = DayMask.All,
        Possible = DayMask.All,
        Minutes = minutes,
        MostMinutes = minutes.Max(),
        PreferredLongest = preferred,
        Shape = shape,
        FixedRunDays = fixedRuns,
        FixedStrengthDays = fixedStrength,
        MondayWaits = mondayWaits,
    };
}
