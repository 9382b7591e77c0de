using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Subscribers;

internal static class SubscriberLock
{
    /// <summary>Takes the person's row for the transaction that is open. Whoever plans, reads replies, edits or erases does this first.</summary>
    /// <returns>Null where there is no such person any more.</returns>
    public static Task<Subscriber?> LockSubscriberAsync(this RunBackCareDb db, long id, CancellationToken cancellation) =>
        db.Subscribers.FromSql($"select * from subscribers where id = {id} for update").SingleOrDefaultAsync(cancellation);
}
