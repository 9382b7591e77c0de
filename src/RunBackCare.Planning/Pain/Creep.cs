using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Pain;

/// <summary>Pain that climbs too slowly for any one week to show it: two weeks well above the person's best stretch.</summary>
internal static class Creep
{
    /// <returns>The mean of the best four answered weeks in a row, where the last two answered weeks lie well above it; else null.</returns>
    public static decimal? Of(RunnerRecord record, Policy policy)
    {
        if (record.Last is not { Pain.Answered: true } last)
        {
            return null;
        }

        var from = last.Plan.Starts.PlusWeeks(-policy.CreepMemoryWeeks);
        int[] levels = [.. record.Weeks.Where(w => w.Plan.Starts > from && !w.Log.Partial).Select(w => w.Pain.Worst).OfType<int>()];
        if (levels.Length < policy.CreepBestWeeks || levels is not [.., var before, var now] || Math.Min(before, now) < policy.CreepLevel)
        {
            return null;
        }

        // The newest week may stand in the best stretch itself; more pain in it must not lift what it is measured against.
        var both = Math.Min(before, now);
        levels[^1] = both;
        var best = levels[..policy.CreepBestWeeks].Sum();
        for (var i = 1; i + policy.CreepBestWeeks <= levels.Length; i++)
        {
            best = Math.Min(best, levels[i..(i + policy.CreepBestWeeks)].Sum());
        }

        var mean = (decimal)best / policy.CreepBestWeeks;
        return both - mean >= policy.MeaningfulRise ? mean : null;
    }
}
