using System.Collections.Immutable;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>One row of the decision table: it matches where anything speaks for it, and says all that does.</summary>
internal abstract class Row(int number, Decision decision)
{
    public int Number => number;

    public Verdict? Try(Situation situation) =>
        Causes(situation).ToImmutableArray() is { IsEmpty: false } causes ? new(DecisionFor(situation), number, causes) : null;

    protected abstract IEnumerable<Cause> Causes(Situation situation);

    protected virtual Decision DecisionFor(Situation situation) => decision;
}
