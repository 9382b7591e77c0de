using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Subscribers.SignUps;

/// <summary>
/// The address says yes: what was typed for it becomes the person's, and their first plan is due. Who comes back after leaving, or after a complaint, is
/// welcome; a hold for their safety stays with them.
/// </summary>
internal sealed class ApplySignUp(IDbContextFactory<RunBackCareDb> contexts, Suppressed suppressed, TokenKeys keys, IWakePlanning planning, IClock clock)
{
    /// <returns>Null where the text is no link of ours, or its sign-up was applied or deleted.</returns>
    public async Task<SignUp?> FindAsync(string token, CancellationToken cancellation)
    {
        var codec = await keys.CodecAsync(cancellation);
        if (codec.Read(token, TokenPurpose.SignUp) is not { SubscriberId: var id })
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellation);
    }

    public async Task<ConfirmOutcome> RunAsync(SignUp found, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var subscriber = await db.LockSubscriberAsync(found.SubscriberId, cancellation);
        if (subscriber is null || await db.SignUps.SingleOrDefaultAsync(s => s.Id == found.Id, cancellation) is not { } signUp
            || await suppressed.NeverAsync(db, subscriber.AddressKey, subscriber, cancellation))
        {
            return ConfirmOutcome.Gone;
        }

        if (subscriber.State is SubscriberState.Active or SubscriberState.Paused or SubscriberState.Held)
        {
            return ConfirmOutcome.AlreadyConfirmed;
        }

        if (signUp.CreatedAt + NewMails.ConfirmationLife < now)
        {
            return ConfirmOutcome.Expired;
        }

        await ApplyAsync(db, subscriber, signUp, now, cancellation);
        await transaction.CommitAsync(cancellation);
        planning.Wake();
        return ConfirmOutcome.Confirmed;
    }

    private async Task ApplyAsync(RunBackCareDb db, Subscriber subscriber, SignUp signUp, Instant now, CancellationToken cancellation)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[signUp.Zone]).Date;
        var left = subscriber.JoinedOn is null ? null : await LastLeftAsync(db, subscriber, cancellation);
        (subscriber.Address, subscriber.Name, subscriber.Zone) = (signUp.Address, signUp.Name, signUp.Zone);
        (subscriber.SendDay, subscriber.SendAt) = (signUp.SendDay, signUp.SendAt);
        (subscriber.Profile, subscriber.Country, subscriber.Language) = (signUp.Profile, signUp.Country, signUp.Language);
        (subscriber.ConsentVersion, subscriber.ConsentAt) = (signUp.ConsentVersion, now);
        subscriber.JoinedOn ??= today;
        subscriber.State = SafetyHolds.IsHeld(subscriber) ? SubscriberState.Held : SubscriberState.Active;
        await suppressed.LiftAsync(db, subscriber, cancellation);
        await CloseGapAsync(db, subscriber, left?.InZone(DateTimeZoneProviders.Tzdb[signUp.Zone]).Date, today, cancellation);
        await db.SignUps.Where(s => s.SubscriberId == subscriber.Id).ExecuteDeleteAsync(cancellation);
        db.ChangeTracker.Entries<SignUp>().ToList().ForEach(entry => entry.State = EntityState.Detached);
        await db.SaveChangesAsync(cancellation);
        await db.RescheduleAsync(subscriber, now, cancellation);
        db.Audit.Add(new() { At = now, Actor = "subscriber", Action = left is null ? "confirmed" : "rejoined", SubscriberId = subscriber.Id });
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<Instant?> LastLeftAsync(RunBackCareDb db, Subscriber subscriber, CancellationToken cancellation) =>
        await db.Audit.Where(a => a.SubscriberId == subscriber.Id && a.Action == "left").MaxAsync(a => (Instant?)a.At, cancellation);

    /// <summary>The time away was a pause like any other: the way back begins lower.</summary>
    private static async Task CloseGapAsync(RunBackCareDb db, Subscriber subscriber, LocalDate? left, LocalDate today, CancellationToken cancellation)
    {
        var yesterday = today.PlusDays(-1);
        await db.Pauses.Where(p => p.SubscriberId == subscriber.Id && p.FromDay >= today).ExecuteDeleteAsync(cancellation);
        await db.Pauses.Where(p => p.SubscriberId == subscriber.Id && (p.ToDay == null || p.ToDay >= today))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ToDay, yesterday), cancellation);
        if (left is { } from && from <= yesterday)
        {
            db.Pauses.Add(new() { SubscriberId = subscriber.Id, FromDay = from, ToDay = yesterday, Cause = PauseCause.Asked });
        }
    }
}
