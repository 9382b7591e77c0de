using RunBackCare.Mail.Incoming;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox.Returned;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>Gives a message to the desk it belongs to. What a machine wrote is kept and never answered.</summary>
internal sealed class SortMessage(Whose whose, ReplyDesk replies, BounceDesk bounces, ComplaintDesk complaints)
{
    public Task SortAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail mail, CancellationToken cancellation) => mail switch
    {
        IncomingMail.Bounce bounce => bounces.TakeAsync(db, inbound, bounce, cancellation),
        IncomingMail.Complaint complaint => complaints.TakeAsync(db, inbound, complaint, cancellation),
        IncomingMail.Reply reply => replies.TakeAsync(db, inbound, reply, cancellation),
        IncomingMail.AutoReply automatic => CloseAsync(inbound, mail.Head, InboundOutcome.AutoReply, automatic.Why, cancellation),
        IncomingMail.Loop => CloseAsync(inbound, mail.Head, InboundOutcome.Loop, "sent from an address of ours", cancellation),
        IncomingMail.Other other => CloseAsync(inbound, mail.Head, InboundOutcome.Unreadable, other.Why, cancellation),
        _ => throw new InvalidOperationException($"Nobody takes {mail.GetType().Name}."),
    };

    private async Task CloseAsync(InboundMessage inbound, MailHead head, InboundOutcome outcome, string why, CancellationToken cancellation)
    {
        inbound.Close(outcome, why);
        inbound.SubscriberId = await whose.HolderOfReplyAddressAsync(head.Addressed, cancellation) is { } holder ? holder.Id : null;
    }
}
