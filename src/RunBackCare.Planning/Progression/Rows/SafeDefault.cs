using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 9: whatever no row knows holds.</summary>
internal sealed class SafeDefault() : Row(9, Decision.Hold)
{
    protected override IEnumerable<Cause> Causes(Situation situation) => [PainWords.Unclear()];
}
