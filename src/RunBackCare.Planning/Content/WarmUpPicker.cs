using System.Collections.Immutable;

namespace RunBackCare.Planning.Content;

/// <summary>What comes before each run of the week: the brisk walk, then three to five minutes of drills.</summary>
internal static class WarmUpPicker
{
    private const string BriskWalk = "W01";

    public static ImmutableArray<string> Pick(Library library, ContentFilter filter, ContentMemory memory, Policy policy, ulong seed)
    {
        var picked = ImmutableArray.CreateBuilder<string>(6);
        picked.Add(BriskWalk);
        List<WarmUp> lawful = [.. library.WarmUps.Where(w => w.Id != BriskWalk && filter.Allows(w))];
        var seconds = Draw([.. filter.Familiar(lawful)], 0);
        if (seconds < policy.DrillLeastSeconds)
        {
            Draw(lawful, seconds);
        }

        picked.Sort(1, picked.Count - 1, StringComparer.Ordinal);
        return picked.ToImmutable();

        int Draw(List<WarmUp> from, int seconds)
        {
            from.RemoveAll(d => picked.Contains(d.Id));
            while (seconds < policy.DrillLeastSeconds && Rotation.Fresh(from, memory, policy, seed) is { } drill)
            {
                from.Remove(drill);
                if (seconds + drill.Seconds <= policy.DrillMostSeconds)
                {
                    picked.Add(drill.Id);
                    seconds += drill.Seconds;
                }
            }

            return seconds;
        }
    }
}
