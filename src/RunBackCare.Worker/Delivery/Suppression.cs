using NodaTime;

namespace RunBackCare.Worker.Delivery;

/// <summary>An address that must not be written to, kept as a keyed hash so that the list itself tells nobody's address.</summary>
internal sealed class Suppression
{
    /// <summary>HMAC-SHA-256 of the address key under the oldest token key.</summary>
    public required byte[] AddressHash { get; init; }

    /// <summary>Such as <c>hard-bounce</c>, <c>complaint</c>, <c>left</c>.</summary>
    public required string Why { get; init; }

    /// <summary>Whose address it was; goes when they are erased, while the hash stays.</summary>
    public long? SubscriberId { get; init; }

    /// <summary>What shows it: the server's status and words, without addresses.</summary>
    public string? Evidence { get; init; }

    public required Instant CreatedAt { get; init; }
}
