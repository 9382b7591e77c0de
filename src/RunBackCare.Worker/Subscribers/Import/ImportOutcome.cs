using System.Collections.Immutable;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Subscribers.Import;

/// <summary>What an import did: everything, or nothing and why.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <param name="Added">New people who had consented; their first week is due.</param>
    /// <param name="Asked">New people who are asked by mail to confirm.</param>
    /// <param name="Updated">Known people whose profile now is the file's; state, consent and hold are as they were.</param>
    public sealed record Stored(int Added, int Asked, int Updated) : ImportOutcome;

    public sealed record Refused(ImmutableArray<DocumentFault> Faults) : ImportOutcome;
}
