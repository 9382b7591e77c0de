namespace RunBackCare.Planning.Pain;

internal static class PainSites
{
    /// <summary>Everything but the back: most adverse events of run-walk training were there (R08).</summary>
    public static bool IsLeg(this PainSite site) => site != PainSite.Back;

    public static bool IsBelowKnee(this PainSite site) => site is PainSite.Shin or PainSite.Ankle or PainSite.Foot;
}
