using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>People and prescriptions to place weeks for; each test changes only what it is about.</summary>
internal static class Given
{
    public static readonly LocalDate Monday = new(2026, 11, 30);

    public static readonly Profile Ann = new()
    {
        Experience = Experience.RunWalks,
        Days = Days(mon: 45, tue: 45, wed: 45, thu: 45, fri: 45, sat: 60, sun: 45),
        LongestRunDay = IsoDayOfWeek.Saturday,
        Surfaces = [Surface.Grass, Surface.Trail, Surface.Road],
        UsualSurface = Surface.Road,
        Kit = Kit.Mat | Kit.Band | Kit.Roller,
        Back = new(2, 2, null, Direction.Neither, true),
    };

    public static readonly Prescription FirstWeek = OnRung(5) with { Row = 5, Decision = Decision.Hold, NewSurface = true };

    public static Availability Days(int mon = 0, int tue = 0, int wed = 0, int thu = 0, int fri = 0, int sat = 0, int sun = 0) => new([mon, tue, wed, thu, fri, sat, sun]);

    public static Prescription OnRung(int rung) => new()
    {
        Decision = Decision.Progress,
        Row = 8,
        Training = new Training.OfRung(rung),
        Rung = rung,
        Standing = rung,
        Runs = 3,
        CapSeconds = 3600,
        Strength = 2,
        StrengthLevel = 1,
        Reasons = [],
    };

    public static Prescription WalkOnly { get; } = OnRung(5) with
    {
        Decision = Decision.WalkOnly,
        Row = 3,
        Training = new Training.Walking(),
        Rung = 0,
        CapSeconds = 0,
        Acute = true,
        Amber = true,
        NewContent = false,
    };

    public static Prescription Running(params int[] minutes) => OnRung(15) with
    {
        Training = new Training.Continuous([.. minutes.Select(m => 60 * m)]),
        Runs = minutes.Length,
        CapSeconds = 60 * minutes.Max(),
    };

    public static Facts Facts(Profile profile, params PastWeek[] weeks) => new()
    {
        Profile = profile,
        History = RunnerHistory.Of(Monday.PlusWeeks(-weeks.Length).PlusDays(-1)) with { Weeks = [.. weeks] },
        Starts = Monday,
        FirstDay = Monday,
        Now = Monday.PlusDays(-1).At(new LocalTime(17, 0)),
        Seed = 7,
    };

    public static PlannedWeek Week(Profile profile, Prescription prescription, params PastWeek[] weeks) => Week(Facts(profile, weeks), prescription);

    public static PlannedWeek Week(Facts facts, Prescription prescription)
    {
        var week = WeekBuilder.Build(facts, prescription, Policy.Current, TestLibrary.Library);
        HardRules.Check(week, facts, prescription);
        return week;
    }

    /// <summary>A week in one line: R run, L longest run, W walk, w optional walk, S strength, T stretch, F roll, - rest; days parted by blanks.</summary>
    public static string Shape(PlannedWeek week) => string.Join(' ', week.Days.Select(d => string.Concat(d.Sessions.Select(Letter))));

    /// <summary>A quiet week before, to which a test adds what it is about.</summary>
    public static PastWeek LastWeek { get; } = new()
    {
        Starts = Monday.PlusWeeks(-1),
        FirstDay = Monday.PlusWeeks(-1),
        Revision = 1,
        Decision = Decision.Hold,
        Row = 5,
        Rung = 5,
        Standing = 5,
        Delivered = true,
        Policy = Policy.Current.Version,
    };

    public static IEnumerable<IsoDayOfWeek> RunDays(PlannedWeek week) => week.Days.Where(d => d.Sessions.Any(s => s is Session.Run)).Select(d => d.Date.DayOfWeek);

    public static IsoDayOfWeek LongestDay(PlannedWeek week) => week.Days.Single(d => d.Sessions.Any(s => s is Session.Run { Longest: true })).Date.DayOfWeek;

    public static ImmutableArray<Session.Run> RunsOf(PlannedWeek week) => [.. week.Days.SelectMany(d => d.Sessions).OfType<Session.Run>()];

    private static char Letter(Session session) => session switch
    {
        Session.Run { Longest: true } => 'L',
        Session.Run => 'R',
        Session.Walk { Optional: true } => 'w',
        Session.Walk => 'W',
        Session.Strength => 'S',
        Session.Stretch => 'T',
        Session.Roll => 'F',
        Session.Swap => 'X',
        _ => '-',
    };
}
