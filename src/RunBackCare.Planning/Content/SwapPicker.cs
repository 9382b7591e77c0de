using System.Collections.Immutable;

namespace RunBackCare.Planning.Content;

/// <summary>What may stand in for a run this week: the walk, which has the best evidence, and two that change from week to week.</summary>
internal static class SwapPicker
{
    public static ImmutableArray<string> Pick(Library library, ContentFilter filter, Policy policy, ulong weekSeed)
    {
        var picked = ImmutableArray.CreateBuilder<string>(policy.SwapsOffered);
        List<Swap> lawful = [.. library.Swaps.Where(filter.Allows)];
        if (lawful.Count > 0)
        {
            picked.Add(lawful[0].Id);
            lawful.RemoveAt(0);
        }

        while (picked.Count < policy.SwapsOffered && lawful.Count > 0)
        {
            weekSeed = Weeks.Seeded.Mix(weekSeed);
            var at = (int)(weekSeed % (ulong)lawful.Count);
            picked.Add(lawful[at].Id);
            lawful.RemoveAt(at);
        }

        return picked.ToImmutable();
    }
}
