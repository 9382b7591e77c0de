using System.Collections.Immutable;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using RunBackCare.Mail.Views;
using Calendar = Ical.Net.Calendar;

namespace RunBackCare.Mail.Calendars;

/// <summary>
/// Weeks as an <c>.ics</c> file: one all-day event for each day with something to do, its time of day being the person's own. A week
/// that changed has the same events with a higher number, so that a calendar updates them; an event that fell away is cancelled.
/// </summary>
public static class CalendarFile
{
    private const string Product = "-//RunBackCare//Weekly plan//EN";

    /// <param name="weeks">In any order, each week once.</param>
    /// <param name="key">The same for a person for ever, and opaque: it ends up wherever the calendar is shared.</param>
    /// <param name="stamp">When the weeks were last told. Same weeks, same stamp → the same text.</param>
    /// <returns>Lines end as the format asks.</returns>
    public static string Of(IEnumerable<WeekView> weeks, string key, Instant stamp) => Of([.. weeks.Select(w => w.Calendar).OfType<CalendarWeek>()], key, stamp);

    internal static string Of(ImmutableArray<CalendarWeek> weeks, string key, Instant stamp)
    {
        var calendar = new Calendar { ProductId = Product };
        var at = new CalDateTime(stamp.ToDateTimeUtc());
        foreach (var week in weeks)
        {
            foreach (var day in week.Days)
            {
                calendar.Events.Add(Event(week, day, key, at));
            }
        }

        return Folding.Of(new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("The calendar could not be written."));
    }

    // No link to the person's pages: whoever sees a shared calendar could open them.
    private static CalendarEvent Event(CalendarWeek week, CalendarDay day, string key, CalDateTime stamp) => new()
    {
        Uid = $"{day.Date:uuuuMMdd}-{key}@runbackcare",
        DtStamp = stamp,
        Sequence = week.Revision - 1,
        Start = DateOf(day.Date),
        End = DateOf(day.Date.PlusDays(1)),
        Summary = day.Summary ?? "Rest",
        Description = day.Description,
        Status = day.Summary is null ? "CANCELLED" : "CONFIRMED",
        Class = "PRIVATE",

        // The day stays free for appointments.
        Transparency = "TRANSPARENT",
    };

    private static CalDateTime DateOf(LocalDate date) => new(date.Year, date.Month, date.Day);
}
