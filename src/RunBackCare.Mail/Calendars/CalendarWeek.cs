using System.Collections.Immutable;

namespace RunBackCare.Mail.Calendars;

/// <summary>A week as a calendar shows it: the days that have an event, and those of an earlier revision that lost theirs.</summary>
/// <param name="Revision">Of the week, from 1; a higher one takes the place of a lower one.</param>
internal sealed record CalendarWeek(int Revision, ImmutableArray<CalendarDay> Days);
