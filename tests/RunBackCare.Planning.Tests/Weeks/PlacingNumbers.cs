namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>The numbers that place a week, as the training rules give them: another number is another version of the policy.</summary>
public sealed class PlacingNumbers
{
    private static readonly Policy Policy = Policy.Current;

    [Fact]
    public void Five_minutes_are_walked_before_and_after_a_run_and_thirty_in_its_place() =>
        Assert.Equal((5, 5, 30), (Policy.WalkBeforeMinutes, Policy.WalkAfterMinutes, Policy.WalkMinutes));

    [Fact]
    public void Three_runs_at_most_keep_a_day_between_them() => Assert.Equal(3, Policy.MostSpacedRuns);

    [Fact]
    public void A_partial_week_has_a_run_per_two_days_and_one_strength_session() =>
        Assert.Equal((2, 1), (Policy.PartialWeekDaysPerRun, Policy.PartialWeekStrength));

    [Fact]
    public void Strength_takes_fifteen_to_twenty_minutes_and_thirty_with_stretching_where_no_run_is_possible() =>
        Assert.Equal((15, 20, 30), (Policy.StrengthLeastMinutes, Policy.StrengthMostMinutes, Policy.HomeMinutes));

    [Fact]
    public void A_session_has_four_exercises_at_least_of_three_minutes_each() =>
        Assert.Equal((4, 3), (Policy.StrengthLeastItems, Policy.StrengthItemMinutes));

    [Fact]
    public void A_stretch_takes_two_minutes_and_rolling_five() => Assert.Equal((2, 5, 3), (Policy.StretchItemMinutes, Policy.RollMinutes, Policy.RollItems));

    [Fact]
    public void Drills_take_three_to_five_minutes() => Assert.Equal((180, 300), (Policy.DrillLeastSeconds, Policy.DrillMostSeconds));

    [Fact]
    public void No_surface_has_more_than_two_thirds_of_three_runs() => Assert.Equal(((2, 3), 3), (Policy.SurfaceShare, Policy.SurfaceShareRuns));

    [Fact]
    public void Items_change_after_two_weeks_and_lessons_rest_for_twelve() =>
        Assert.Equal((2, 12, 4), (Policy.ItemMostWeeksInARow, Policy.LessonRestWeeks, Policy.PlankWeeksBeforeBall));

    [Fact]
    public void Shoes_are_due_at_500_and_over_at_800_kilometres_of_usual_paces() =>
        Assert.Equal((500, 800, 450, 660), (Policy.ShoeWarnKm, Policy.ShoeReplaceKm, Policy.RunSecondsPerKm, Policy.WalkSecondsPerKm));

    [Fact]
    public void Sleep_of_two_or_less_is_poor_and_three_swaps_are_offered() => Assert.Equal((2, 3), (Policy.PoorSleep, Policy.SwapsOffered));
}
