using System.Collections.Immutable;
using System.Text;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Calendars;

/// <summary>Writes a week's days for a calendar, from the sessions as its mail words them.</summary>
internal sealed class CalendarWriter(PlannedWeek week, Shelf shelf)
{
    private const int DaysAWeek = 7;

    /// <param name="days">Of the mail, in the order of the week's own.</param>
    public CalendarWeek Write(ImmutableArray<DayView> days)
    {
        var planned = week.Days.Zip(days, Day).ToDictionary(d => d.Date);

        // Whatever an earlier revision put on a day is taken back where this one has nothing for it.
        var all = week.Revision > 1
            ? Enumerable.Range(0, DaysAWeek).Select(week.Starts.PlusDays).Where(d => d >= week.FirstDay).Select(d => planned.GetValueOrDefault(d, CalendarDay.Free(d)))
            : planned.Values.Where(d => d.Summary is not null);
        return new(week.Revision, [.. all]);
    }

    private CalendarDay Day(PlannedDay day, DayView view)
    {
        var sessions = day.Sessions.Zip(view.Sessions).Where(s => !IsRest(s.First)).ToList();
        return sessions.Count == 0
            ? CalendarDay.Free(day.Date)
            : new(day.Date, Plain(string.Join(" + ", sessions.Select(s => $"{s.Second.Title} {s.Second.Time}"))), Description(sessions));
    }

    /// <summary>A walk for those who want more is no appointment.</summary>
    private static bool IsRest(Session session) => session is Session.Rest or Session.Walk { Optional: true };

    private string Description(List<(Session Planned, SessionView View)> sessions)
    {
        var text = new StringBuilder();
        foreach (var (planned, view) in sessions)
        {
            Line(text, $"{view.Title}, {view.Time}".ToUpperInvariant());
            Line(text, view.Block);
            Line(text, view.Text);
            Line(text, view.Before is { } before ? $"Before: {before}" : null);
            Line(text, view.After is { } after ? $"After: {after}" : null);
            Exercises(text, planned, view);
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private void Exercises(StringBuilder text, Session planned, SessionView view)
    {
        foreach (var (item, shown) in ItemsOf(planned).Zip(view.Items))
        {
            var how = shelf.HowTo(item);
            Line(text, $"- {shown.Name}: {shown.Dose}. {how?.Text} {how?.Caution}");
        }

        if (planned is Session.Swap swap)
        {
            Line(text, shelf.HowTo(swap.Id)?.Text);
        }
    }

    private static ImmutableArray<SessionItem> ItemsOf(Session session) => session switch
    {
        Session.Strength strength => strength.Items,
        Session.Stretch stretch => stretch.Items,
        Session.Roll roll => roll.Items,
        _ => [],
    };

    private static void Line(StringBuilder text, string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            text.Append(Plain(line)).Append('\n');
        }
    }

    /// <summary>Calendars wrap as they like, and are searched with plain blanks.</summary>
    private static string Plain(string words) => OneLine.Of(Wording.Untied(words));
}
