using Hangfire;
using NodaTime;
using Npgsql;
using RunBackCare.Worker.Inbox.Forgetting;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Inbox.Taking;

namespace RunBackCare.Worker.Inbox;

/// <summary>
/// Job: reads what came in since the last time. What a message means, its answer and how far was read are stored together; only then is it marked
/// in its mailbox. Any number of processes may run it at once: one of them reads, the others find nothing to do.
/// </summary>
internal sealed partial class ReadReplies(
    IReadOnlyList<IMailSource> sources, NpgsqlDataSource database, InboxPlace place, TakeMessage taking, ForgetMessages forgetting, IClock clock, ILogger<ReadReplies> log)
{
    /// <summary>What has lain there for longer is left where it is: nobody waits for its answer any more, and after a mailbox was numbered anew it is only history.</summary>
    private static readonly Duration Oldest = Duration.FromDays(30);

    /// <returns>How many messages were taken in.</returns>
    /// <exception cref="MailSourceException">The mailbox does not work.</exception>
    [AutomaticRetry(Attempts = 0)] // The next tick of its schedule is the retry.
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var taken = 0;
        foreach (var source in sources)
        {
            await using var turn = await ReadingTurn.TakeAsync(database, source.Name, cancellation);
            taken += turn is null ? 0 : await LookAsync(source, cancellation);
        }

        return taken;
    }

    /// <summary>What shall be forgotten goes first, or a mailbox that was numbered anew would have it read again. Where that is refused, people's answers do not wait for it.</summary>
    private async Task<int> LookAsync(IMailSource source, CancellationToken cancellation)
    {
        var refused = await forgetting.RunAsync(source, cancellation);
        var taken = await ReadAsync(source, cancellation);
        return refused is null ? taken : throw refused;
    }

    private async Task<int> ReadAsync(IMailSource source, CancellationToken cancellation)
    {
        var taken = 0;
        await using var open = await source.OpenAsync(cancellation);
        var from = await place.FindAsync(source.Name, open, cancellation);
        await foreach (var found in open.AfterAsync(from, clock.GetCurrentInstant() - Oldest, cancellation))
        {
            await taking.TakeAsync(source.Name, found, cancellation);
            await open.SettleAsync(found, cancellation);
            taken++;
        }

        await place.LookedAsync(source.Name, clock.GetCurrentInstant(), cancellation);
        if (taken > 0)
        {
            Log.Taken(log, taken);
        }

        return taken;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Inbox: {Count} messages taken in.")]
        public static partial void Taken(ILogger logger, int count);
    }
}
