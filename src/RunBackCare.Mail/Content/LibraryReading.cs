using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using RunBackCare.Planning.Content;

namespace RunBackCare.Mail.Content;

/// <summary>What came of reading the content files: a library, or every fault found in them. Never both.</summary>
public sealed record LibraryReading
{
    internal LibraryReading(Library library) => Library = library;

    internal LibraryReading(IEnumerable<ContentFault> faults) =>
        Faults = [.. faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];

    [MemberNotNullWhen(true, nameof(Library))]
    public bool IsSound => Library is not null;

    public Library? Library { get; }

    /// <summary>By file and line; empty when the library is sound.</summary>
    public ImmutableArray<ContentFault> Faults { get; } = [];

    /// <summary>The library, for callers that cannot go on without it.</summary>
    /// <exception cref="InvalidOperationException">The content has faults; the message holds one a line.</exception>
    public Library Require() => Library ?? throw new InvalidOperationException(string.Join('\n', Faults));
}
