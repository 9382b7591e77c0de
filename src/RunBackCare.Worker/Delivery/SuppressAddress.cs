using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Delivery;

/// <summary>Ends the writing to an address, with the reason and what shows it. The caller holds the subscriber's row and commits.</summary>
internal sealed class SuppressAddress(TokenKeys keys)
{
    /// <summary>As in <see cref="Admin.AuditEntry.Actor"/>.</summary>
    private const string Actor = "bounce";

    /// <param name="why">As in <see cref="Suppression.Why"/>.</param>
    /// <param name="evidence">Holds no address.</param>
    public async Task SuppressAsync(RunBackCareDb db, Subscriber subscriber, string why, string evidence, Instant now, CancellationToken cancellation)
    {
        await RememberAsync(db, subscriber, why, evidence, now, cancellation);

        // Who left stays one who left: their own word outlives what a server says later.
        if (subscriber.State is SubscriberState.Left or SubscriberState.Suppressed)
        {
            return;
        }

        (subscriber.State, subscriber.NextPlanAt) = (SubscriberState.Suppressed, null);
        db.Audit.Add(new() { At = now, Actor = Actor, Action = "suppressed", SubscriberId = subscriber.Id });
        await db.SaveChangesAsync(cancellation);
        await LeaveList.CancelMailsAsync(db, subscriber, cancellation);
    }

    /// <summary>Keeps the reason alone. The first one stands.</summary>
    public async Task RememberAsync(RunBackCareDb db, Subscriber subscriber, string why, string evidence, Instant now, CancellationToken cancellation)
    {
        var hash = await keys.AddressHashAsync(subscriber.AddressKey, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into suppressions (address_hash, why, subscriber_id, evidence, created_at)
            values ({hash}, {why}, {subscriber.Id}, {evidence}, {now})
            on conflict (address_hash) do nothing
            """,
            cancellation);
    }
}
