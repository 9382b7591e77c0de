using NodaTime;

namespace RunBackCare.Mail.Calendars;

/// <summary>One day of a week as a calendar shows it.</summary>
/// <param name="Summary">Short, and without a word about anyone's health: calendars get shared. Null where nothing is to be done.</param>
/// <param name="Description">Every session of the day with its exercises and how they go, in lines.</param>
internal sealed record CalendarDay(LocalDate Date, string? Summary, string? Description)
{
    public static CalendarDay Free(LocalDate date) => new(date, null, null);
}
