using NodaTime;

namespace RunBackCare.Worker.Admin;

/// <summary>Who did what, in IDs only.</summary>
internal sealed class AuditEntry
{
    public long Id { get; init; }

    public required Instant At { get; init; }

    /// <summary>An admin's account, <c>subscriber</c>, or <c>command-line</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Such as <c>left</c>, <c>imported</c>.</summary>
    public required string Action { get; init; }

    public long? SubscriberId { get; init; }

    /// <summary>The row it was about, such as <c>week:17</c>; null where the person says it all.</summary>
    public string? About { get; init; }
}
