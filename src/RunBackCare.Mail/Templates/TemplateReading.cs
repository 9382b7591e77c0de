using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace RunBackCare.Mail.Templates;

/// <summary>What came of loading the templates: a set that rendered every mail, or every fault found. Never both.</summary>
public sealed record TemplateReading
{
    internal TemplateReading(TemplateSet set) => Set = set;

    internal TemplateReading(IEnumerable<TemplateFault> faults) =>
        Faults = [.. faults.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line)];

    [MemberNotNullWhen(true, nameof(Set))]
    public bool IsSound => Set is not null;

    public TemplateSet? Set { get; }

    /// <summary>By file and line; empty when the set is sound.</summary>
    public ImmutableArray<TemplateFault> Faults { get; } = [];

    /// <summary>The set, for callers that cannot go on without it.</summary>
    /// <exception cref="InvalidOperationException">The templates have faults; the message holds one a line.</exception>
    public TemplateSet Require() => Set ?? throw new InvalidOperationException(string.Join('\n', Faults));
}
