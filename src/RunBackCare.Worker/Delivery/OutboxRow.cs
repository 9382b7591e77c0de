using NodaTime;

namespace RunBackCare.Worker.Delivery;

/// <summary>One message to one person, from the decision to send it to what became of it. The truth of delivery; jobs only wake it.</summary>
internal sealed class OutboxRow
{
    /// <summary>Version 7, so that rows of one time lie together; the Message-ID is derived from it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Null for what goes to the operator alone.</summary>
    public required long? SubscriberId { get; init; }

    public long? WeekId { get; init; }

    /// <summary>The reply it answers.</summary>
    public long? InboundId { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>What made it, such as <c>week:17</c>. Unique: one cause, one mail.</summary>
    public required string Cause { get; init; }

    /// <summary>0 safety, 1 confirm, receipt and flare, 2 week.</summary>
    public required short Priority { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>Who holds it while <see cref="DeliveryState.Sending"/>.</summary>
    public Guid? Lease { get; set; }

    /// <summary>By the database's clock.</summary>
    public Instant? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not to be claimed earlier.</summary>
    public required Instant NotBefore { get; set; }

    /// <summary>Not to be sent later; null for mails that never grow stale.</summary>
    public Instant? StaleAt { get; init; }

    /// <summary>Without angle brackets; stored before the first attempt and the same on every retry.</summary>
    public required string MessageId { get; init; }

    /// <summary>The server's last answer, with addresses taken out.</summary>
    public string? LastError { get; set; }

    public required Instant CreatedAt { get; init; }

    public Instant? SentAt { get; set; }

    /// <summary>Version of the templates it went out with, so that whoever looks at it later is told when they have changed.</summary>
    public string? Templates { get; set; }
}

internal enum MailKind
{
    Week,

    /// <summary>Nobody has answered for so long that the plan is paused.</summary>
    Silence,

    Confirm,
    Goodbye,

    /// <summary>What was read in a reply, what it changes, and how to take it back.</summary>
    Receipt,

    /// <summary>After a red score: the changed rest of the week.</summary>
    Flare,

    /// <summary>Scripted: signs of level B.</summary>
    Urgent,

    /// <summary>Scripted: signs of level A.</summary>
    Emergency,

    /// <summary>Scripted: signs of level C.</summary>
    BeforeStarting,

    /// <summary>The question that ends a hold, after the word CLEARED.</summary>
    Clearance,

    /// <summary>The same question, a week after an emergency.</summary>
    ClearanceReminder,

    /// <summary>To the operator, in numbers only.</summary>
    OperatorAlert,

    /// <summary>All data of the person, on their word.</summary>
    Export,

    /// <summary>Asks whether to delete everything.</summary>
    EraseQuestion,

    /// <summary>Says that everything was deleted.</summary>
    Erased,

    /// <summary>A link to pages that show more than a plan.</summary>
    Link,

    /// <summary>A link to the clinician's page.</summary>
    Summary,

    /// <summary>To a new address: shall the plan come here?</summary>
    AddressQuestion,

    /// <summary>To the old address: the plan goes elsewhere now.</summary>
    AddressMoved,
}

internal enum DeliveryState
{
    Queued,

    /// <summary>Claimed by a lane; a lease that has run out makes it claimable again.</summary>
    Sending,

    /// <summary>Accepted by the relay (or written to the pickup folder).</summary>
    Sent,

    /// <summary>A passing fault (4xx, connection); tried again at <see cref="OutboxRow.NotBefore"/>.</summary>
    Deferred,

    /// <summary>The connection broke after the final dot: perhaps accepted. Tried again with the same Message-ID.</summary>
    Uncertain,

    /// <summary>Refused for good (5xx), or given up after the last retry.</summary>
    Refused,

    /// <summary>Too old to be of use; not sent.</summary>
    Stale,

    /// <summary>The person left, was suppressed or erased before it went out.</summary>
    Cancelled,
}
