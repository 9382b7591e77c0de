using System.Collections.Immutable;
using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.Admin.Mails;

/// <summary>What became of the mails that were made in one week.</summary>
/// <param name="Monday">In UTC.</param>
/// <param name="Plans">Week mails among them: weeks that were planned.</param>
/// <param name="Unsent">Grown stale, or called off because the person left first.</param>
internal sealed record WeekOfMails(LocalDate Monday, long Plans, long Sent, long Open, long Unsent, long Refused)
{
    public long All => Sent + Open + Unsent + Refused;
}

/// <summary>
/// The last eight weeks, the newest first. Counted over all their mails, which takes a while where there are a million of them: kept for a few minutes.
/// </summary>
internal sealed class EightWeeks(NpgsqlDataSource database, IClock clock)
{
    private const int Weeks = 8;
    private static readonly Duration KeptFor = Duration.FromMinutes(3);

    private volatile Kept? _kept;

    public async Task<ImmutableArray<WeekOfMails>> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_kept is { } kept && now < kept.Until && now >= kept.Until - KeptFor)
        {
            return kept.Weeks;
        }

        var monday = DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(now.InUtc().Date);
        var counted = await CountAsync(monday.PlusWeeks(1 - Weeks), cancellation);
        var weeks = Enumerable.Range(0, Weeks).Select(back => monday.PlusWeeks(-back))
            .Select(day => counted.GetValueOrDefault(day) ?? new WeekOfMails(day, 0, 0, 0, 0, 0)).ToImmutableArray();
        _kept = new(weeks, now + KeptFor);
        return weeks;
    }

    private async Task<Dictionary<LocalDate, WeekOfMails>> CountAsync(LocalDate from, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select date_trunc('week', created_at at time zone 'UTC')::date as monday,
                   count(*) filter (where kind = 'week'),
                   count(*) filter (where state = 'sent'),
                   count(*) filter (where state in ('queued', 'sending', 'deferred', 'uncertain')),
                   count(*) filter (where state in ('stale', 'cancelled')),
                   count(*) filter (where state = 'refused')
            from outbox
            where created_at >= $1
            group by 1
            """);
        command.Parameters.Add(new() { Value = from.AtMidnight().InUtc().ToInstant() });
        var weeks = new Dictionary<LocalDate, WeekOfMails>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var monday = await reader.GetFieldValueAsync<LocalDate>(0, cancellation);
            weeks[monday] = new(monday, reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5));
        }

        return weeks;
    }

    private sealed record Kept(ImmutableArray<WeekOfMails> Weeks, Instant Until);
}
