using NodaTime;

namespace RunBackCare.Worker.Inbox;

/// <summary>How far a mailbox was read. Whether people or programs opened a message there says nothing.</summary>
internal sealed class InboxCursor
{
    /// <summary>Which mailbox: a hash of host, user and folder.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Changes when the server numbers its messages anew; then all are looked at again, and known ones recognised by their Message-ID.</summary>
    public required long UidValidity { get; set; }

    /// <summary>Of the last message that was stored.</summary>
    public required long Uid { get; set; }

    /// <summary>When it was last read to its end; null where that was never.</summary>
    public Instant? LookedAt { get; set; }
}
