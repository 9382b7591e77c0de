using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>People whose days leave little choice get the best lawful week and one sentence on what was given up.</summary>
public sealed class AwkwardDays
{
    [Fact]
    public void One_possible_day_holds_one_run()
    {
        var week = Week(Given.Days(wed: 45), Given.FirstWeek);
        Assert.Equal("S - LF - S TF -", Given.Shape(week));
        Assert.Equal("Only one day fits a run this week, so there is one run instead of three.", Said(week, "gave-up-run"));
    }

    [Fact]
    public void One_possible_day_is_said_although_only_one_run_was_prescribed() =>
        Assert.Equal("Only one day fits a run this week, so there is one run instead of three.", Said(Week(Given.Days(wed: 45), Given.FirstWeek with { Runs = 1 }), "gave-up-run"));

    [Fact]
    public void Two_neighbouring_days_hold_one_run()
    {
        var week = Week(Given.Days(sat: 45, sun: 45), Given.FirstWeek with { Runs = 1 });
        Assert.Single(Given.RunsOf(week));
        Assert.Equal("Runs keep a day between them, so there is one run instead of three this week.", Said(week, "gave-up-run"));
    }

    [Fact]
    public void A_run_a_day_less_for_another_reason_is_not_blamed_on_the_days() =>
        Assert.Empty(Week(Given.Ann.Days, Given.FirstWeek with { Runs = 2 }).Reasons);

    [Fact]
    public void Twenty_minutes_hold_the_highest_rung_of_which_half_fits()
    {
        var week = Week(Given.Days(20, 20, 20, 20, 20, 20, 20), Given.OnRung(12));
        Assert.All(Given.RunsOf(week), r => Assert.Equal((4, 90, 60, 20), (r.Reps, r.RunSeconds, r.WalkSeconds, r.Minutes)));
        Assert.Equal("Tuesday, Thursday and Saturday are too short for the whole run, so each is cut to the time you have.", Said(week, "gave-up-repeats"));
    }

    [Fact]
    public void A_short_day_keeps_the_rungs_bout_with_fewer_repeats()
    {
        var week = Week(Given.Days(tue: 25, thu: 45, sat: 45), Given.OnRung(8));
        Assert.Equal([5, 8, 8], Given.RunsOf(week).Select(r => r.Reps));
        Assert.All(Given.RunsOf(week), r => Assert.Equal(120, r.RunSeconds));
        Assert.Equal("Tuesday has 25 minutes, so its run is cut to what fits.", Said(week, "gave-up-repeats"));
    }

    [Theory]
    [InlineData(21, 0, 0)]
    [InlineData(90, 20, 0)] // two runs leave Monday and Wednesday
    [InlineData(0, 0, 4)] // away from Monday to Thursday: the Monday after must stay possible
    public void No_strength_on_Sunday_where_only_Monday_holds_the_longest_run(int tuesday, int wednesday, int away)
    {
        var blackout = away == 0 ? null : new BlackoutDays(Given.Monday, Given.Monday.PlusDays(away - 1));
        var profile = Given.Ann with { Days = Given.Days(mon: 90, tue: tuesday, wed: wednesday), LongestRunDay = null, Blackout = blackout is null ? [] : [blackout] };
        var week = Given.Week(profile, Given.OnRung(12) with { Runs = 1 });
        Assert.DoesNotContain(week.Days[6].Sessions, s => s is Session.Strength);
    }

    [Fact]
    public void The_longest_run_is_not_cut_to_spare_a_stretch_its_shared_day()
    {
        // Friday is the only day for half an hour; stretching fits beside a shorter run, or on a day of strength.
        var days = Given.Days(mon: 30, fri: 45, sun: 25);
        var week = Given.Week(Given.Ann with { Days = days, LongestRunDay = null }, Given.OnRung(15) with { Neighbours = true, HalfRuns = 1, Strength = 3 });
        Assert.Equal([900, 1800, 840], Given.RunsOf(week).Select(r => r.RunTotalSeconds));
    }

    [Fact]
    public void A_third_strength_session_is_not_worth_a_shorter_longest_run()
    {
        var days = Given.Days(tue: 25, thu: 35, fri: 30, sat: 45, sun: 30);
        var week = Given.Week(Given.Ann with { Days = days, LongestRunDay = null }, Given.OnRung(15) with { Neighbours = true, Runs = 4, HalfRuns = 1, Strength = 3 });
        Assert.Equal(1800, Given.RunsOf(week).Max(r => r.RunTotalSeconds));
        Assert.Equal(IsoDayOfWeek.Saturday, Given.LongestDay(week));
    }

    [Fact]
    public void A_treadmill_alone_is_no_thing_given_up()
    {
        var week = Given.Week(Given.Ann with { Surfaces = [Surface.Treadmill], UsualSurface = Surface.Treadmill }, Given.FirstWeek);
        Assert.All(Given.RunsOf(week), r => Assert.Equal(Surface.Treadmill, r.Surface));
        Assert.Empty(week.Reasons);
    }

    [Fact]
    public void A_day_away_holds_nothing_and_the_longest_run_finds_another()
    {
        var week = Given.Week(Given.Ann with { Blackout = [Away(5, 5)] }, Given.FirstWeek);
        Assert.Equal([new Session.Rest { Minutes = 0 }], week.Days[5].Sessions);
        Assert.Equal("Saturday does not fit this week, so your longest run is on Sunday.", Said(week, "gave-up-longest-day"));
    }

    [Fact]
    public void A_week_away_rests()
    {
        var week = Given.Week(Given.Ann with { Blackout = [Away(0, 6)] }, Given.FirstWeek);
        Assert.Equal("- - - - - - -", Given.Shape(week));
        Assert.Equal("You are away on every day of this plan, so nothing is planned.", Assert.Single(week.Reasons).Text);
    }

    [Theory]
    [InlineData(1, "R TF R - LF S")]
    [InlineData(2, "R TF - LF S")]
    [InlineData(3, "RTF - LF S")]
    [InlineData(4, "- LTF S")]
    public void A_first_week_of_some_days_is_smaller_and_gives_nothing_up(int firstDay, string shape)
    {
        var week = Given.Week(Given.Facts(Given.Ann) with { FirstDay = Given.Monday.PlusDays(firstDay) }, Given.FirstWeek);
        Assert.Equal(shape, Given.Shape(week));
        Assert.Empty(week.Reasons);
    }

    [Fact]
    public void Walks_stand_on_possible_days_for_as_long_as_those_allow()
    {
        var week = Week(Given.Days(tue: 25, wed: 45), Given.WalkOnly);
        Assert.Equal([25, 30], week.Days.SelectMany(d => d.Sessions).OfType<Session.Walk>().Select(w => w.Minutes));
        Assert.Equal("Only two days fit a walk this week, so there are two walks instead of three.", Said(week, "gave-up-run"));
    }

    private static BlackoutDays Away(int from, int to) => new(Given.Monday.PlusDays(from), Given.Monday.PlusDays(to));

    private static PlannedWeek Week(Availability days, Prescription prescription) => Given.Week(Given.Ann with { Days = days, LongestRunDay = null }, prescription);

    private static string Said(PlannedWeek week, string code) => Assert.Single(week.Reasons, r => r.Code == code).Text;
}
