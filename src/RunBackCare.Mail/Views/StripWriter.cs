using System.Collections.Immutable;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>Writes the week at a glance: seven columns, one row for each session of the fullest day.</summary>
internal sealed class StripWriter(PlannedWeek week, Wording words)
{
    private static readonly StripMark Empty = new(SessionKind.None, "");

    /// <summary>A walk for those who want more: the day is still one of rest.</summary>
    private static readonly StripMark Offered = new(SessionKind.Rest, "(Walk)");

    public StripView Write()
    {
        var days = Enumerable.Range(0, 7).Select(offset => week.Starts.PlusDays(offset)).ToList();
        var columns = days.ConvertAll(date => Marks(week.Days.FirstOrDefault(d => d.Date == date)));
        return new(
            [.. days.Zip(columns, (date, marks) => new StripDay(words.ShortWeekday(date), words.Day(date), $"{date.Day}", string.Join(" + ", marks.Select(m => m.Word))))],
            [.. Enumerable.Range(0, columns.Max(c => c.Length)).Select(row => new StripRow([.. columns.Select(c => row < c.Length ? c[row] : Empty)]))]);
    }

    private static ImmutableArray<StripMark> Marks(PlannedDay? day) => day switch
    {
        null => [new(SessionKind.None, "–")],
        { Sessions.IsEmpty: true } => [new(SessionKind.Rest, "Rest")],
        _ => [.. day.Sessions.Select(Mark).Distinct()],
    };

    private static StripMark Mark(Session session) => session is Session.Walk { Optional: true }
        ? Offered
        : new(SessionWriter.KindOf(session), SessionWriter.KindOf(session).ToString());
}
