using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox.Forgetting;

namespace RunBackCare.Worker.Subscribers;

/// <summary>
/// Deletes a person with all they ever said. Their row keeps the address alone, and only until the goodbye has gone out, or for a day.
/// </summary>
internal sealed class EraseSubscriber(NewMails mails)
{
    private static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>What stands where nothing is known of a person, or nothing any more.</summary>
    public static Profile Nobody { get; } = new()
    {
        Experience = Experience.None,
        Days = new([0, 0, 0, 0, 0, 0, 0]),
        Surfaces = [],
        UsualSurface = Surface.Road,
        Back = new(0, 0, null, Direction.Neither, false),
    };

    /// <summary>For who has locked the subscriber's row already and commits later.</summary>
    /// <param name="asking">The message that asked for it: its row stays, emptied by the caller, so that the message is not read a second time.</param>
    public async Task EraseAsync(RunBackCareDb db, Subscriber subscriber, long? asking, string actor, Instant now, CancellationToken cancellation)
    {
        var id = subscriber.Id;
        await db.SaveChangesAsync(cancellation);
        await ForgetMessages.QueueAsync(db, [id], now, cancellation);
        await db.Outbox.Where(m => m.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.Weeks.Where(w => w.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.SignUps.Where(s => s.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.AddressChanges.Where(c => c.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.Pauses.Where(p => p.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.PainReports.Where(r => r.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.SessionLogs.Where(l => l.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.SafetyEvents.Where(e => e.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.Bounces.Where(b => b.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.Alerts.Where(a => a.SubscriberId == id).ExecuteDeleteAsync(cancellation);
        await db.InboundMessages.Where(m => m.SubscriberId == id && m.Id != asking).ExecuteDeleteAsync(cancellation);

        (subscriber.Name, subscriber.Profile, subscriber.Country, subscriber.Language) = ("", Nobody, null, null);
        (subscriber.State, subscriber.NextPlanAt, subscriber.ErasedAt) = (SubscriberState.Left, null, now);
        (subscriber.HoldLevel, subscriber.HoldSince, subscriber.HoldWhy, subscriber.HoldEnded, subscriber.Asked, subscriber.AskedAt) = (null, null, null, null, null, null);
        (subscriber.UsualChangedOn, subscriber.PlanError, subscriber.PlanFailures) = (null, null, 0);
        subscriber.TokenVersion++;
        db.Audit.Add(new() { At = now, Actor = actor, Action = "erased", SubscriberId = id });
        db.Outbox.Add(mails.Erased(id, now));
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Removes the rows of those whose goodbye has gone out, or whose day is over.</summary>
    public static Task<int> ForgetAsync(RunBackCareDb db, Instant now, CancellationToken cancellation)
    {
        var before = now - Longest;
        return db.Subscribers
            .Where(s => s.ErasedAt != null)
            .Where(s => s.ErasedAt < before || !db.Outbox.Any(m => m.SubscriberId == s.Id
                && (m.State == DeliveryState.Queued || m.State == DeliveryState.Sending || m.State == DeliveryState.Deferred || m.State == DeliveryState.Uncertain)))
            .ExecuteDeleteAsync(cancellation);
    }
}
