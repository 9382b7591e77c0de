using NodaTime;

namespace RunBackCare.Worker.Delivery.Queue;

/// <summary>An outbox row in a lane's hands, in what the lane needs of it.</summary>
internal sealed record ClaimedMail
{
    public required Guid Id { get; init; }

    /// <summary>Null for what goes to the operator alone.</summary>
    public required long? SubscriberId { get; init; }

    public required long? WeekId { get; init; }

    /// <summary>The reply it answers.</summary>
    public required long? InboundId { get; init; }

    public required MailKind Kind { get; init; }

    /// <inheritdoc cref="OutboxRow.Cause"/>
    public required string Cause { get; init; }

    public required short Priority { get; init; }

    /// <summary>Without angle brackets.</summary>
    public required string MessageId { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Tries so far.</summary>
    public required int Attempts { get; init; }
}

/// <summary>What the database says right before a mail goes out.</summary>
internal enum Clearance
{
    Go,

    /// <summary>Grown too old while it waited; now closed.</summary>
    Stale,

    /// <summary>The person left, or must not be written to; now closed.</summary>
    Cancelled,

    /// <summary>The lease ran out and somebody else has it, or the person was erased.</summary>
    Lost,
}
