namespace RunBackCare.Testing.Databases;

/// <summary>A PostgreSQL of a test's own, for those that break it. What it says is committed survives, unlike in the others', which are made for speed.</summary>
public sealed class OwnPostgres : IAsyncDisposable
{
    private const string Name = "own";

    private readonly PostgresCluster _cluster;

    private OwnPostgres(PostgresCluster cluster)
    {
        _cluster = cluster;
        Database = new(Name, cluster.ConnectionStringFor(Name), () => Task.CompletedTask);
    }

    /// <summary>Migrated; gone with the server.</summary>
    public TestDatabase Database { get; }

    public static async Task<OwnPostgres> StartAsync()
    {
        TestPostgres.SkipUnlessInstalled();
        var own = new OwnPostgres(await PostgresCluster.StartAsync());
        await own._cluster.ExecuteAsync($"CREATE DATABASE {Name} TEMPLATE template0");
        await own._cluster.ExecuteAsync($"ALTER DATABASE {Name} SET synchronous_commit = on");
        await TestPostgres.MigrateAsync(own.Database.ConnectionString + ";Pooling=false");
        return own;
    }

    /// <summary>Ends every session in the middle of what it does, as a power cut would, and starts again.</summary>
    public Task CrashAsync() => _cluster.CrashAsync();

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await _cluster.StopAsync();
    }
}
