using NodaTime;

namespace RunBackCare.Worker.Inbox;

/// <summary>A mail that did not reach its person, by the word of their server.</summary>
internal sealed class BounceRow
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public long? InboundId { get; init; }

    public required Instant At { get; init; }

    /// <summary>The address is gone for good.</summary>
    public required bool Hard { get; init; }

    /// <summary>Enhanced status, such as <c>5.1.1</c>.</summary>
    public string? Status { get; init; }

    /// <summary>One word, such as <c>userunknown</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The server's words with addresses taken out.</summary>
    public string? Diagnostic { get; init; }
}
