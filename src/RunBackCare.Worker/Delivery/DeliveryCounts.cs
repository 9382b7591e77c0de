using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.Delivery;

/// <summary>The outbox at a glance, for the dashboard and for progress.</summary>
internal sealed record DeliveryCounts
{
    /// <summary>People whose week is to be planned now.</summary>
    public required long Due { get; init; }

    /// <summary>Never tried so far.</summary>
    public required long Queued { get; init; }

    /// <summary>In a lane's hands.</summary>
    public required long Sending { get; init; }

    /// <summary>In the last 24 hours.</summary>
    public required long SentToday { get; init; }

    /// <summary>In the last 7 days.</summary>
    public required long SentThisWeek { get; init; }

    public required long Deferred { get; init; }

    public required long Uncertain { get; init; }

    /// <summary>Made in the last 7 days and refused for good.</summary>
    public required long Refused { get; init; }

    /// <summary>Made in the last 7 days and not sent for their age.</summary>
    public required long Stale { get; init; }

    /// <summary>Made in the last 7 days and called off.</summary>
    public required long Cancelled { get; init; }

    /// <summary>Since when the oldest mail that could go out has been waiting; null when none waits.</summary>
    public required Instant? OldestWaiting { get; init; }

    /// <summary>Open mails are few and indexed; closed ones are counted by the days they were made or sent in.</summary>
    public static async Task<DeliveryCounts> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select
                (select count(*) from subscribers where next_plan_at <= now()),
                count(*) filter (where state = 'queued'),
                count(*) filter (where state = 'sending'),
                count(*) filter (where sent_at > now() - interval '1 day'),
                count(*) filter (where sent_at > now() - interval '7 days'),
                count(*) filter (where state = 'deferred'),
                count(*) filter (where state = 'uncertain'),
                count(*) filter (where state = 'refused'),
                count(*) filter (where state = 'stale'),
                count(*) filter (where state = 'cancelled'),
                min(not_before) filter (where state in ('queued', 'deferred', 'uncertain') and not_before <= now())
            from outbox
            where state in ('queued', 'sending', 'deferred', 'uncertain')
               or created_at > now() - interval '7 days'
               or sent_at > now() - interval '7 days'
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new()
        {
            Due = reader.GetInt64(0),
            Queued = reader.GetInt64(1),
            Sending = reader.GetInt64(2),
            SentToday = reader.GetInt64(3),
            SentThisWeek = reader.GetInt64(4),
            Deferred = reader.GetInt64(5),
            Uncertain = reader.GetInt64(6),
            Refused = reader.GetInt64(7),
            Stale = reader.GetInt64(8),
            Cancelled = reader.GetInt64(9),
            OldestWaiting = await reader.IsDBNullAsync(10, cancellation) ? null : await reader.GetFieldValueAsync<Instant>(10, cancellation),
        };
    }
}
