using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.Telemetry;

/// <summary>Looks up now and then how far the worker is behind: gauges are asked for in a moment that has no time for a database.</summary>
internal sealed class BacklogWatch(NpgsqlDataSource database, IClock clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private volatile Backlog _latest = new(0, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Instruments.Observe(() => _latest);
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                _latest = await ReadAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // Away, or not migrated yet: that is said elsewhere, and what was last known stands.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Backlog> ReadAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select (select coalesce(extract(epoch from $1 - min(next_plan_at)), 0)::float8 from subscribers where next_plan_at <= $1),
                   (select count(*) from outbox where state in ('queued', 'sending', 'deferred', 'uncertain') and not_before <= $1)
            """);
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetDouble(0), reader.GetInt64(1));
    }
}
