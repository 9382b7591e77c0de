using System.Collections.Immutable;

namespace RunBackCare.Mail.Incoming;

/// <summary>What a bounce or complaint shows of the mail it is about. Much of it is often missing, and all of it may be false.</summary>
public sealed record OriginalMail
{
    public static OriginalMail Unknown { get; } = new();

    /// <summary>Without angle brackets.</summary>
    public string? MessageId { get; init; }

    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Every address in its head and in the report's fields, each once: recipients, reply address, envelope sender. A token of ours may stand in one of them.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    internal OriginalMail With(IEnumerable<string> addresses) => this with { Addresses = [.. Addresses.Concat(addresses).Distinct(StringComparer.OrdinalIgnoreCase)] };
}
