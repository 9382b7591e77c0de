using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>One fact for each hard rule of the week, by its number in the training rules.</summary>
public sealed class HardRuleFacts
{
    private static readonly Prescription FourRuns = Given.OnRung(15) with { Runs = 4, Neighbours = true, HalfRuns = 1 };

    [Fact]
    public void Rule_1_a_run_last_Sunday_keeps_Monday_free()
    {
        var profile = Given.Ann with { Days = Given.Days(mon: 45, wed: 45, sun: 45), LongestRunDay = null };
        Assert.Contains(Given.RunDays(Given.Week(profile, Given.OnRung(5))), d => d == IsoDayOfWeek.Monday);
        var week = Given.Week(profile, Given.OnRung(5), Given.LastWeek with { Runs = [new(Given.Monday.PlusDays(-1), 600, 30, Surface.Road, true, false)] });
        Assert.Equal([IsoDayOfWeek.Wednesday, IsoDayOfWeek.Sunday], Given.RunDays(week));
        Assert.Equal("Runs keep a day between them, so there are two runs instead of three this week.", Assert.Single(week.Reasons).Text);
    }

    [Fact]
    public void Rule_1_a_run_logged_on_Sunday_counts_though_none_was_planned()
    {
        var facts = Given.Facts(Given.Ann with { Days = Given.Days(mon: 45, wed: 45, fri: 45), LongestRunDay = null });
        facts = facts with { History = facts.History with { Logs = [new SessionLog.OnDay(Given.Monday.PlusDays(-1), LoggedKind.Run, Done: true) { Week = Given.Monday.PlusWeeks(-1), Answered = facts.Now }] } };
        Assert.DoesNotContain(Given.RunDays(Given.Week(facts, Given.OnRung(5))), d => d == IsoDayOfWeek.Monday);
    }

    [Fact]
    public void Rule_1_never_four_runs_without_neighbours() =>
        Assert.Equal(3, Given.RunsOf(Given.Week(Given.Ann with { RunsPerWeek = 4 }, Given.OnRung(15) with { Runs = 4 })).Length);

    [Fact]
    public void Rule_1_the_run_after_a_run_stays_at_half()
    {
        var week = Given.Week(Given.Ann with { RunsPerWeek = 4, Days = Given.Days(mon: 60, tue: 60, sat: 60, sun: 60) }, FourRuns);
        Assert.Equal([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], Given.RunDays(week));
        Assert.Equal([1800, 900, 1800, 900], Given.RunsOf(week).Select(r => r.RunTotalSeconds));
        Assert.Contains(week.Reasons, r => r.Code == "gave-up-neighbour-minutes");
    }

    [Fact]
    public void Rule_1_never_three_days_in_a_row()
    {
        var week = Given.Week(Given.Ann with { RunsPerWeek = 4, Days = Given.Days(thu: 60, fri: 60, sat: 60) }, FourRuns);
        Assert.Equal(2, Given.RunsOf(week).Length);
    }

    [Fact]
    public void Rule_1_last_weeks_Saturday_and_Sunday_count_towards_three_in_a_row()
    {
        var last = Given.LastWeek with { Runs = [new(Given.Monday.PlusDays(-2), 1800, 40, Surface.Road, true, false), new(Given.Monday.PlusDays(-1), 900, 25, Surface.Road, false, false)] };
        var week = Given.Week(Given.Ann with { RunsPerWeek = 4, Days = Given.Days(mon: 60, tue: 60, wed: 60) }, FourRuns, last);
        Assert.DoesNotContain(Given.RunDays(week), d => d == IsoDayOfWeek.Monday);
    }

    [Fact]
    public void Rule_1_a_day_more_stays_at_half_of_its_rung()
    {
        var runs = Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(9) with { HalfRuns = 1 }));
        Assert.Equal([3, 6, 6], runs.Select(r => r.Reps).Order());
        Assert.False(runs.Single(r => r.Reps == 3).Longest);
    }

    [Fact]
    public void Rule_1_a_half_run_of_thirty_minutes_is_fifteen() =>
        Assert.Equal([900, 1800, 1800], Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(15) with { HalfRuns = 1 })).Select(r => r.RunSeconds).Order());

    [Fact]
    public void Rule_1_a_half_run_without_breaks_is_half_of_the_others() =>
        Assert.Equal([900, 1800, 3000], Given.RunsOf(Given.Week(Given.Ann, Given.Running(50, 30, 30) with { HalfRuns = 1 })).Select(r => r.RunSeconds).Order());

    [Fact]
    public void Rule_1_a_half_run_on_the_day_after_a_run_is_not_halved_twice()
    {
        var pair = Given.Ann with { Days = Given.Days(fri: 75, sat: 75), LongestRunDay = IsoDayOfWeek.Friday };
        Assert.Equal([3600, 900], Given.RunsOf(Given.Week(pair, Given.Running(60, 15) with { Neighbours = true, HalfRuns = 1 })).Select(r => r.RunSeconds));
        Assert.Equal([3600, 900], Given.RunsOf(Given.Week(pair, Given.Running(60, 30) with { Neighbours = true })).Select(r => r.RunSeconds));
    }

    [Fact]
    public void Rule_2_an_offered_walk_leaves_another_day_wholly_empty()
    {
        var week = Given.Week(Given.Ann, Given.FirstWeek with { Runs = 2 });
        Assert.Single(week.Days, d => d.Sessions is [Session.Walk { Optional: true, Minutes: 30 }]);
        Assert.Contains(week.Days, d => d.Sessions is [Session.Rest]);
        Assert.DoesNotContain(Given.Week(Given.Ann, Given.FirstWeek).Days, d => d.Sessions.Any(s => s is Session.Walk));
    }

    [Fact]
    public void Rule_3_strength_and_stretching_take_thirty_minutes_at_most_where_no_run_is_possible()
    {
        var week = Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45) }, Given.OnRung(15) with { Strength = 3 });
        var shared = Assert.Single(week.Days, d => d.Sessions.Any(s => s is Session.Strength) && d.Sessions.Any(s => s is Session.Stretch));
        Assert.Equal(30, shared.Sessions.Where(s => s is not Session.Roll).Sum(s => s.Minutes));
    }

    [Fact]
    public void Rule_3_strength_after_a_run_is_shorter_where_the_day_is()
    {
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(thu: 56, sat: 56), Blackout = [new(Given.Monday, Given.Monday.PlusDays(2)), new(Given.Monday.PlusDays(6), Given.Monday.PlusDays(6))] },
            Given.OnRung(15) with { Runs = 2 });
        var afterRuns = week.Days.Where(d => d.Sessions.Any(s => s is Session.Run)).SelectMany(d => d.Sessions).OfType<Session.Strength>().ToArray();
        Assert.NotEmpty(afterRuns);
        Assert.All(afterRuns, s => Assert.Equal((15, 5), (s.Minutes, s.Items.Length)));
    }

    [Fact]
    public void Rule_4_strength_on_Sunday_keeps_the_longest_run_off_Monday()
    {
        var profile = Given.Ann with { Days = Given.Days(mon: 60, wed: 60, fri: 60), LongestRunDay = IsoDayOfWeek.Monday };
        Assert.Equal(IsoDayOfWeek.Monday, Given.LongestDay(Given.Week(profile, Given.OnRung(5))));
        var week = Given.Week(profile, Given.OnRung(5), Given.LastWeek with { Strength = [Given.Monday.PlusDays(-1)] });
        Assert.NotEqual(IsoDayOfWeek.Monday, Given.LongestDay(week));
        Assert.Contains(week.Reasons, r => r.Code == "gave-up-longest-day");
    }

    [Fact]
    public void Rule_4_strength_keeps_off_Sunday_for_who_runs_longest_on_Monday()
    {
        var profile = Given.Ann with { Days = Given.Days(mon: 60, wed: 60, fri: 60), LongestRunDay = IsoDayOfWeek.Monday };
        Assert.DoesNotContain(Given.Week(profile, Given.OnRung(5)).Days[6].Sessions, s => s is Session.Strength);
        Assert.DoesNotContain(Given.Week(Given.Ann with { Days = Given.Days(mon: 60), LongestRunDay = null }, Given.OnRung(5)).Days[6].Sessions, s => s is Session.Strength);
    }

    [Fact]
    public void Rule_4_of_equal_runs_the_preferred_day_is_the_longest_else_the_last()
    {
        var days = Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45) };
        Assert.Equal(IsoDayOfWeek.Thursday, Given.LongestDay(Given.Week(days with { LongestRunDay = IsoDayOfWeek.Thursday }, Given.OnRung(5))));
        Assert.Equal(IsoDayOfWeek.Saturday, Given.LongestDay(Given.Week(days with { LongestRunDay = null }, Given.OnRung(5))));
    }

    [Fact]
    public void Rule_4_the_longest_is_the_one_with_most_running_whatever_is_preferred()
    {
        var days = Given.Ann with { Days = Given.Days(tue: 25, thu: 45, sat: 25), LongestRunDay = IsoDayOfWeek.Tuesday };
        Assert.Equal(IsoDayOfWeek.Thursday, Given.LongestDay(Given.Week(days, Given.OnRung(8))));
    }

    [Fact]
    public void Rule_4_a_longer_run_goes_on_a_day_that_has_room_for_it()
    {
        var week = Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 75, sat: 45), LongestRunDay = IsoDayOfWeek.Saturday }, Given.Running(60, 30, 30));
        Assert.Equal(IsoDayOfWeek.Thursday, Given.LongestDay(week));
        Assert.Equal([1800, 3600, 1800], Given.RunsOf(week).Select(r => r.RunSeconds));
    }

    [Fact]
    public void Rule_5_a_second_surface_comes_at_once_and_a_third_only_when_one_may()
    {
        Assert.Equal(2, Surfaces(Given.Week(Given.Ann, Given.FirstWeek)).Distinct().Count());
        var known = Given.LastWeek with { Runs = [new(Given.Monday.PlusDays(-6), 600, 30, Surface.Grass, false, false)] };
        Assert.DoesNotContain(Surface.Trail, Surfaces(Given.Week(Given.Ann, Given.OnRung(5), known)));
        Assert.Single(Surfaces(Given.Week(Given.Ann, Given.OnRung(5) with { NewSurface = true }, known)), s => s == Surface.Trail);
    }

    [Fact]
    public void Rule_5_a_step_back_stays_on_familiar_ground() =>
        Assert.All(Surfaces(Given.Week(Given.Ann, Given.OnRung(4) with { Decision = Decision.StepBack, FamiliarSurface = true })), s => Assert.Equal(Surface.Road, s));

    [Fact]
    public void Rule_5_neighbouring_runs_change_their_surface()
    {
        var known = Given.LastWeek with { Runs = [new(Given.Monday.PlusDays(-4), 600, 30, Surface.Trail, false, false), new(Given.Monday.PlusDays(-2), 600, 30, Surface.Grass, true, false)] };
        Assert.Equal(3, Surfaces(Given.Week(Given.Ann, Given.OnRung(5), known)).Distinct().Count());
    }

    [Fact]
    public void Rule_5_no_surface_carries_more_than_two_thirds_where_another_choice_does_not()
    {
        // The long run is two thirds of the week by itself, so neither of the others may share its surface.
        var known = Given.LastWeek with { Runs = [new(Given.Monday.PlusDays(-2), 600, 30, Surface.Grass, true, false)] };
        var runs = Given.RunsOf(Given.Week(Given.Ann with { Surfaces = [Surface.Grass, Surface.Road], Days = Given.Days(tue: 60, thu: 60, sat: 120) }, Given.Running(90, 30, 15), known));
        Assert.Equal(5400, runs.Where(r => r.Surface == runs.Single(x => x.Longest).Surface).Sum(r => r.RunSeconds));
    }

    [Fact]
    public void Rule_5_hills_come_on_one_run_that_is_not_the_longest()
    {
        var hilly = Assert.Single(Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(15) with { Hills = true })), r => r.Hills);
        Assert.False(hilly.Longest);
        Assert.DoesNotContain(Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(15))), r => r.Hills);
    }

    [Theory]
    [InlineData(Surface.Track, false)]
    [InlineData(Surface.Treadmill, false)]
    [InlineData(Surface.Road, true)]
    [InlineData(Surface.Trail, true)]
    [InlineData(Surface.Grass, true)]
    public void Rule_5_hills_come_only_on_ground_that_has_any(Surface surface, bool hills) =>
        Assert.Equal(hills, Given.RunsOf(Given.Week(Given.Ann with { Surfaces = [surface], UsualSurface = surface }, Given.OnRung(15) with { Hills = true })).Any(r => r.Hills));

    [Fact]
    public void Rule_5_hills_that_were_run_already_are_the_weeks_hills()
    {
        var prescription = Given.OnRung(15) with { Hills = true };
        var week = Given.Week(Given.Ann, prescription);
        var thursday = Given.Monday.PlusDays(3);
        var hilly = week with { Days = [.. week.Days.Select((d, i) => d with { Sessions = [.. d.Sessions.Select(s => s is Session.Run run ? run with { Hills = i == 1 } : s)] })] };
        Assert.Contains(hilly.Days[1].Sessions, s => s is Session.Run);
        var facts = Given.Facts(Given.Ann) with { FirstDay = thursday };
        var revised = WeekBuilder.Build(facts, prescription with { FixedDays = [.. hilly.Days.Take(3)] }, Policy.Current, TestLibrary.Library);
        Assert.Single(Given.RunsOf(revised), r => r.Hills);
    }

    [Fact]
    public void Days_that_hold_fewer_runs_than_were_asked_for_say_so()
    {
        var week = Given.Week(Given.Ann with { RunsPerWeek = 4 }, Given.OnRung(15) with { Crowded = true });
        Assert.Equal(
            "Your days hold three runs instead of four: never three days in a row, and none on the day before the longest.",
            Assert.Single(week.Reasons, r => r.Code == "gave-up-run").Text);
    }

    [Fact]
    public void Rule_7_repeats_are_cut_to_the_cap()
    {
        var week = Given.Week(Given.Ann, Given.OnRung(8) with { CapSeconds = 700 });
        Assert.All(Given.RunsOf(week), r => Assert.Equal((5, 120), (r.Reps, r.RunSeconds)));
        Assert.Equal("Runs are cut a little, so that none is much longer than your longest of the last 30 days.", Assert.Single(week.Reasons).Text);
    }

    [Fact]
    public void Rule_7_a_cap_below_one_bout_falls_to_a_lower_rung() =>
        Assert.All(Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(13) with { CapSeconds = 750 })), r => Assert.Equal((3, 240), (r.Reps, r.RunSeconds)));

    [Fact]
    public void Rule_9_every_run_has_its_warm_up_and_its_stretches_and_rolling_follows_the_longest()
    {
        var week = Given.Week(Given.Ann, Given.FirstWeek);
        Assert.Equal(2, week.Days.Count(d => d.Sessions.Any(s => s is Session.Roll)));
        Assert.DoesNotContain(Given.Week(Given.Ann with { Kit = Kit.Mat }, Given.FirstWeek).Days, d => d.Sessions.Any(s => s is Session.Roll));
    }

    [Fact]
    public void An_urgent_week_walks_and_stretches_without_strength() =>
        Assert.DoesNotContain('S', Given.Shape(Given.Week(Given.Ann, Given.WalkOnly with { Decision = Decision.Urgent, Strength = 0 })));

    [Fact]
    public void The_bottom_of_the_ladder_walks() =>
        Assert.Equal("W S W TF W S -", Given.Shape(Given.Week(Given.Ann, Given.OnRung(0))));

    [Fact]
    public void An_emergency_plans_nothing()
    {
        var week = Given.Week(Given.Ann, Given.OnRung(0) with { Decision = Decision.Emergency, Training = new Training.Nothing(), Paused = true });
        Assert.Empty(week.Days);
        Assert.True(week.Paused);
        Assert.Null(week.Cue);
        Assert.Null(week.Lesson);
    }

    private static IEnumerable<Surface> Surfaces(PlannedWeek week) => Given.RunsOf(week).Select(r => r.Surface);
}
