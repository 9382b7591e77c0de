using System.Collections.Immutable;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>A week that changes, and one whose every word is hostile.</summary>
internal static class JudgedCalendars
{
    public const string First = "calendar-first";
    public const string Changed = "calendar-changed";
    public const string Hostile = "calendar-hostile";

    public const string Evil = "Plank\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil; a,b:c\\n\"e\" <script>alert(1)</script> {{ name }} \u202etxt 👩‍👩‍👧‍👦 渡辺";

    /// <summary>Monday's session has gone and Friday has got one; the rest is another week's.</summary>
    private static readonly PlannedWeek Revised = SampleWeeks.Full with
    {
        Revision = 2,
        Days = [.. SampleWeeks.Full.Days.Select((day, i) => i switch
        {
            0 => day with { Sessions = [] },
            4 => day with { Sessions = SampleWeeks.Full.Days[0].Sessions },
            _ => day with { Sessions = SampleWeeks.Continuous.Days[i].Sessions },
        })],
    };

    public static ImmutableArray<(string Name, CalendarWeek Week)> All { get; } =
    [
        (First, Of(SampleWeeks.Full, SampleLibrary.Value)),
        (Changed, Of(Revised, SampleLibrary.Value)),
        (Hostile, Of(SampleWeeks.Full, SpoiltBy(Evil + new string('W', 300)))),
    ];

    private static CalendarWeek Of(PlannedWeek week, Library library) => WeekView.Of(week, library, SampleWeeks.Ann, SampleWeeks.Links).Calendar!;

    private static Library SpoiltBy(string words) => new(
        "spoilt",
        [.. SampleLibrary.Value.Exercises.Select(e => e with { Name = words, HowTo = words })],
        [.. SampleLibrary.Value.WarmUps.Select(w => w with { Name = words })],
        [.. SampleLibrary.Value.Stretches.Select(s => s with { Name = words, Caution = words })],
        SampleLibrary.Value.Rolls,
        SampleLibrary.Value.Swaps,
        SampleLibrary.Value.Cues,
        SampleLibrary.Value.Lessons);
}
