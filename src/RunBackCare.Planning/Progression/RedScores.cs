using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Progression;

/// <summary>Scores of 6 and more, by the day they count for.</summary>
internal static class RedScores
{
    /// <summary>The day a score is about; a bare answer counts for the day it was given, but not after its week.</summary>
    public static LocalDate DayOf(PainReport report) => report.Day ?? LocalDate.Min(report.Answered.Date, report.Week.PlusDays(6));

    /// <summary>The last day with a red score of any site, or with a changed stride; null where there was none.</summary>
    public static LocalDate? Last(RunnerHistory history, LocalDate from, LocalDate before, Policy policy)
    {
        LocalDate? last = null;
        foreach (var report in history.Reports)
        {
            if (report.Score.Value >= policy.Red && DayOf(report) is var day && day >= from && day < before)
            {
                last = LocalDate.Max(last ?? day, day);
            }
        }

        foreach (var log in history.Logs)
        {
            if (log is SessionLog.ChangedStride changed && (changed.Day ?? changed.Answered.Date) is var day && day >= from && day < before)
            {
                last = LocalDate.Max(last ?? day, day);
            }
        }

        return last;
    }
}
