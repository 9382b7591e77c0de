using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 1: a sign that cannot wait (section 6 A). Nothing is planned until the person is cleared.</summary>
internal sealed class EmergencySign() : Row(1, Decision.Emergency)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        if (situation.Hold is { Level: SafetyLevel.A } hold)
        {
            yield return SafetyWords.Emergency(hold);
        }
    }
}
