using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Progression;

/// <summary>When walking in place of running is over: two whole walks since the last red score, and a back that is calm again.</summary>
internal static class WalkOnlyExit
{
    /// <summary>The exit out of walking weeks, judged by the last of them.</summary>
    public static bool IsMet(Situation situation)
    {
        var week = situation.Week!;
        if (!(week.Pain.RunWorst <= Limit(week.Usual, situation.Policy)) || week.Pain.LegWorst > situation.Policy.Green)
        {
            return false;
        }

        var weeks = situation.Record.Weeks;
        var first = weeks.Length - 1;
        while (first > 0 && (weeks[first - 1].Walking || weeks[first - 1].Plan.Paused))
        {
            first--;
        }

        var red = RedScores.Last(situation.Facts.History, LocalDate.MinIsoValue, situation.Facts.Starts, situation.Policy) ?? LocalDate.MinIsoValue;
        var walks = 0;
        foreach (var one in weeks[first..])
        {
            walks += one.Log.Training.Count(t => IsWholeWalk(t, situation) && t.Day > red);
        }

        return walks >= situation.Policy.ExitWalks;
    }

    /// <summary>The exit within the very week of the red score: the days after it, by daily answers on their walks.</summary>
    public static bool IsMetWithinTheWeek(Situation situation)
    {
        var week = situation.Week!;
        var history = situation.Facts.History;
        if (RedScores.Last(history, week.Plan.Starts, situation.Facts.Starts, situation.Policy) is not { } red)
        {
            return false;
        }

        var after = history.Reports.Where(r => r.Day > red && r.Day < situation.Facts.Starts).ToList();
        var limit = Limit(week.Usual, situation.Policy);

        // Walks count from the last day that was too much, red or not: else a red day in the place of an amber one would ask for less.
        var calmSince = after.Where(r => r.Score.Value > (r.Site == PainSite.Back ? limit : situation.Policy.Green)).Select(r => r.Day!.Value).Append(red).Max();
        return week.Log.Training.Count(t => t.Day > calmSince && IsWholeWalk(t, situation) && after.Exists(r => r.Day == t.Day)) >= situation.Policy.ExitWalks;
    }

    /// <summary>Up to the usual, or one above it where that is still low.</summary>
    public static decimal Limit(decimal usual, Policy policy) =>
        Math.Max(policy.Green, usual + policy.SettledMargin <= policy.ExitMost ? usual + policy.SettledMargin : usual);

    private static bool IsWholeWalk(TrainingDay session, Situation situation) =>
        !session.Run && session.Outcome == Outcome.Done && session.Minutes >= WholeWalk(situation.Profile, session.Day, situation.Policy);

    private static int WholeWalk(Profile profile, LocalDate day, Policy policy) =>
        profile.Days[day.DayOfWeek] is > 0 and var most ? Math.Min(policy.WalkMinutes, most) : policy.WalkMinutes;
}
