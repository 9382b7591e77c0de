using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Progression;

/// <summary>Where a person begins, from what they told us alone (training rules, section 2, "Entry rung").</summary>
internal static class EntryRung
{
    /// <param name="firstDay">First day of the first week: pain and age count from there.</param>
    public static int Of(Profile profile, LocalDate firstDay, Policy policy)
    {
        if (profile.Experience == Experience.None || HurtsRecently(profile, firstDay, policy))
        {
            return Ladder.Bottom;
        }

        var rung = Unburdened(profile, policy);
        if (profile.BmiOver30 || profile.BirthYear is { } year && firstDay.Year - year >= policy.EntryAge)
        {
            rung = DoesNotRun(profile) ? 1 : Math.Max(1, rung - 1);
        }

        if (profile.Screening.Any(s => s.Name == Screening.BirthWithinYear))
        {
            rung = 1;
        }

        return Math.Min(rung, Ladder.Ceiling(profile, policy));
    }

    /// <summary>Pain that began a short while ago and is high now; an old pain of the same height is the person's usual.</summary>
    public static bool HurtsRecently(Profile profile, LocalDate firstDay, Policy policy) =>
        profile.Back.Now >= policy.EntryPain && profile.Back.Since > firstDay.PlusDays(-policy.RecentPainDays);

    private static bool DoesNotRun(Profile profile) => profile.Experience == Experience.Walks;

    private static int Unburdened(Profile profile, Policy policy)
    {
        if (DoesNotRun(profile))
        {
            return 1;
        }

        if (RunsHalfAnHour(profile, policy))
        {
            return Ladder.Top;
        }

        var longest = (int)(profile.LongestRunMinutes * 60);
        var byBout = Ladder.Highest(r => r.RunSeconds <= longest) - 1;
        var total = profile.Experience == Experience.Runs ? RunCap.Of(longest, policy) : RunWalkSeconds(profile, longest, policy);
        var byTotal = Ladder.Highest(r => r.RunTotalSeconds <= total);
        return Math.Max(1, Math.Min(byBout, byTotal));
    }

    private static bool RunsHalfAnHour(Profile profile, Policy policy) =>
        profile.Experience == Experience.Runs
        && profile.LongestRunMinutes >= policy.EntryTopMinutes
        && profile.CurrentRunsPerWeek >= policy.EntryTopRuns
        && Math.Max(profile.Back.Now, profile.Back.UsualPain) <= policy.Green;

    private static int RunWalkSeconds(Profile profile, int longest, Policy policy) =>
        profile.RunMinutesNow is { } said ? (int)(said * 60) : Math.Min(policy.EntryBouts * longest, policy.EntryBoutsMostSeconds);
}
