using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Mail.Incoming;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Transports;
using RunBackCare.Worker.Inbox.Taking;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Inbox.Returned;

/// <summary>What a mail that came back says about its person: gone for good, perhaps gone, or nothing, because the fault is ours.</summary>
internal sealed class BounceDesk(Whose whose, SuppressAddress suppressing, Alerts alerts)
{
    /// <summary>So many weeks with a bounce that may pass, and no reply between, make an address one that does not work.</summary>
    private const int SoftWeeks = 4;

    public async Task TakeAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail.Bounce bounce, CancellationToken cancellation)
    {
        inbound.Close(InboundOutcome.Bounce, "of no mail of ours");
        if (await whose.OfReturnedAsync(db, bounce.Head, bounce.Original, cancellation) is not { } id || await db.LockSubscriberAsync(id, cancellation) is not { } subscriber)
        {
            return;
        }

        var recipient = About(subscriber, bounce.Recipients);
        (inbound.SubscriberId, inbound.Reason) = (id, ReturnedMail.Says(recipient));
        if (recipient.Arrived)
        {
            return;
        }

        var row = Row(inbound, id, recipient, subscriber);
        db.Bounces.Add(row);
        await db.SaveChangesAsync(cancellation);
        if (ReturnedMail.IsOurFault(recipient))
        {
            await alerts.RaiseAsync(db, new() { At = inbound.CreatedAt, Kind = AlertKind.OwnFault, InboundId = inbound.Id, Detail = inbound.Reason }, cancellation);
        }
        else if (row.Hard)
        {
            await suppressing.SuppressAsync(db, subscriber, "hard-bounce", Evidence(row), inbound.CreatedAt, cancellation);
        }
        else if (await SoftWeeksAsync(db, id, cancellation) >= SoftWeeks)
        {
            await suppressing.SuppressAsync(db, subscriber, "soft-bounces", $"in {SoftWeeks} weeks without a reply between, last: {Evidence(row)}", inbound.CreatedAt, cancellation);
        }
    }

    /// <summary>One mail has one recipient; where a report names more, it is passed on from somewhere and theirs counts, else the worst.</summary>
    private static BouncedRecipient About(Subscriber subscriber, ImmutableArray<BouncedRecipient> recipients) =>
        recipients.FirstOrDefault(r => r.Address is { } address && AddressKey.Of(address) == subscriber.AddressKey)
        ?? recipients.OrderByDescending(r => r.Hard).ThenBy(r => r.Arrived).FirstOrDefault()
        ?? new() { Reason = BounceReason.Undefined };

    private static BounceRow Row(InboundMessage inbound, long id, BouncedRecipient recipient, Subscriber subscriber) => new()
    {
        SubscriberId = id,
        InboundId = inbound.Id,
        At = inbound.ArrivedAt,
        Hard = recipient.Hard && !ReturnedMail.IsOurFault(recipient),
        Status = recipient.Status,
        Reason = ReturnedMail.Word(recipient.Reason),
        Diagnostic = ServerText.Clean(recipient.Diagnostic, subscriber.Address),
    };

    private static string Evidence(BounceRow row) => $"{row.Status} {row.Reason}: {row.Diagnostic}".Trim();

    private static async Task<int> SoftWeeksAsync(RunBackCareDb db, long id, CancellationToken cancellation)
    {
        var replied = await db.InboundMessages.Where(m => m.SubscriberId == id && (m.Outcome == InboundOutcome.Read || m.Outcome == InboundOutcome.Unreadable)).MaxAsync(m => (Instant?)m.CreatedAt, cancellation) ?? Instant.MinValue;
        var bounced = await db.Bounces.Where(b => b.SubscriberId == id && !b.Hard && !ReturnedMail.OurFaults.Contains(b.Reason)).Select(b => b.At).ToListAsync(cancellation);
        return bounced.Where(at => at > replied).Select(at => at.InUtc().Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday))).Distinct().Count();
    }
}
