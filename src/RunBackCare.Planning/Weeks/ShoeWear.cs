using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>
/// Kilometres on the shoes at the start of the week: what the person told us, and every run since. A planned run counts as done
/// unless the person said otherwise, since worn shoes are the safer error.
/// </summary>
internal static class ShoeWear
{
    public static ShoeCounter? Count(Facts facts, Policy policy)
    {
        if (facts.Profile.Shoes is not { } shoes)
        {
            return null;
        }

        var (metres, from) = Known(shoes, facts);
        foreach (var week in facts.History.Weeks)
        {
            foreach (var run in week.Runs)
            {
                if (run.Day >= from && run.Day < facts.Starts)
                {
                    metres += Metres(run, week, facts, policy);
                }
            }
        }

        foreach (var log in facts.History.Logs)
        {
            if (log is SessionLog.OnDay { Kind: LoggedKind.Run, Done: true } extra && extra.Day >= from && extra.Day < facts.Starts && !Planned(facts.History, extra.Day))
            {
                metres += Said(extra, facts, policy) ?? 0;
            }
        }

        var km = (int)(metres / 1000);
        return new(km, km >= policy.ShoeReplaceKm ? ShoeAdvice.Replace : km >= policy.ShoeWarnKm ? ShoeAdvice.Soon : ShoeAdvice.Fine);
    }

    /// <summary>The last certain count: the person's own, or the oldest remembered week's where earlier ones are forgotten.</summary>
    private static (decimal Metres, LocalDate From) Known(Shoes shoes, Facts facts)
    {
        var told = LocalDate.Max(shoes.Since, facts.History.Joined);
        foreach (var week in facts.History.Weeks)
        {
            // The first week of all may begin up to six days before the person joined, or up to a week after.
            if (week.Starts > told.PlusDays(7) && week.Starts < facts.Starts && week.ShoeKm is { } km)
            {
                return (km * 1000m, week.Starts);
            }

            break;
        }

        return (shoes.Km * 1000m, told);
    }

    private static decimal Metres(PastRun run, PastWeek week, Facts facts, Policy policy)
    {
        decimal share = 1;
        foreach (var log in facts.History.Logs)
        {
            switch (log)
            {
                case SessionLog.OnDay { Kind: LoggedKind.Run } onDay when onDay.Day == run.Day:
                    return onDay.Done ? Said(onDay, facts, policy) ?? Planned(run, facts, policy) : 0;
                case SessionLog.RunsDone { Count: var count } when log.Week == week.Starts:
                    share = Math.Min(1m, (decimal)count / week.Runs.Length);
                    break;
                default:
                    break;
            }
        }

        return share * Planned(run, facts, policy);
    }

    private static bool Planned(RunnerHistory history, LocalDate day) => history.Weeks.Any(w => w.Runs.Any(r => r.Day == day));

    private static decimal Planned(PastRun run, Facts facts, Policy policy) =>
        (1000m * run.RunSeconds / Pace(facts, policy)) + (1000m * Math.Max(0, (60 * run.Minutes) - run.RunSeconds) / policy.WalkSecondsPerKm);

    private static decimal? Said(SessionLog.OnDay log, Facts facts, Policy policy) =>
        log.Metres is { } metres ? metres : log.Minutes is { } minutes ? 60_000m * minutes / Pace(facts, policy) : null;

    private static int Pace(Facts facts, Policy policy) => facts.Profile.PaceSecondsPerKm ?? policy.RunSecondsPerKm;
}
