using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Subscribers;

/// <summary>Erases somebody at their own word or the operator's: <see cref="EraseSubscriber"/> in a transaction of its own.</summary>
internal sealed class ErasePerson(IDbContextFactory<RunBackCareDb> contexts, EraseSubscriber erase, IWakeDelivery delivery, IClock clock)
{
    /// <param name="actor">As in <see cref="Admin.AuditEntry.Actor"/>.</param>
    /// <returns>Whether there was anybody to erase.</returns>
    public async Task<bool> RunAsync(long subscriberId, string actor, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } person)
        {
            return false;
        }

        await erase.EraseAsync(db, person, null, actor, clock.GetCurrentInstant(), cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        return true;
    }
}
