using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Worker.Inbox;

/// <summary>A safety sign that a person wrote of. It is never withdrawn, and waits for the operator until somebody has looked.</summary>
internal sealed class SafetyEvent
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public long? InboundId { get; init; }

    /// <summary>Local day the words were written.</summary>
    public required LocalDate Day { get; init; }

    public required SafetyLevel Level { get; init; }

    /// <summary>Name of the phrase in the list, never the person's words.</summary>
    public required string Phrase { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? AcknowledgedAt { get; set; }

    /// <summary>An admin's account.</summary>
    public string? AcknowledgedBy { get; set; }

    /// <summary>What that admin wrote down about it, such as who cleared the person.</summary>
    public string? Note { get; set; }

    public SafetyFlag ToFlag() => new(Day, Level, Phrase);
}
