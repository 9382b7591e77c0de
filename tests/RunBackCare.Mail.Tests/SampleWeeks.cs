using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests;

/// <summary>Weeks of every kind, by hand.</summary>
internal static class SampleWeeks
{
    private const string SeeSomeone = "Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along.";

    private static readonly LocalDate Monday = new(2026, 11, 30);

    /// <summary>Three runs, two strength sessions, stretch and roll: what most weeks look like.</summary>
    public static PlannedWeek Full { get; } = new()
    {
        Starts = Monday,
        Decision = Decision.Progress,
        StepsUp = true,
        Row = 8,
        Rung = 5,
        Standing = 5,
        StrengthLevel = 2,
        Policy = "2026.1",
        CapRunSeconds = 750,
        Revision = 1,
        Cue = "Q04",
        Lesson = "E04",
        Swaps = ["X01", "X03", "X04"],
        Shoes = new(320, ShoeAdvice.Fine),
        Reasons =
        [
            Why("green", "You answered with a 2 and did all three runs, so this week goes one step up.", "R01"),
            Why("cap", "No run grows by more than a tenth over your longest of the last 30 days.", "R01"),
        ],
        Days =
        [
            Day(0, Stretch(12), Roll(5)),
            Day(1, Run(Surface.Grass)),
            Day(2, Strength(18)),
            Day(3, Run(Surface.Road)),
            Day(4, new Session.Rest { Minutes = 0 }),
            Day(5, Run(Surface.Grass, longest: true), Roll(5)),
            Day(6, Strength(18)),
        ],
    };

    public static PlannedWeek WalkOnly { get; } = Full with
    {
        Decision = Decision.WalkOnly,
        StepsUp = false,
        Row = 3,
        Rung = 0,
        Acute = true,
        StrengthLevel = 1,
        Swaps = ["X01"],
        CapRunSeconds = 150,
        Referral = new(["two-reds"], $"You reported 6 or more on two days within two weeks. {SeeSomeone} There is no hurry; this week's plan holds in the meantime."),
        Reasons = [Why("red", "Thursday was a 6, so this week is for walking.", "R16")],
        Days =
        [
            Day(0, Walk(30)),
            Day(1, Strength(15)),
            Day(2, Walk(30)),
            Day(3, Stretch(12)),
            Day(4, Walk(30)),
            Day(5, Strength(15)),
            Day(6),
        ],
    };

    /// <summary>From Thursday on, on awkward days: something had to give way.</summary>
    public static PlannedWeek Partial { get; } = Full with
    {
        Decision = Decision.Hold,
        StepsUp = false,
        Row = 5,
        Rung = 1,
        Standing = 1,
        CapRunSeconds = 300,
        Shoes = null,
        Reasons =
        [
            Why("first-week", "This is your first week, so it starts small.", "R06"),
            Why("gave-up-strength-apart", "There were too few days to keep strength and stretching apart, so they share one."),
        ],
        Days =
        [
            Day(3, new Session.Run { Minutes = 30, Longest = true, Surface = Surface.Treadmill, Reps = 10, RunSeconds = 15, WalkSeconds = 105, Before = ["W01", "W03"], After = ["T01", "T11"] }),
            Day(4, Strength(15), Stretch(12)),
            Day(5),
            Day(6, new Session.Walk { Minutes = 20, Optional = true }),
        ],
    };

    public static PlannedWeek Continuous { get; } = Full with
    {
        Rung = 15,
        Standing = 15,
        CapRunSeconds = 3960,
        Shoes = new(812, ShoeAdvice.Replace),
        Days =
        [
            Day(0, Stretch(12)),
            Day(1, Straight(Surface.Road, 30)),
            Day(2, Strength(20)),
            Day(3, new Session.Swap { Id = "X03", Minutes = 40 }),
            Day(4),
            Day(5, Straight(Surface.Trail, 60) with { Longest = true, Hills = true }, Roll(5)),
            Day(6, Strength(20)),
        ],
    };

    public static PlannedWeek Paused { get; } = Full with { Decision = Decision.Hold, StepsUp = false, Row = 9, Paused = true, Days = [], Cue = null, Lesson = null, Shoes = null, Reasons = [Why("pause", "You asked for a pause until 20 December.")] };

    public static PlannedWeek Urgent { get; } = WalkOnly with { Decision = Decision.Urgent, Row = 2, Referral = new(["two-reds"], $"You reported 6 or more on two days within two weeks. {SeeSomeone}"), Days = [Day(0, Walk(20)), Day(1), Day(2, Walk(20)), Day(3), Day(4, Walk(20)), Day(5), Day(6)], Reasons = [Why("urgent", "What you wrote should be looked at by a doctor first.")] };

    public static PlannedWeek Emergency { get; } = Paused with { Paused = false, Decision = Decision.Emergency, Row = 1, Reasons = [Why("emergency", "What you wrote needs a doctor now.")] };

    /// <summary>Every day full, every session with all it may hold: the longest mail there can be.</summary>
    public static PlannedWeek Longest { get; } = Full with
    {
        Decision = Decision.StepBack,
        Row = 4,
        Reasons = [.. Enumerable.Range(0, 6).Select(i => Why(i < 4 ? "long" : "gave-up-long", "Thursday was a 5 and still a 4 on Friday morning, so this week is one step easier: 8 × 1:30 instead of 7 × 2:00."))],
        Referral = new(["not-improving"], $"Your back is not clearly better than six weeks ago. {SeeSomeone}"),
        Shoes = new(640, ShoeAdvice.Soon),
        Days = [.. Enumerable.Range(0, 7).Select(i => i % 2 == 0 ? Day(i, Run(Surface.Trail, i == 6), Stretch(12), Roll(5)) : Day(i, Strength(20), Stretch(12), Roll(5)))],
    };

    public static IEnumerable<(string Name, PlannedWeek Week)> All =>
    [
        (nameof(Full), Full),
        (nameof(WalkOnly), WalkOnly),
        (nameof(Partial), Partial),
        (nameof(Continuous), Continuous),
        (nameof(Paused), Paused),
        (nameof(Urgent), Urgent),
        (nameof(Emergency), Emergency),
        (nameof(Longest), Longest),
    ];

    public static WeekReader Ann { get; } = new() { Name = "Ann", NextMail = new(IsoDayOfWeek.Sunday, new(17, 0)) };

    public static Links Links { get; } = new()
    {
        Leave = Page("leave"),
        Week = Page("week"),
        Pain = Page("pain"),
        Preferences = Page("me"),
        Calendar = new(Page("calendar") + ".ics"),
        Confirm = Page("confirm"),
    };

    /// <summary>Eight weeks of every kind.</summary>
    public static ImmutableArray<WeekProgress> Past { get; } =
    [
        Behind(8, 450, 4), Behind(7, 900, 3), Behind(6, 0, 6, ProgressKind.Walking), Behind(5, 600, 3), Behind(4, null, null),
        Behind(3, null, null, ProgressKind.Paused), Behind(2, 1500, 2), Behind(1, 1800, 2),
    ];

    public static WeekView View(PlannedWeek week) => WeekView.Of(week, SampleLibrary.Value, Ann, Links);

    private static WeekProgress Behind(int weeks, int? seconds, int? worst, ProgressKind kind = ProgressKind.Running) => new(Monday.PlusWeeks(-weeks), seconds, worst, kind);

    private static Uri Page(string name) => new($"https://run.example.org/{name}/{Token}");

    /// <summary>As long as a real one.</summary>
    public const string Token = "aeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcaibaeaqcai";

    private static PlannedDay Day(int offset, params ImmutableArray<Session> sessions) => new(Monday.PlusDays(offset), sessions);

    private static Reason Why(string code, string text, params ImmutableArray<string> evidence) => Reason.Of(code, text, evidence);

    private static Session.Run Run(Surface surface, bool longest = false) => new()
    {
        Minutes = 30,
        Longest = longest,
        Surface = surface,
        Reps = 10,
        RunSeconds = 60,
        WalkSeconds = 60,
        Before = ["W01", "W02", "W03", "W07"],
        After = ["T01", "T06", "T08", "T11"],
    };

    private static Session.Run Straight(Surface surface, int minutes) => Run(surface) with { Minutes = minutes + 10, Reps = 1, RunSeconds = minutes * 60, WalkSeconds = 0 };

    private static Session.Walk Walk(int minutes) => new() { Minutes = minutes };

    private static Session.Strength Strength(int minutes) => new()
    {
        Minutes = minutes,
        Items = [new("C01", 2, "5 × 5 breaths"), new("C05", 2, "6-4-2 × 8 s a side"), new("C07", 2, "6-4-2 × 8 s a side"), new("C09", 2, "2 × 8 a side"), new("C16", 2, "3 × 10")],
    };

    private static Session.Stretch Stretch(int minutes) => new()
    {
        Minutes = minutes,
        Items = [new("T01", 0, "2 × 30 s a side"), new("T06", 0, "2 × 30 s a side"), new("T08", 0, "2 × 30 s a side"), new("T11", 0, "2 × 30 s a side")],
    };

    private static Session.Roll Roll(int minutes) => new() { Minutes = minutes, Items = [new("F01", 0, "2 × 45 s a side"), new("F02", 0, "2 × 45 s a side")] };
}
