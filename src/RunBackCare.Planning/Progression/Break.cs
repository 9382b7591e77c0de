using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>Time without running, as far as it counts (training rules, section 5).</summary>
/// <param name="Days">From the last run to the first day of the planned week.</param>
/// <param name="Ill">An illness was the cause.</param>
/// <param name="Standing">Standing rung of the last run's week: rungs are counted from there and never stacked.</param>
/// <param name="Silent">Nobody told for so long that the last run known of need not be the last.</param>
internal sealed record Break(int Days, bool Ill, int Standing, bool Silent = false)
{
    /// <returns>Null where there was never a run, as at L0.</returns>
    public static Break? Of(RunnerRecord record, LastRun? lastRun, Facts facts, Policy policy)
    {
        if (lastRun is null)
        {
            return null;
        }

        var unknown = 0;
        foreach (var week in record.Weeks)
        {
            unknown += week.Plan.Starts > lastRun.Day && IsUnknown(week.Log) ? 1 : 0;
        }

        // Silent weeks say nothing about running, so their days do not count, until they have become a pause.
        var silentPause = unknown >= policy.SilentWeeksPause || facts.History.Pauses.Any(p => p.Cause == PauseCause.Silence && p.From > lastRun.Day);
        var days = Period.DaysBetween(lastRun.Day, facts.FirstDay) - (silentPause ? 0 : unknown * 7);
        return new(Math.Max(0, days), WasIll(record, lastRun.Day, facts), lastRun.Standing, silentPause);
    }

    /// <summary>Row of the return table: 0 for no break.</summary>
    public int Row(Policy policy)
    {
        var row = 0;
        while (row < policy.ReturnDays.Length && Days > policy.ReturnDays[row])
        {
            row++;
        }

        return Math.Min(Ill ? row + 1 : row, policy.ReturnDays.Length);
    }

    /// <summary>The rung to return to, from the rung of the last run.</summary>
    /// <param name="lastLevel">Level of the last answered week.</param>
    public int Rung(int? lastLevel, Policy policy)
    {
        var row = Row(policy);
        if (row == policy.ReturnDays.Length)
        {
            return lastLevel >= policy.ReturnWalkLevel ? Ladder.Bottom : 1;
        }

        var rung = Math.Max(1, Standing - policy.ReturnRungs[row]);
        return row == policy.ReturnDays.Length - 1 ? Math.Min(rung, policy.ReturnLongRung) : rung;
    }

    /// <summary>What is left of the former longest run, in per cent; null where the ladder begins again.</summary>
    public int? Percent(Policy policy) => Row(policy) is var row && row < policy.ReturnPercent.Length ? policy.ReturnPercent[row] : null;

    private static bool IsUnknown(WeekLog week)
    {
        foreach (var run in week.Training)
        {
            if (run.Run && run.Outcome == Outcome.Unknown)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Ill since the last run: who ran in the morning and fell ill that day counts as well.</summary>
    private static bool WasIll(RunnerRecord record, LocalDate lastRun, Facts facts)
    {
        foreach (var pause in facts.History.Pauses)
        {
            if (pause.Cause == PauseCause.Illness && pause.From >= lastRun && pause.From < facts.FirstDay)
            {
                return true;
            }
        }

        return record.Weeks.Any(w => w.Log.IllSince >= lastRun);
    }
}
