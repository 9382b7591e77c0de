using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery.Rates;

/// <summary>
/// Permits to send, one limit for all processes: evenly spaced, taken in one statement, by the database's clock. Nine tenths of the rate
/// are one line for everybody; the last tenth is a line for urgent mails alone, so that none waits behind a hundred thousand weeks. A domain's line
/// leaves a tenth free: lanes that took their permits one after the other may arrive together, and a domain counts by the minute.
/// Nothing is asked where no limit is set.
/// </summary>
internal sealed class RateLimit(NpgsqlDataSource database, IOptions<SmtpOptions> options)
{
    private const short LeastUrgentOfTheUrgent = 1;

    private const double KeptForUrgent = 0.1;

    private const double LeftFree = 0.1;

    private const double SecondsOfWork = 10;

    /// <summary>How long a lane stands in a domain's line before it serves others first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Forever = TimeSpan.FromDays(3650);

    private readonly double _inAll = options.Value is { Host.Length: > 0 } smtp ? smtp.MessagesPerSecond : 0;
    private readonly double _perDomain = options.Value is { Host.Length: > 0 } smtp ? smtp.MessagesPerSecondPerDomain * (1 - LeftFree) : 0;

    public bool IsUnlimited => _inAll == 0 && _perDomain == 0;

    /// <summary>No more than a lane gets rid of within seconds, so that it does not sit on mails that others could send.</summary>
    public int MostToClaim(int usual) => _inAll > 0 ? Math.Clamp((int)(_inAll * SecondsOfWork), 1, usual) : usual;

    /// <summary>Returns when this mail may go out; or at once where its domain's line is long.</summary>
    /// <returns>Null when it may go; otherwise how long to put it aside, so that mails to other domains pass.</returns>
    public async Task<TimeSpan?> WaitAsync(short priority, string domain, CancellationToken cancellation)
    {
        // The domain's turn first: the line of all is then taken when it is used, and stays even.
        if (_perDomain > 0)
        {
            if (await TakeAsync($"domain:{domain}", _perDomain, Patience, cancellation) is not { } turn)
            {
                return Patience + await TakeAsync($"aside:{domain}", _perDomain, cancellation);
            }

            await PauseAsync(turn, cancellation);
        }

        if (_inAll > 0)
        {
            var wait = priority <= LeastUrgentOfTheUrgent
                ? await TakeAsync("urgent", _inAll * KeptForUrgent, TimeSpan.Zero, cancellation)
                : null;
            await PauseAsync(wait ?? await TakeAsync("week", _inAll * (1 - KeptForUrgent), cancellation), cancellation);
        }

        return null;
    }

    /// <summary>Forgets domains that nobody writes to any more.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        if (_perDomain > 0)
        {
            await using var command = database.CreateCommand("delete from rate_limits where (key like 'domain:%' or key like 'aside:%') and free_at < now() - interval '1 day'");
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Takes the next permit and says how long to wait for its time.</summary>
    private async Task<TimeSpan> TakeAsync(string key, double perSecond, CancellationToken cancellation) =>
        await TakeAsync(key, perSecond, Forever, cancellation) ?? TimeSpan.Zero;

    /// <summary>Takes the next permit where its time comes soon enough.</summary>
    private async Task<TimeSpan?> TakeAsync(string key, double perSecond, TimeSpan patience, CancellationToken cancellation)
    {
        // clock_timestamp, not now(): a transaction that waited for the row must not reckon with the time at which it began.
        await using var command = database.CreateCommand("""
            insert into rate_limits as r (key, free_at) values ($1, clock_timestamp() + $2)
            on conflict (key) do update
                set free_at = greatest(r.free_at, clock_timestamp()) + $2
                where r.free_at <= clock_timestamp() + $3
            returning extract(epoch from r.free_at - $2 - clock_timestamp())::float8
            """);
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = Duration.FromSeconds(1 / perSecond) });
        command.Parameters.Add(new() { Value = Duration.FromTimeSpan(patience) });
        return await command.ExecuteScalarAsync(cancellation) is double seconds ? TimeSpan.FromSeconds(Math.Max(0, seconds)) : null;
    }

    private static Task PauseAsync(TimeSpan wait, CancellationToken cancellation) => wait > TimeSpan.Zero ? Task.Delay(wait, cancellation) : Task.CompletedTask;
}
