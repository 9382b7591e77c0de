using System.Text.Json;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

public sealed class WeekFacts
{
    [Fact]
    public void Three_runs_take_the_shape_to_expect() =>
        Assert.Equal("TF R S R - LF S", Given.Shape(Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 60) }, Given.FirstWeek)));

    [Fact]
    public void Walking_takes_the_shape_to_expect() =>
        Assert.Equal("W S W TF W S -", Given.Shape(Given.Week(Given.Ann, Given.WalkOnly)));

    [Fact]
    public void Runs_stay_on_the_days_they_had_last_week()
    {
        static PastRun On(int day) => new(Given.Monday.PlusDays(day - 7), 600, 30, Surface.Road, Longest: day == 4, Hills: false);
        var profile = Given.Ann with { LongestRunDay = null };
        Assert.Equal([2, 4, 6], Given.RunDays(Given.Week(profile, Given.OnRung(5))).Select(d => (int)d));
        Assert.Equal([1, 3, 5], Given.RunDays(Given.Week(profile, Given.OnRung(5), Given.LastWeek with { Runs = [On(0), On(2), On(4)] })).Select(d => (int)d));
    }

    [Fact]
    public void Runs_spread_over_the_week_and_its_turn()
    {
        var days = Given.RunDays(Given.Week(Given.Ann with { LongestRunDay = IsoDayOfWeek.Sunday }, Given.OnRung(5))).Select(d => (int)d).ToArray();
        Assert.Equal(7, days[^1]);
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 2, 3));
    }

    [Fact]
    public void The_seed_decides_only_between_equals()
    {
        var profile = Given.Ann with { LongestRunDay = null, Days = Given.Days(mon: 45, wed: 45, sun: 45) };
        PlannedWeek[] Weeks(Profile person) => [.. Enumerable.Range(0, 50).Select(seed => Given.Week(Given.Facts(person) with { Seed = seed }, Given.OnRung(5) with { Runs = 1 }))];
        Assert.True(Weeks(profile).Select(Given.Shape).Distinct(StringComparer.Ordinal).Count() > 1);
        Assert.All(Weeks(profile with { LongestRunDay = IsoDayOfWeek.Wednesday }), w => Assert.Equal(IsoDayOfWeek.Wednesday, Given.LongestDay(w)));
    }

    [Fact]
    public void Decision_cap_and_reasons_go_through_as_they_were_prescribed()
    {
        var reason = Reason.Of("good-week", "A good week.", ["R08"]);
        var week = Given.Week(Given.Ann, Given.OnRung(7) with { CutBack = true, Provisional = true, Return = true, CapSeconds = 1000, Reasons = [reason], Referral = new(["persistent"], "See someone.") });
        Assert.Equal((Decision.Progress, 8, 7, 7, true, true, true, 1000), (week.Decision, week.Row, week.Rung, week.Standing, week.CutBack, week.Provisional, week.Return, week.CapRunSeconds));
        Assert.Equal(reason, week.Reasons[0]);
        Assert.Equal("See someone.", week.Referral!.Text);
        Assert.Equal((1, Policy.Current.Version), (week.Revision, week.Policy));
    }

    [Fact]
    public void A_week_is_written_as_the_interface_says()
    {
        var week = Given.Week(Given.Ann with { Days = Given.Days(tue: 45, thu: 45, sat: 60) }, Given.FirstWeek with { CapSeconds = 750 });
        using var json = JsonDocument.Parse(PlanJson.Write(week));
        var root = json.RootElement;
        Assert.Equal("2026-11-30", root.GetProperty("starts").GetString());
        Assert.Equal("Hold", root.GetProperty("decision").GetString());
        Assert.Equal(5, root.GetProperty("rule").GetInt32());
        Assert.Equal("12.5", root.GetProperty("capRunMinutes").GetRawText());
        Assert.Equal(7, root.GetProperty("days").GetArrayLength());
        Assert.Equal("""{"kind":"rest","minutes":0}""", root.GetProperty("days")[4].GetProperty("sessions")[0].GetRawText());

        var run = root.GetProperty("days")[1].GetProperty("sessions")[0];
        Assert.Equal(
            ["after", "before", "hills", "kind", "longest", "minutes", "reps", "runMinutes", "runSeconds", "surface", "walkSeconds"],
            run.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("10", run.GetProperty("runMinutes").GetRawText());
        Assert.Equal("road", run.GetProperty("surface").GetString());

        var strength = root.GetProperty("days")[2].GetProperty("sessions")[0];
        Assert.Equal("strength", strength.GetProperty("kind").GetString());
        Assert.Equal(["dose", "id", "level"], strength.GetProperty("items")[0].EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_week_read_back_from_its_json_writes_the_same_json()
    {
        var written = PlanJson.Write(Given.Week(Given.Ann, Given.FirstWeek));
        Assert.Equal(written, PlanJson.Write(PlanJson.Read<PlannedWeek>(written)));
    }
}
