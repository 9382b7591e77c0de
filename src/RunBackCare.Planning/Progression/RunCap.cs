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
}
