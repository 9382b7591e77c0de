using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Admin.Suppressed;

/// <summary>An address turned out to work after all: its person gets their plans again.</summary>
internal sealed class LiftSuppression(IDbContextFactory<RunBackCareDb> contexts, IWakePlanning planning, IClock clock)
{
    /// <summary>Bounces are a server's word and may be wrong. What a person asked for only they can take back, by signing up again.</summary>
    public static bool MayLift(string why) => why.Contains("bounce", StringComparison.Ordinal);

    /// <param name="hash">Of the address, in hexadecimal.</param>
    /// <returns>False where there is nothing to lift, or nothing that an admin may lift.</returns>
    public async Task<bool> RunAsync(string hash, string admin, CancellationToken cancellation)
    {
        if (Bytes(hash) is not { } key)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Suppressions.SingleOrDefaultAsync(s => s.AddressHash == key, cancellation) is not { } row || !MayLift(row.Why))
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        if (row.SubscriberId is { } id && await db.LockSubscriberAsync(id, cancellation) is { State: SubscriberState.Suppressed } subscriber)
        {
            await ReturnAsync(db, subscriber, now, cancellation);
        }

        db.Suppressions.Remove(row);
        db.Audit.Add(new() { At = now, Actor = admin, Action = "suppression-lifted", SubscriberId = row.SubscriberId });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        planning.Wake();
        return true;
    }

    /// <summary>Back to what they were; the next week that fits is planned. A hold outlives everything.</summary>
    private static async Task ReturnAsync(RunBackCareDb db, Subscriber subscriber, Instant now, CancellationToken cancellation)
    {
        var today = now.InZone(SendSlot.Of(subscriber).Zone).Date;
        var paused = await db.Pauses.AnyAsync(p => p.SubscriberId == subscriber.Id && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today), cancellation);
        subscriber.State = SafetyHolds.IsHeld(subscriber) ? SubscriberState.Held
            : subscriber.JoinedOn is null ? SubscriberState.Pending
            : paused ? SubscriberState.Paused
            : SubscriberState.Active;
        await db.RescheduleAsync(subscriber, now, cancellation);
    }

    private static byte[]? Bytes(string hash)
    {
        try
        {
            return Convert.FromHexString(hash);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
