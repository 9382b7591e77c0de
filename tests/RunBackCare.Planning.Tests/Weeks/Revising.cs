using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>Rule 10: the days of a running week that are over stay as they were, and count for what is still to come.</summary>
public sealed class Revising
{
    private static readonly PlannedWeek Planned = Given.Week(Given.Ann, Given.OnRung(8));

    [Fact]
    public void A_lower_rung_replaces_the_days_from_today_on()
    {
        var week = Revised(3, Given.OnRung(7) with { Decision = Decision.StepBack, FamiliarSurface = true });
        Assert.Equal("TF R S R - LF S", Given.Shape(week));
        Assert.Equal([8, 7, 7], Given.RunsOf(week).Select(r => r.Reps));
    }

    [Fact]
    public void Walks_replace_the_runs_left_and_the_run_done_counts_among_them()
    {
        var week = Revised(3, Given.WalkOnly);
        Assert.Equal("TF R S", string.Join(' ', Given.Shape(week).Split(' ').Take(3)));
        Assert.Equal(2, week.Days.Count(d => d.Sessions.Any(s => s is Session.Walk)));
        Assert.Equal(2, week.Days.Count(d => d.Sessions.Any(s => s is Session.Strength)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_run_that_is_to_stay_at_half_stays_so_and_is_not_planned_twice(int today)
    {
        var added = Given.OnRung(8) with { HalfRuns = 1 };
        var days = Given.Days(tue: 45, thu: 45, sun: 20);
        var week = Given.Week(Given.Ann with { Days = days, LongestRunDay = null }, added);
        Assert.Equal([8, 8, 4], Given.RunsOf(week).Select(r => r.Reps));
        var facts = Given.Facts(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sun: 45), LongestRunDay = null }, PastWeek.Of(week, delivered: true)) with { FirstDay = Given.Monday.PlusDays(today) };
        var revised = Given.Week(facts, added with { FixedDays = week.Days[..today] });
        Assert.Equal([4, 8, 8], Given.RunsOf(revised).Select(r => r.Reps).Order());
    }

    [Fact]
    public void A_run_yesterday_keeps_today_free() =>
        Assert.DoesNotContain(Revised(2, Given.OnRung(7)).Days[2].Sessions, s => s is Session.Run);

    [Fact]
    public void Strength_yesterday_keeps_the_longest_run_off_today()
    {
        var only = Given.Ann with { Days = Given.Days(thu: 60), LongestRunDay = null };
        var facts = Given.Facts(only) with { FirstDay = Given.Monday.PlusDays(3) };
        var week = Given.Week(facts, Given.OnRung(7) with { FixedDays = Planned.Days[..3] });
        Assert.DoesNotContain(week.Days[3].Sessions, s => s is Session.Run { Longest: true });
    }

    [Fact]
    public void Nothing_is_left_to_change_on_the_last_evening()
    {
        var facts = Given.Facts(Given.Ann) with { FirstDay = Given.Monday.PlusDays(7) };
        Assert.Equal(Planned.Days, WeekBuilder.Build(facts, Given.WalkOnly with { FixedDays = Planned.Days }, Policy.Current, TestLibrary.Library).Days);
    }

    private static PlannedWeek Revised(int today, Prescription prescription)
    {
        var facts = Given.Facts(Given.Ann, PastWeek.Of(Planned, delivered: true)) with { FirstDay = Given.Monday.PlusDays(today) };
        return Given.Week(facts, prescription with { FixedDays = Planned.Days[..today] });
    }
}
