using RunBackCare.Mail.Incoming;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox.Taking;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Inbox.Returned;

/// <summary>Somebody called our mail spam: they leave at once, and no goodbye follows them.</summary>
internal sealed class ComplaintDesk(Whose whose, LeaveList leaving, SuppressAddress suppressing, Alerts alerts)
{
    private const string Actor = "complaint";

    public async Task TakeAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail.Complaint complaint, CancellationToken cancellation)
    {
        inbound.Close(InboundOutcome.Complaint, complaint.Feedback);
        if (complaint.IsAboutAuthentication)
        {
            await alerts.RaiseAsync(db, new() { At = inbound.CreatedAt, Kind = AlertKind.OwnFault, InboundId = inbound.Id, Detail = complaint.Feedback }, cancellation);
            return;
        }

        if (await whose.OfReturnedAsync(db, complaint.Head, complaint.Original, cancellation) is { } id && await db.LockSubscriberAsync(id, cancellation) is { } subscriber)
        {
            inbound.SubscriberId = id;
            await leaving.LeaveAsync(db, subscriber, Actor, goodbye: false, cancellation);
            await suppressing.RememberAsync(db, subscriber, Actor, complaint.Feedback, inbound.CreatedAt, cancellation);
        }
    }
}
