using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 7: pain that may stay but must not grow.</summary>
internal sealed class AmberWeek() : Row(7, Decision.Hold)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        var (pain, policy) = (situation.Pain!, situation.Policy);
        if (situation.Week is { Steady: true } steady && situation.Before is not { Steady: true })
        {
            yield return PainWords.OnceAtUsual(pain.RunWorst!.Value, steady.Usual);
        }
        else if (pain.RunWorst >= policy.Amber)
        {
            yield return PainWords.Amber(pain);
        }

        if (pain.LegWorst >= policy.Amber)
        {
            yield return PainWords.AmberLeg(pain.LegWorst);
        }

        if (situation.Week!.Rise is { } rise && !rise.IsFlat(policy))
        {
            yield return PainWords.RisingLow(rise);
        }
    }
}
