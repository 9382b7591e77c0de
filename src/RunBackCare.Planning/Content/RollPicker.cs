using System.Collections.Immutable;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Content;

/// <summary>The week's foam rolling, the same after the longest run and with the stretches; the calm basic ones first, nothing without a roller.</summary>
internal static class RollPicker
{
    public static ImmutableArray<SessionItem> Pick(Profile profile, Library library, ContentFilter filter, ContentMemory memory, Policy policy)
    {
        if (!profile.Kit.HasFlag(Kit.Roller))
        {
            return [];
        }

        List<Roll> lawful = [.. filter.Familiar(library.Rolls.Where(filter.Allows))];
        var picked = ImmutableArray.CreateBuilder<SessionItem>(policy.RollItems);
        while (picked.Count < policy.RollItems && Rotation.Usual(lawful, memory, policy, r => r.Acute) is { } roll)
        {
            lawful.Remove(roll);
            picked.Add(new(roll.Id, 0, roll.Dose));
        }

        picked.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return picked.ToImmutable();
    }
}
