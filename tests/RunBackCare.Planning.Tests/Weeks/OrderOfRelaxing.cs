using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>What gives way first when the days are too few: each case is just too tight for the step before it.</summary>
public sealed class OrderOfRelaxing
{
    [Fact]
    public void With_room_nothing_is_given_up() => Assert.Empty(Codes(Given.Ann, Given.FirstWeek));

    [Fact]
    public void First_strength_and_stretching_share_a_day()
    {
        // Runs of 40 minutes on days of 45: no stretching after a run, and three strength sessions leave no free day for it.
        var week = Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45) }, Given.OnRung(15) with { Strength = 3 });
        Assert.Equal(["gave-up-stretch-day"], week.Reasons.Select(r => r.Code));
        Assert.Equal("TF", string.Concat(Given.Shape(week).Where(c => c is 'T' or 'F').Take(2)));
        Assert.Matches("^Strength and stretching share (Monday|Wednesday|Sunday) this week.$", week.Reasons[0].Text);
    }

    [Fact]
    public void Then_another_run_day_becomes_the_longest()
    {
        // Away from Monday to Wednesday: Friday alone is left for strength beside the runs, and Saturday may not follow it as the longest.
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(thu: 40, sat: 40), Blackout = [Away(0, 2), Away(6, 6)] },
            Given.OnRung(15) with { Runs = 2, Strength = 1 });
        Assert.Equal("- - - LF STF R -", Given.Shape(week));
        Assert.Contains("gave-up-longest-day", week.Reasons.Select(r => r.Code));
        Assert.Contains("Your longest run is on Thursday this week, so that no strength work comes the day before it.", week.Reasons.Select(r => r.Text));
    }

    [Fact]
    public void And_does_so_before_strength_comes_after_a_run_though_Saturday_was_preferred()
    {
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(thu: 60, sat: 60), Blackout = [Away(0, 2), Away(6, 6)] },
            Given.OnRung(15) with { Runs = 2, Strength = 1 });
        Assert.Equal(IsoDayOfWeek.Thursday, Given.LongestDay(week));
        Assert.DoesNotContain("gave-up-strength-day", week.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Then_strength_comes_after_a_run()
    {
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(thu: 60, sat: 60), Blackout = [Away(0, 2), Away(6, 6)] },
            Given.OnRung(15) with { Runs = 2 });
        Assert.Contains("gave-up-strength-day", week.Reasons.Select(r => r.Code));
        Assert.Equal(2, week.Days.Count(d => d.Sessions.Any(s => s is Session.Strength)));
        Assert.All(week.Days, d => Assert.True(d.Sessions.FindIndex<Session.Run>() <= d.Sessions.FindIndex<Session.Strength>() || !d.Sessions.Any(s => s is Session.Strength)));
    }

    [Fact]
    public void Then_the_third_strength_session_goes()
    {
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45), Blackout = [Away(0, 0), Away(2, 2)] },
            Given.OnRung(15) with { Strength = 3 });
        Assert.Contains("gave-up-third-strength", week.Reasons.Select(r => r.Code));
        Assert.Contains("There are two strength sessions this week instead of three, because no other day has room.", week.Reasons.Select(r => r.Text));
        Assert.Equal(3, Given.RunsOf(week).Length);
    }

    [Fact]
    public void In_a_week_of_which_two_are_done_as_well()
    {
        // Friday: the third strength session would take the place of Saturday's run.
        var profile = Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45) };
        var prescription = Given.OnRung(15) with { Strength = 3 };
        var days = Given.Week(profile, prescription).Days[..4];
        Assert.Equal(2, days.Count(d => d.Sessions.Any(s => s is Session.Strength)));
        var facts = Given.Facts(profile with { Blackout = [Away(4, 4), Away(6, 6)] }) with { FirstDay = Given.Monday.PlusDays(4) };
        var week = WeekBuilder.Build(facts, prescription with { FixedDays = days }, Policy.Current, TestLibrary.Library);
        Assert.Equal(3, Given.RunsOf(week).Length);
        Assert.Equal("gave-up-third-strength", Assert.Single(week.Reasons).Code);
    }

    [Fact]
    public void Then_the_second()
    {
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45), Blackout = [Away(0, 0), Away(2, 2), Away(6, 6)] },
            Given.OnRung(15));
        Assert.Contains("gave-up-second-strength", week.Reasons.Select(r => r.Code));
        Assert.Contains("There is one strength session this week instead of two, because no other day has room.", week.Reasons.Select(r => r.Text));
        Assert.Equal(3, Given.RunsOf(week).Length);
    }

    [Fact]
    public void Last_of_all_a_run_goes()
    {
        var week = Given.Week(
            Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 45), Blackout = [Away(0, 0), Away(2, 2), Away(4, 4), Away(6, 6)] },
            Given.OnRung(15));
        Assert.Contains("gave-up-run", week.Reasons.Select(r => r.Code));
        Assert.Contains("Strength and a day of rest need their place too, so there are two runs instead of three this week.", week.Reasons.Select(r => r.Text));
        Assert.Equal(2, Given.RunsOf(week).Length);
    }

    [Fact]
    public void A_surface_over_its_share_is_said()
    {
        var week = Given.Week(
            Given.Ann with { RunsPerWeek = 4 },
            Given.OnRung(15) with { Runs = 4, Neighbours = true, HalfRuns = 1 });
        Assert.Equal(
            "One surface carries more than two thirds of the running this week, because a new surface comes in one run at a time.",
            Assert.Single(week.Reasons, r => r.Code == "gave-up-surface-share").Text);
    }

    private static BlackoutDays Away(int from, int to) => new(Given.Monday.PlusDays(from), Given.Monday.PlusDays(to));

    private static IEnumerable<string> Codes(Profile profile, Prescription prescription) => Given.Week(profile, prescription).Reasons.Select(r => r.Code);
}

file static class Order
{
    public static int FindIndex<T>(this System.Collections.Immutable.ImmutableArray<Session> sessions)
        where T : Session
    {
        for (var i = 0; i < sessions.Length; i++)
        {
            if (sessions[i] is T)
            {
                return i;
            }
        }

        return -1;
    }
}
