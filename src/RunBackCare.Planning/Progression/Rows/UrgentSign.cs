using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 2: a sign or a score that someone should look at the same day (section 6 B).</summary>
internal sealed class UrgentSign() : Row(2, Decision.Urgent)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        if (situation.Hold is { Level: SafetyLevel.B } hold)
        {
            yield return SafetyWords.Urgent(hold);
        }
    }
}
