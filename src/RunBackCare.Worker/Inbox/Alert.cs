using NodaTime;

namespace RunBackCare.Worker.Inbox;

/// <summary>Something a person of the operator's has to look at. Holds numbers only; what it is about is looked up behind the login.</summary>
internal sealed class Alert
{
    public long Id { get; init; }

    public required Instant At { get; init; }

    public required AlertKind Kind { get; init; }

    /// <summary>Whom it is about.</summary>
    public long? SubscriberId { get; init; }

    public long? InboundId { get; init; }

    /// <summary>Such as an enhanced status; no address, no health data.</summary>
    public string? Detail { get; init; }

    public Instant? SeenAt { get; set; }

    public string? SeenBy { get; set; }
}

internal enum AlertKind
{
    /// <summary>A safety sign of level A or B.</summary>
    Safety,

    /// <summary>Servers refuse our mail for how it is sent: authentication, reverse name, policy.</summary>
    OwnFault,

    /// <summary>A message could not be read by a fault of ours.</summary>
    Unread,

    /// <summary>The oldest plan that is due has waited too long.</summary>
    PlansLate,

    /// <summary>The inbox was not read for a while.</summary>
    InboxUnread,

    /// <summary>Somebody's week could not be planned.</summary>
    PlannerFault,
}
