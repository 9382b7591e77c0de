using System.Collections.Immutable;
using Npgsql;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>A database full of people with one week due, and what became of them.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;

    private Crowd(TestDatabase database, int size)
    {
        _database = database;
        _source = NpgsqlDataSource.Create(database.ConnectionString);
        Size = size;
    }

    public int Size { get; }

    public WorkerSettings Settings => WorkerSettings.For(_database);

    public static async Task<Crowd> ImportAsync(int size) => await ImportAsync(size, await TestPostgres.CreateMigratedDatabaseAsync());

    /// <param name="database">Migrated; it goes with the crowd.</param>
    public static async Task<Crowd> ImportAsync(int size, TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("runbackcare-crowd-");
        try
        {
            using var mails = new Testing.MailServers.TestMailFolder();
            var file = await DuePeople.WriteAsync(size, folder.FullName);
            var (exitCode, output) = await WorkerProcess.RunAsync(WorkerSettings.For(database).SendingTo(mails), "import", file);
            Assert.True(exitCode == 0, output);
            return new(database, size);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether everybody has a week and no mail is left to send.</summary>
    public async Task<bool> IsServedAsync()
    {
        var planned = await NumberAsync("select count(*) from weeks");
        var open = await NumberAsync("select count(*) from outbox where state in ('queued', 'sending', 'deferred', 'uncertain')");
        return planned >= Size && open == 0;
    }

    /// <summary>People by the number of weeks they have.</summary>
    public Task<ImmutableDictionary<string, int>> WeeksAsync() =>
        CountsAsync("select address, count(weeks.id) from subscribers left join weeks on weeks.subscriber_id = subscribers.id group by address");

    /// <summary>Mails by what became of them.</summary>
    public Task<ImmutableDictionary<string, int>> StatesAsync() => CountsAsync("select state, count(*) from outbox group by state");

    /// <summary>Whose mail is on its way at this moment, as far as the database knows.</summary>
    public async Task<ImmutableArray<string>> InFlightAsync() =>
        [.. (await CountsAsync("""
            select address, 1::bigint
            from outbox
            join subscribers on subscribers.id = outbox.subscriber_id
            where outbox.state = 'sending' and attempts > 0
            """)).Keys];

    /// <summary>How often each person's mail was tried, as the admin sees it.</summary>
    public Task<ImmutableDictionary<string, int>> TriesAsync() =>
        CountsAsync("select address, sum(attempts) from outbox join subscribers on subscribers.id = outbox.subscriber_id group by address");

    /// <summary>The server was away: what was connected is not any more.</summary>
    public void ConnectAnew() => _source.Clear();

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<ImmutableDictionary<string, int>> CountsAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var counts = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            counts.Add(reader.GetString(0), (int)reader.GetInt64(1));
        }

        return counts.ToImmutable();
    }
}
