using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>Writes what is left of a week that changed, and the whole of it for the calendar.</summary>
internal sealed class RestOfWeekWriter(PlannedWeek week, Library library, Wording words)
{
    private readonly Shelf _shelf = new(library);

    /// <param name="from">The first day that is still to come.</param>
    public RestOfWeekView Write(LocalDate from)
    {
        var left = week with { Days = [.. week.Days.Where(d => d.Date >= from)] };
        var receipts = new Receipts(library);
        return new(
            from > week.Starts ? $"The rest of your week, from {words.Day(left.FirstDay)}" : $"Your week from {words.Date(week.FirstDay)}",
            week.Referral is { } referral ? Wording.Tied(referral.Text) : null,
            [.. week.Reasons.Select(receipts.Under)],
            new DayWriter(left, _shelf, words).Write(),
            new HowToWriter(left, [], _shelf).Write());
    }

    public CalendarWeek Calendar() => new CalendarWriter(week, _shelf).Write(new DayWriter(week, _shelf, words).Write());
}
