using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Progression;

/// <summary>
/// Which safety hold is in force on a day (training rules, section 6). A hold is stored with the person, but a flag or a score that asks
/// for one counts from the moment it is said, stored or not; only its end needs a word.
/// </summary>
public static class Holds
{
    /// <summary>The hold in force on <paramref name="day"/>; null for none. Emergency stands above all, then "before starting".</summary>
    public static Hold? InForce(RunnerHistory history, LocalDate day, Policy policy)
    {
        var cleared = history.Hold?.Ended ?? LocalDate.MinIsoValue;
        var emergency = Since(history, SafetyLevel.A, cleared);
        var before = Since(history, SafetyLevel.C, cleared);
        var urgent = Earlier(Since(history, SafetyLevel.B, cleared), FirstUrgentScore(history, cleared, policy));
        if (emergency is { } a)
        {
            return new(SafetyLevel.A, a, Ended: null);
        }

        if (before is { } c)
        {
            return new(SafetyLevel.C, c, Ended: null);
        }

        return urgent is { } b && day < UrgentEnds(history, b, policy) ? new(SafetyLevel.B, b, Ended: null) : null;
    }

    /// <summary>
    /// The day on which a same-day hold ends by itself: two weeks after the last flag or red score. An emergency hold and one from before
    /// starting end only with the word CLEARED.
    /// </summary>
    public static LocalDate UrgentEnds(RunnerHistory history, LocalDate since, Policy policy)
    {
        var last = since;
        foreach (var flag in history.Flags)
        {
            last = flag.Level == SafetyLevel.B ? LocalDate.Max(last, flag.Day) : last;
        }

        foreach (var report in history.Reports)
        {
            last = report.Score.Value >= policy.Red ? LocalDate.Max(last, RedScores.DayOf(report)) : last;
        }

        return last.PlusDays(policy.UrgentHoldDays);
    }

    /// <summary>The last day on which a hold ended by <paramref name="day"/>; null where there was none.</summary>
    public static LocalDate? LastEnded(RunnerHistory history, LocalDate day, Policy policy)
    {
        if (InForce(history, day, policy) is not null)
        {
            return null;
        }

        var cleared = history.Hold?.Ended;
        var urgent = Earlier(Since(history, SafetyLevel.B, cleared ?? LocalDate.MinIsoValue), FirstUrgentScore(history, cleared ?? LocalDate.MinIsoValue, policy));
        return urgent is { } since ? UrgentEnds(history, since, policy) : cleared;
    }

    private static LocalDate? Since(RunnerHistory history, SafetyLevel level, LocalDate cleared)
    {
        LocalDate? since = history.Hold is { Ended: null } hold && hold.Level == level ? hold.Since : null;
        foreach (var flag in history.Flags)
        {
            since = flag.Level == level && flag.Day > cleared ? Earlier(since, flag.Day) : since;
        }

        return since;
    }

    private static LocalDate? FirstUrgentScore(RunnerHistory history, LocalDate cleared, Policy policy)
    {
        LocalDate? since = null;
        foreach (var report in history.Reports)
        {
            var day = RedScores.DayOf(report);
            since = report.Score.Value >= policy.UrgentScore && day > cleared ? Earlier(since, day) : since;
        }

        return since;
    }

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) =>
        one is null || other < one ? other ?? one : one;
}
