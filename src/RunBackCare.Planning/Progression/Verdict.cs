using System.Collections.Immutable;

namespace RunBackCare.Planning.Progression;

/// <summary>What a row of the decision table says, and what made it say so.</summary>
internal sealed record Verdict(Decision Decision, int Row, ImmutableArray<Cause> Causes);

/// <summary>One thing that speaks for a decision, before the week that follows from it is known.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Clause">Half a sentence without its stop; what follows for the week completes it.</param>
/// <param name="Evidence">Evidence IDs.</param>
/// <param name="Values">The numbers behind it, by name.</param>
internal sealed record Cause(string Code, string Clause, ImmutableArray<string> Evidence, params ImmutableArray<(string Name, object Value)> Values)
{
    /// <summary>A sentence of its own, behind what follows for the week; empty where there is none.</summary>
    public string Then { get; init; } = "";
}
