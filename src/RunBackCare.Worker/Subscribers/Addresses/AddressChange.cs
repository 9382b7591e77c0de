using NodaTime;

namespace RunBackCare.Worker.Subscribers.Addresses;

/// <summary>
/// A person's move to another address: the new one confirms it, the old one is told. Deleted when that has been done, or a week later.
/// </summary>
internal sealed class AddressChange
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    public required string OldAddress { get; init; }

    public required string NewAddress { get; init; }

    /// <summary>The mail to the new address.</summary>
    public required Guid AskingMailId { get; init; }

    /// <summary>The mail that tells the old address; null until the new one has said yes.</summary>
    public Guid? TellingMailId { get; set; }

    public required Instant CreatedAt { get; init; }
}
