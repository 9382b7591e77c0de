using NodaTime;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Worker.Inbox;

/// <summary>One message that came in: what it was taken for, and why. Every message leaves a row, also those that change nothing.</summary>
internal sealed class InboundMessage
{
    /// <summary><see cref="Origin"/> of what was said on a page of ours.</summary>
    public const string FromPage = "page";

    public long Id { get; init; }

    /// <summary>Its Message-ID, or a hash of it where it has none. Unique: a message counts once, however often it is delivered or read.</summary>
    public required string MessageKey { get; init; }

    /// <summary>Name of the source it was found in, as in the cursor; null for what was said on a page.</summary>
    public string? Source { get; init; }

    /// <summary>Where it was found there, such as a file's name or a mailbox number; never an address.</summary>
    public required string Origin { get; init; }

    /// <summary>Whose it is; null where that is not known.</summary>
    public long? SubscriberId { get; set; }

    public required Instant ArrivedAt { get; init; }

    /// <summary>The person's local moment of writing; null where it is nobody's reply.</summary>
    public LocalDateTime? WrittenAt { get; set; }

    public required InboundOutcome Outcome { get; set; }

    /// <summary>For the admin: why it was taken for that. Holds no address and no word of the message.</summary>
    public string? Reason { get; set; }

    /// <summary>The message as it came, for as long as raw mail is kept; null afterwards.</summary>
    public byte[]? Raw { get; set; }

    /// <summary>What its words meant; null where they were not read.</summary>
    public Reading? Reading { get; set; }

    /// <summary>What followed from it; null where nothing did.</summary>
    public ReplyEffect? Effect { get; set; }

    /// <summary>When a later UNDO took it back.</summary>
    public Instant? UndoneAt { get; set; }

    /// <summary>Outcomes that wait for an admin, as SQL: nobody could read it, or nothing shows whose it is.</summary>
    public const string WaitingWords = "'unreadable', 'foreign_sender', 'no_token', 'over_cap', 'failed'";

    /// <summary>When an admin gave it a meaning, or laid it aside.</summary>
    public Instant? HandledAt { get; set; }

    /// <summary>That admin's account.</summary>
    public string? HandledBy { get; set; }

    /// <summary>Deliveries of this very message.</summary>
    public int TimesSeen { get; set; } = 1;

    public required Instant CreatedAt { get; init; }

    /// <param name="why">Beside what is known of it already.</param>
    public void Close(InboundOutcome outcome, string? why) =>
        (Outcome, Reason) = (outcome, Reason is null || Reason == why ? why : why is null ? Reason : $"{why}; {Reason}");
}

internal enum InboundOutcome
{
    /// <summary>A person's reply, read and acted upon.</summary>
    Read,

    /// <summary>A person's reply that holds nothing to read; they are asked once.</summary>
    Unreadable,

    Bounce,

    Complaint,

    /// <summary>Written by a machine: never answered.</summary>
    AutoReply,

    /// <summary>A mail of our own that came back.</summary>
    Loop,

    /// <summary>A good reply address, but another sender than the one it was given to.</summary>
    ForeignSender,

    /// <summary>A known sender, but nothing shows that it answers a mail of ours.</summary>
    NoToken,

    /// <summary>Nobody we know.</summary>
    Stranger,

    /// <summary>More replies in a day than a person writes.</summary>
    OverCap,

    /// <summary>Of someone who left, never confirmed, or must not be written to.</summary>
    NotReceiving,

    /// <summary>Reading it failed by a fault of ours; it is kept and can be read again.</summary>
    Failed,
}
