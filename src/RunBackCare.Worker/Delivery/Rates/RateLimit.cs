using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery.Rates;

/// <summary>
/// Permits to send, one limit for all processes: evenly spaced, taken in one statement, by the database's clock. Nine tenths of the rate
/// are one line for everybody; the last tenth is a line for urgent mails alone, so that none waits behind a hundred thousand weeks.
/// Nothing is asked where no limit is set.
/// </summary>
internal sealed class RateLimit(NpgsqlDataSource database, IOptions<SmtpOptions> options)
{
    private const short LeastUrgentOfTheUrgent = 1;

    private const double KeptForUrgent = 0.1;

    private readonly double _inAll = options.Value is { Host.Length: > 0 } smtp ? smtp.MessagesPerSecond : 0;
    private readonly double _perDomain = options.Value is { Host.Length: > 0 } smtp ? smtp.MessagesPerSecondPerDomain : 0;

    public bool IsUnlimited => _inAll == 0 && _perDomain == 0;

    /// <summary>Returns when this mail may go out.</summary>
    public async Task WaitAsync(short priority, string domain, CancellationToken cancellation)
    {
        // The domain's turn first: the line of all is then taken when it is used, and stays even.
        if (_perDomain > 0)
        {
            await PauseAsync(await TakeAsync($"domain:{domain}", _perDomain, cancellation), cancellation);
        }

        if (_inAll > 0)
        {
            var wait = priority <= LeastUrgentOfTheUrgent && await TryTakeAsync("urgent", _inAll * KeptForUrgent, cancellation)
                ? TimeSpan.Zero
                : await TakeAsync("week", _inAll * (1 - KeptForUrgent), cancellation);
            await PauseAsync(wait, cancellation);
        }
    }

    /// <summary>Forgets domains that nobody writes to any more.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        if (_perDomain > 0)
        {
            await using var command = database.CreateCommand("delete from rate_limits where key like 'domain:%' and free_at < now() - interval '1 day'");
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Takes the next permit and says how long to wait for its time.</summary>
    private async Task<TimeSpan> TakeAsync(string key, double perSecond, CancellationToken cancellation)
    {
        // clock_timestamp, not now(): a transaction that waited for the row must not reckon with the time at which it began.
        await using var command = database.CreateCommand("""
            insert into rate_limits as r (key, free_at) values ($1, clock_timestamp() + $2)
            on conflict (key) do update set free_at = greatest(r.free_at, clock_timestamp()) + $2
            returning extract(epoch from r.free_at - $2 - clock_timestamp())::float8
            """);
        AddParameters(command, key, perSecond);
        var seconds = (double)(await command.ExecuteScalarAsync(cancellation))!;
        return seconds > 0 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
    }

    /// <summary>Takes a permit only where one is free now.</summary>
    private async Task<bool> TryTakeAsync(string key, double perSecond, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            insert into rate_limits as r (key, free_at) values ($1, clock_timestamp() + $2)
            on conflict (key) do update set free_at = clock_timestamp() + $2 where r.free_at <= clock_timestamp()
            returning true
            """);
        AddParameters(command, key, perSecond);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    private static void AddParameters(NpgsqlCommand command, string key, double perSecond)
    {
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = Duration.FromSeconds(1 / perSecond) });
    }

    private static Task PauseAsync(TimeSpan wait, CancellationToken cancellation) => wait > TimeSpan.Zero ? Task.Delay(wait, cancellation) : Task.CompletedTask;
}
