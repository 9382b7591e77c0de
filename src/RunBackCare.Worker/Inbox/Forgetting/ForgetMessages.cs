using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox.Sources;

namespace RunBackCare.Worker.Inbox.Forgetting;

/// <summary>
/// Deletes messages where they arrived. What shall go is stored in the transaction that deletes our own copy, so that a mailbox that is away at that
/// moment only makes it later.
/// </summary>
internal sealed class ForgetMessages(IDbContextFactory<RunBackCareDb> contexts)
{
    /// <summary>So many at one look.</summary>
    private const int AtOnce = 500;

    /// <summary>All that these people wrote. What we keep no more of was asked for before.</summary>
    public static Task<int> QueueAsync(RunBackCareDb db, long[] subscribers, Instant now, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        insert into messages_to_forget (source, origin, message_key, copies, since)
        select source, origin, message_key, times_seen > 1, {now} from inbound_messages where subscriber_id = any({subscribers}) and raw is not null
        """,
        cancellation);

    /// <summary>
    /// What came in before that moment, or the first of it: our own copy goes at once, that of a person we know also where it arrived. What strangers wrote
    /// to a mailbox is its owner's; a folder is ours.
    /// </summary>
    /// <returns>How many.</returns>
    public static Task<int> QueueOldAsync(RunBackCareDb db, Instant before, int most, Instant now, CancellationToken cancellation) => db.Database.ExecuteSqlAsync(
        $"""
        with old as (select * from inbound_messages where raw is not null and created_at < {before} order by created_at limit {most}),
        queued as (
            insert into messages_to_forget (source, origin, message_key, copies, since)
            select source, origin, message_key, times_seen > 1, {now} from old where subscriber_id is not null or source like 'folder:%'
        )
        update inbound_messages set raw = null where id in (select id from old)
        """,
        cancellation);

    /// <returns>Why they are still there: they are asked for again at the next look. Null where they are gone.</returns>
    public async Task<MailSourceException?> RunAsync(IMailSource source, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var messages = await db.MessagesToForget.AsNoTracking().Where(m => m.Source == source.Name || m.Source == null).OrderBy(m => m.Id).Take(AtOnce).ToListAsync(cancellation);
        if (messages.Count == 0)
        {
            return null;
        }

        try
        {
            await using var open = await source.OpenAsync(cancellation);
            await open.ForgetAsync(messages, cancellation);
        }
        catch (MailSourceException refused)
        {
            return refused;
        }

        var done = messages.ConvertAll(m => m.Id);
        await db.MessagesToForget.Where(m => done.Contains(m.Id)).ExecuteDeleteAsync(cancellation);
        return null;
    }
}
