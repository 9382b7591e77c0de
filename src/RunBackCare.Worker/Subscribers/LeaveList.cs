using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Subscribers;

internal enum LeaveOutcome
{
    Left,

    /// <summary>Gone before, or never to be written to: nothing changed.</summary>
    AlreadyGone,

    /// <summary>Erased: nothing is kept of them.</summary>
    Unknown,
}

/// <summary>A person leaves: no more plans, no more mails but one goodbye. Harmless to repeat.</summary>
internal sealed class LeaveList(IDbContextFactory<RunBackCareDb> contexts, NewMails mails, IWakeDelivery delivery, IClock clock)
{
    /// <param name="actor">As in <see cref="AuditEntry.Actor"/>.</param>
    public async Task<LeaveOutcome> RunAsync(long subscriberId, string actor, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        switch (await db.LockSubscriberAsync(subscriberId, cancellation))
        {
            case null:
                return LeaveOutcome.Unknown;
            case { State: SubscriberState.Left or SubscriberState.Suppressed }:
                return LeaveOutcome.AlreadyGone;
            case var subscriber:
                await LeaveAsync(db, subscriber, actor, cancellation);
                await transaction.CommitAsync(cancellation);
                delivery.Wake();
                return LeaveOutcome.Left;
        }
    }

    /// <summary>The same for who has locked the subscriber's row already and commits later.</summary>
    public Task LeaveAsync(RunBackCareDb db, Subscriber subscriber, string actor, CancellationToken cancellation) => LeaveAsync(db, subscriber, actor, goodbye: true, cancellation);

    /// <inheritdoc cref="LeaveAsync(RunBackCareDb, Subscriber, string, CancellationToken)"/>
    /// <param name="goodbye">Not for who called our mail spam.</param>
    public async Task LeaveAsync(RunBackCareDb db, Subscriber subscriber, string actor, bool goodbye, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var leaving = new AuditEntry { At = now, Actor = actor, Action = "left", SubscriberId = subscriber.Id };
        var wasConfirmed = subscriber.State != SubscriberState.Pending;
        subscriber.State = SubscriberState.Left;
        subscriber.NextPlanAt = null;
        db.Audit.Add(leaving);
        await db.SaveChangesAsync(cancellation);
        await CancelMailsAsync(db, subscriber, cancellation);

        // A sign-up that still waits for its yes has had its no.
        await db.SignUps.Where(s => s.SubscriberId == subscriber.Id).ExecuteDeleteAsync(cancellation);

        // Who never confirmed gets no mail that they did not ask for.
        if (wasConfirmed && goodbye)
        {
            db.Outbox.Add(mails.Goodbye(subscriber, leaving, now));
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>
    /// All but safety mails. What a lane holds at this moment is its own to stop: it looks at the person's state before it sends.
    /// </summary>
    public static Task<int> CancelMailsAsync(RunBackCareDb db, Subscriber subscriber, CancellationToken cancellation) => db.Outbox
        .Where(m => m.SubscriberId == subscriber.Id && m.Priority > NewMails.SafetyPriority)
        .Where(m => m.State == DeliveryState.Queued || m.State == DeliveryState.Deferred || m.State == DeliveryState.Uncertain)
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, DeliveryState.Cancelled), cancellation);
}
