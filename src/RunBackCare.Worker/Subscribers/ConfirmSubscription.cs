using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Subscribers;

internal enum ConfirmOutcome
{
    Confirmed,

    /// <summary>Done before: nothing changed.</summary>
    AlreadyConfirmed,

    /// <summary>Too late: they sign up again.</summary>
    Expired,

    /// <summary>They have left since, may not be written to, or were erased.</summary>
    Gone,
}

/// <summary>A person says yes to what they signed up for: from here on they get plans.</summary>
internal sealed class ConfirmSubscription(IDbContextFactory<RunBackCareDb> contexts, IWakePlanning planning, IClock clock)
{
    /// <param name="consentVersion">Of the words that were shown beside the button.</param>
    public async Task<ConfirmOutcome> RunAsync(long subscriberId, int consentVersion, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        switch (await db.LockSubscriberAsync(subscriberId, cancellation))
        {
            case null or { State: SubscriberState.Left or SubscriberState.Suppressed }:
                return ConfirmOutcome.Gone;
            case { State: not SubscriberState.Pending }:
                return ConfirmOutcome.AlreadyConfirmed;
            case var late when late.CreatedAt + NewMails.ConfirmationLife < now:
                return ConfirmOutcome.Expired;
            case var subscriber:
                await ActivateAsync(db, subscriber, consentVersion, now, cancellation);
                await transaction.CommitAsync(cancellation);
                planning.Wake();
                return ConfirmOutcome.Confirmed;
        }
    }

    private static async Task ActivateAsync(RunBackCareDb db, Subscriber subscriber, int consentVersion, Instant now, CancellationToken cancellation)
    {
        subscriber.State = SubscriberState.Active;
        subscriber.ConsentVersion = consentVersion;
        subscriber.ConsentAt = now;
        subscriber.JoinedOn = now.InZone(SendSlot.Of(subscriber).Zone).Date;
        await db.RescheduleAsync(subscriber, now, cancellation);
        db.Audit.Add(new() { At = now, Actor = "subscriber", Action = "confirmed", SubscriberId = subscriber.Id });
        await db.SaveChangesAsync(cancellation);
    }
}
