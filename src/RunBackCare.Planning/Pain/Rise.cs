namespace RunBackCare.Planning.Pain;

/// <summary>
/// How much more pain a week had than an earlier one. Means are compared only where both weeks have them; else the worst scores are,
/// so that a week of daily answers is never measured against a bare one.
/// </summary>
/// <param name="Up">Points; below zero where it fell.</param>
/// <param name="Level">The later week's level, in the same measure.</param>
/// <param name="Before">The earlier week's.</param>
/// <param name="Daily">Both are means of daily scores.</param>
internal readonly record struct Rise(decimal Up, decimal Level, decimal Before, bool Daily)
{
    /// <param name="now">An answered week.</param>
    /// <param name="before">The answered week to compare with; null where there is none yet.</param>
    /// <param name="stated">Usual pain as stated, in place of a missing week.</param>
    public static Rise Between(WeekPain now, WeekPain? before, decimal stated)
    {
        if (now.DailyMean is { } mean && before?.DailyMean is { } meanBefore)
        {
            return new(mean - meanBefore, mean, meanBefore, Daily: true);
        }

        decimal level = now.Worst ?? 0;
        var levelBefore = before?.Worst ?? stated;
        return new(level - levelBefore, level, levelBefore, Daily: false);
    }

    public bool IsFlat(Policy policy) => Up <= policy.FlatRise;

    /// <summary>A rise that means something, at a level that matters.</summary>
    public bool IsWorsening(Policy policy) => Level >= policy.Amber && (Up >= policy.MeaningfulRise || IsDailyRise(policy));

    private bool IsDailyRise(Policy policy) =>
        Daily && Up >= policy.FlatRise && Up * 100 >= Before * policy.MeaningfulRisePercent;
}
