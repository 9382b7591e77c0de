using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>What the operator is told of.</summary>
public enum AlertCause
{
    /// <summary>A safety sign in a reply: the person has had their mail, the queue waits for a person.</summary>
    SafetySign,

    /// <summary>The receiving servers refuse mail for a fault of ours; sending has stopped.</summary>
    SendingStopped,

    /// <summary>Plans are more than an hour late.</summary>
    PlansLate,

    /// <summary>The inbox has not been read for a while.</summary>
    InboxUnread,

    /// <summary>A person's week could not be planned.</summary>
    PlannerFault,

    /// <summary>A message could not be read by a fault of ours; it is kept.</summary>
    MessageUnread,
}

/// <summary>Tells the operator where to look: names and health stay where they are stored.</summary>
public sealed record OperatorAlertView : MailView
{
    public override string Kind => "operator_alert";

    internal override string Feedback => "alert:once:operator";

    public required string Lead { get; init; }

    /// <summary>Numbers of rows, such as <c>safety event 17</c>.</summary>
    public ImmutableArray<string> Ids { get; init; } = [];

    public required Uri Page { get; init; }

    /// <param name="ids">Numbers of rows alone: no name, no address, no words of anyone.</param>
    /// <param name="page">The page of the dashboard that shows them.</param>
    public static OperatorAlertView Of(AlertCause cause, ImmutableArray<string> ids, Uri page) => new()
    {
        Title = cause switch
        {
            AlertCause.SafetySign => "RunBackCare alert: the safety queue",
            AlertCause.SendingStopped => "RunBackCare alert: sending has stopped",
            AlertCause.PlansLate => "RunBackCare alert: plans are late",
            AlertCause.InboxUnread => "RunBackCare alert: the inbox is not being read",
            AlertCause.MessageUnread => "RunBackCare alert: a message could not be read",
            _ => "RunBackCare alert: a week could not be planned",
        },
        Preheader = "Something needs you. The dashboard shows what; this mail holds numbers only.",
        Greeting = "Hello,",
        Links = new() { Leave = null },
        WhyYou = "You get this mail because the settings name this address for alerts.",
        Lead = cause switch
        {
            AlertCause.SafetySign => "Somebody wrote of a sign that should not wait. They have been answered at once; please look at the safety queue today.",
            AlertCause.SendingStopped => "The receiving servers refuse our mail for a fault of our own (SPF, DKIM, DMARC, PTR or policy), so sending has stopped. \"doctor\" checks each of them.",
            AlertCause.PlansLate => "The oldest plan that is due has waited for more than an hour.",
            AlertCause.InboxUnread => "The inbox has not been read for more than 15 minutes. Answers, and signs that cannot wait, lie there unread.",
            AlertCause.MessageUnread => "A message came in that the program failed to read. It is kept, and waits for a person.",
            _ => "The planner failed for somebody. It tries again by itself; if it fails again, they get no week.",
        },
        Ids = ids,
        Page = page,
    };
}
