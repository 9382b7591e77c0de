using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>From the facts to what the week should hold: the decision, the rung, the cap, and why.</summary>
internal static class Prescriber
{
    public static Prescription Prescribe(Facts facts, Policy policy)
    {
        var entry = EntryRung.Of(facts.Profile, facts.FirstDay, policy);
        var standing = facts.History.Weeks.LastOrDefault(w => w.Starts < facts.Starts)?.Standing ?? entry;
        return new()
        {
            Decision = Decision.Hold,
            Row = 5,
            Training = new Training.OfRung(standing),
            Rung = standing,
            Standing = standing,
            Runs = Math.Min(facts.Profile.RunsPerWeek, policy.MostSpacedRuns),
            CapSeconds = RunCap.Of(Ladder.Rungs[standing].RunTotalSeconds, policy),
            Strength = policy.StrengthSessions,
            StrengthLevel = 1,
            NewSurface = true,
            Reasons = [Reason.Of("first-week", "This is your first week: it starts where you are, so that you can see how it feels.", ["R08"], ("rung", standing))],
        };
    }
}
