using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.History;

/// <summary>What the body is used to, from what is known to be done; runs whose day is not over count as planned.</summary>
/// <param name="LongestSeconds">Longest run of the days a cap looks back on; 0 for none.</param>
/// <param name="UnheardSeconds">Longest planned run of those days of which nobody said whether it was done; 0 for none.</param>
/// <param name="LastRun">The last run; null where there never was one.</param>
internal sealed record Load(int LongestSeconds, int UnheardSeconds, LastRun? LastRun)
{
    /// <summary>
    /// Cap of any single run; null where nothing was run or planned in those days. Where nobody said whether anything was run, no run is longer than
    /// those planned so far: silence never raises a plan.
    /// </summary>
    public int? Cap(Policy policy) => LongestSeconds > 0 ? RunCap.Of(LongestSeconds, policy) : UnheardSeconds > 0 ? UnheardSeconds : null;

    /// <param name="entrySeconds">Running of the entry rung, which stands in as a run of the day before the first week.</param>
    public static Load Of(RunnerRecord record, Facts facts, int entryStanding, int entrySeconds, Policy policy)
    {
        var from = facts.FirstDay.PlusDays(-policy.CapDays);
        var first = record.Last is null ? facts.FirstDay : record.Weeks[0].Plan.FirstDay;
        var standIn = first.PlusDays(-1);
        var last = entrySeconds > 0 ? new LastRun(standIn, entryStanding) : null;
        var longest = standIn >= from ? entrySeconds : 0;
        var unheard = 0;
        foreach (var week in record.Weeks)
        {
            foreach (var run in week.Log.Training)
            {
                if (run is { Run: true, Outcome: Outcome.Unknown } && run.Day >= from && run.Day < facts.FirstDay)
                {
                    unheard = Math.Max(unheard, run.RunSeconds);
                }

                if (!run.Run || run.Outcome is not (Outcome.Done or Outcome.NotOver) || run.Day >= facts.FirstDay)
                {
                    continue;
                }

                if (last is null || run.Day >= last.Day)
                {
                    last = new(run.Day, week.Plan.Standing);
                }

                longest = run.Day >= from ? Math.Max(longest, run.RunSeconds) : longest;
            }
        }

        return new(longest, unheard, last);
    }

    /// <summary>Running of one week, in seconds.</summary>
    public static int WeekSeconds(WeekRecord week)
    {
        var seconds = 0;
        foreach (var run in week.Log.Training)
        {
            seconds += run.Outcome is Outcome.Done or Outcome.NotOver ? run.RunSeconds : 0;
        }

        return seconds;
    }
}

/// <param name="Standing">Standing rung of its week: a return counts down from there.</param>
internal sealed record LastRun(LocalDate Day, int Standing);
