using NodaTime;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;

namespace RunBackCare.Planning.Tests;

/// <summary>A profile that contradicts itself is refused by field and reason; what is just possible is not.</summary>
public sealed class ProfileRulesTests
{
    private static readonly LocalDate Today = new(2026, 11, 30);

    public static TheoryData<string, string> Refused() => new()
    {
        { "days", "no possible run day: give at least one, such as { tue: 40 }" },
        { "surfaces", "no surface to run on: give at least one of grass, trail, track, treadmill, road" },
        { "usual_surface", "is not among surfaces: add it there, or choose one that is" },
        { "runs_per_week", "must be 2 to 4" },
        { "current_runs_per_week", "must be 0 to 14" },
        { "longest_run_minutes", "must be 0 to 600" },
        { "run_minutes_now", "must be 0 to 600" },
        { "back.usual_pain", "must be 0 to 10" },
        { "back.now", "must be 0 to 10" },
        { "back.since", "lies in the future" },
        { "shoes.since", "lies in the future" },
        { "shoes.km", "must be 0 to 5000" },
        { "target_longest_run_minutes", "must be 30 to 300" },
        { "birth_year", "must be a year of birth" },
        { "sleep", "must be 1 to 5" },
        { "pace", "must be 2:30 to 30:00 a kilometre" },
        { "longest_run_day", "is not one of the possible days" },
        { "blackout", "ends (2026-12-01) before it begins (2026-12-02)" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_beyond_the_range_is_refused(string field, string what) =>
        Assert.All(Beyond(field), profile => Assert.Equal([new ProfileFault(field, what)], ProfileRules.Check(profile, Today)));

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_just_within_is_not(string field, string what)
    {
        Assert.NotEmpty(what);
        Assert.All(Within(field), profile => Assert.Empty(ProfileRules.Check(profile, Today)));
    }

    [Fact]
    public void Two_fields_need_each_other()
    {
        Assert.Equal([new ProfileFault("target_longest_run_minutes", "is needed with goal: build, such as 60")], ProfileRules.Check(Given.Ann with { Goal = Goal.Build }, Today));
        Assert.Equal(
            [new ProfileFault("longest_run_minutes", "must be more than 0 with experience: runs")], ProfileRules.Check(Given.Ann with { Experience = Experience.Runs, LongestRunMinutes = 0 }, Today));
        Assert.Empty(ProfileRules.Check(Given.Ann with { Goal = Goal.Build, TargetLongestRunMinutes = 60, Experience = Experience.Runs, LongestRunMinutes = 1 }, Today));
    }

    [Fact]
    public void Who_was_not_cleared_or_is_under_eighteen_is_stopped()
    {
        ScreeningAnswer[] answers = [new(Screening.Heart, null), new(Screening.Pregnant, Today), new(Screening.Under18, Today)];
        Assert.Equal([Screening.Heart, Screening.Under18], ProfileRules.Stops(Given.Ann with { Screening = [.. answers] }));
        Assert.Empty(ProfileRules.Stops(Given.Ann));
    }

    [Fact]
    public void A_day_is_possible_from_twenty_minutes_to_ten_hours()
    {
        Assert.Throws<ArgumentException>(() => new Availability([19, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => new Availability([601, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => new Availability([45, 45]));
        var days = new Availability([20, 0, 600, 0, 0, 0, 0]);
        Assert.Equal((20, 0, 600, 600, 2), (days[IsoDayOfWeek.Monday], days[IsoDayOfWeek.Tuesday], days[IsoDayOfWeek.Wednesday], days.Longest, days.PossibleDays));
        Assert.Equal((0, 0, 0, 7), (default(Availability).PossibleDays, default(Availability).Longest, default(Availability)[IsoDayOfWeek.Sunday], default(Availability).Minutes.Length));
    }

    [Fact]
    public void Days_away_count_both_ends()
    {
        var away = new BlackoutDays(Today, Today.PlusDays(2));
        Assert.Equal([false, true, true, true, false], Enumerable.Range(-1, 5).Select(d => away.Contains(Today.PlusDays(d))));
    }

    private static Profile[] Beyond(string field) => field switch
    {
        "days" => [Given.Ann with { Days = default, LongestRunDay = null }],
        "surfaces" => [Given.Ann with { Surfaces = [] }, Given.Ann with { Surfaces = default }],
        "usual_surface" => [Given.Ann with { UsualSurface = Surface.Treadmill }],
        "runs_per_week" => [Given.Ann with { RunsPerWeek = 1 }, Given.Ann with { RunsPerWeek = 5 }],
        "current_runs_per_week" => [Given.Ann with { CurrentRunsPerWeek = -1 }, Given.Ann with { CurrentRunsPerWeek = 15 }],
        "longest_run_minutes" => [Given.Ann with { LongestRunMinutes = -1 }, Given.Ann with { LongestRunMinutes = 601 }],
        "run_minutes_now" => [Given.Ann with { RunMinutesNow = -1 }, Given.Ann with { RunMinutesNow = 601 }],
        "back.usual_pain" => [Back(usual: -1), Back(usual: 11)],
        "back.now" => [Back(now: -1), Back(now: 11)],
        "back.since" => [Given.Ann with { Back = Given.Ann.Back with { Since = Today.PlusDays(1) } }],
        "shoes.since" => [Given.Ann with { Shoes = new(Today.PlusDays(1), 0) }],
        "shoes.km" => [Given.Ann with { Shoes = new(Today, -1) }, Given.Ann with { Shoes = new(Today, 5001) }],
        "target_longest_run_minutes" => [Given.Ann with { TargetLongestRunMinutes = 29 }, Given.Ann with { TargetLongestRunMinutes = 301 }],
        "birth_year" => [Given.Ann with { BirthYear = 1905 }, Given.Ann with { BirthYear = 2027 }],
        "sleep" => [Given.Ann with { Sleep = 0 }, Given.Ann with { Sleep = 6 }],
        "pace" => [Given.Ann with { PaceSecondsPerKm = 149 }, Given.Ann with { PaceSecondsPerKm = 1801 }],
        "longest_run_day" => [Given.Ann with { Days = Given.Days(tue: 45), LongestRunDay = IsoDayOfWeek.Saturday }],
        _ => [Given.Ann with { Blackout = [new(Today.PlusDays(2), Today.PlusDays(1))] }],
    };

    private static Profile[] Within(string field) => field switch
    {
        "days" => [Given.Ann with { Days = Given.Days(tue: 20), LongestRunDay = null }],
        "surfaces" or "usual_surface" => [Given.Ann with { Surfaces = [Surface.Treadmill], UsualSurface = Surface.Treadmill }],
        "runs_per_week" => [Given.Ann with { RunsPerWeek = 2 }, Given.Ann with { RunsPerWeek = 4 }],
        "current_runs_per_week" => [Given.Ann with { CurrentRunsPerWeek = 0 }, Given.Ann with { CurrentRunsPerWeek = 14 }],
        "longest_run_minutes" => [Given.Ann with { LongestRunMinutes = 0 }, Given.Ann with { LongestRunMinutes = 600 }],
        "run_minutes_now" => [Given.Ann with { RunMinutesNow = 0 }, Given.Ann with { RunMinutesNow = 600 }, Given.Ann with { RunMinutesNow = null }],
        "back.usual_pain" => [Back(usual: 0), Back(usual: 10)],
        "back.now" => [Back(now: 0), Back(now: 10)],
        "back.since" => [Given.Ann with { Back = Given.Ann.Back with { Since = Today } }],
        "shoes.since" or "shoes.km" => [Given.Ann with { Shoes = new(Today, 0) }, Given.Ann with { Shoes = new(Today, 5000) }],
        "target_longest_run_minutes" => [Given.Ann with { TargetLongestRunMinutes = 30 }, Given.Ann with { TargetLongestRunMinutes = 300 }],
        "birth_year" => [Given.Ann with { BirthYear = 1906 }, Given.Ann with { BirthYear = 2026 }],
        "sleep" => [Given.Ann with { Sleep = 1 }, Given.Ann with { Sleep = 5 }],
        "pace" => [Given.Ann with { PaceSecondsPerKm = 150 }, Given.Ann with { PaceSecondsPerKm = 1800 }],
        "longest_run_day" => [Given.Ann with { Days = Given.Days(sat: 45), LongestRunDay = IsoDayOfWeek.Saturday }],
        _ => [Given.Ann with { Blackout = [new(Today, Today)] }],
    };

    private static Profile Back(int usual = 2, int now = 2) => Given.Ann with { Back = Given.Ann.Back with { UsualPain = usual, Now = now } };
}
