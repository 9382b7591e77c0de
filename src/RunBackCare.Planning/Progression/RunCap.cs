namespace RunBackCare.Planning.Progression;

/// <summary>The most running a single session may hold (R01), in whole seconds.</summary>
internal static class RunCap
{
    /// <param name="longest">Longest run done in the days the policy looks back on, in seconds; 0 for none.</param>
    public static int Of(int longest, Policy policy)
    {
        var grown = longest * policy.CapPercent / 100;
        return longest < policy.CapFloorUntilSeconds ? Math.Max(grown, longest + policy.CapFloorSeconds) : grown;
    }

    /// <summary>The longest run that a cap may have been made from; around twenty minutes two runs have the same cap.</summary>
    public static int Behind(int cap, Policy policy)
    {
        var longest = (int)(((cap * 100L) + policy.CapPercent - 1) / policy.CapPercent);
        return longest < policy.CapFloorUntilSeconds ? Math.Max(0, cap - policy.CapFloorSeconds) : longest;
    }
}
