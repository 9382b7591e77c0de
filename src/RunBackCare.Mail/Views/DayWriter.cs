using System.Collections.Immutable;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>Writes the days of a week, each with its sessions.</summary>
internal sealed class DayWriter(PlannedWeek week, Shelf shelf, Wording words)
{
    private readonly SessionWriter _sessions = new(week, shelf);

    public ImmutableArray<DayView> Write() => [.. week.Days.Select(Day)];

    private DayView Day(PlannedDay day) => new(
        words.Day(day.Date),
        day.Sessions.Count(s => s.Minutes > 0) > 1 ? Wording.Hours(day.Sessions.Sum(s => s.Minutes)) : null,
        day.Sessions.IsEmpty ? [SessionWriter.Rest] : [.. day.Sessions.Select(_sessions.Write)]);
}
