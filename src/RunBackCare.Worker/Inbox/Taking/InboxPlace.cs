using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox.Sources;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>How far each source was read.</summary>
internal sealed class InboxPlace(IDbContextFactory<RunBackCareDb> contexts)
{
    /// <returns>The number behind which to go on. A mailbox never read before begins at its end: what lies there is not for us to answer.</returns>
    public async Task<long> FindAsync(string source, IOpenSource open, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into inbox_cursors (mailbox, uid_validity, uid) values ({source}, {open.Numbering}, {open.Newest})
            on conflict (mailbox) do update set uid_validity = excluded.uid_validity, uid = 0
            where inbox_cursors.uid_validity <> excluded.uid_validity
            """,
            cancellation);
        return await db.InboxCursors.AsNoTracking().Where(c => c.Mailbox == source).Select(c => c.Uid).SingleAsync(cancellation);
    }

    /// <summary>Nothing waits there at this moment.</summary>
    public async Task LookedAsync(string source, Instant now, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.InboxCursors.Where(c => c.Mailbox == source).ExecuteUpdateAsync(set => set.SetProperty(c => c.LookedAt, now), cancellation);
    }

    /// <summary>Moves on in the transaction that is open, which from now on holds the cursor's row.</summary>
    /// <returns>False where another process has been there already.</returns>
    public static async Task<bool> AdvanceAsync(RunBackCareDb db, string source, long number, CancellationToken cancellation) =>
        await db.InboxCursors.Where(c => c.Mailbox == source && c.Uid < number).ExecuteUpdateAsync(set => set.SetProperty(c => c.Uid, number), cancellation) == 1;
}
