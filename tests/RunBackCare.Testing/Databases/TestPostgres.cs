using Microsoft.Extensions.DependencyInjection;
using RunBackCare.Worker.Database;
using Xunit;

namespace RunBackCare.Testing.Databases;

/// <summary>
/// A real PostgreSQL, one private cluster for each test process, started when first asked for.
/// It ends with the process, also when the process is killed. Tests are skipped, with the reason, where PostgreSQL is not installed.
/// </summary>
public static class TestPostgres
{
    private const string Template = "migrated";

    private static readonly Lazy<Task<PostgresCluster>> TheCluster = new(PostgresCluster.StartAsync);
    private static readonly Lazy<Task> TheTemplate = new(MakeTemplateAsync);

    /// <summary>A fresh database without any table.</summary>
    public static async Task<TestDatabase> CreateDatabaseAsync() => await CreateAsync("template0");

    /// <summary>A fresh database as <c>migrate</c> leaves it: the worker's schema and Hangfire's, and one token key, the same in all of them.</summary>
    public static async Task<TestDatabase> CreateMigratedDatabaseAsync()
    {
        SkipUnlessInstalled();
        await TheTemplate.Value;
        return await CreateAsync(Template);
    }

    public static void SkipUnlessInstalled() => Assert.SkipUnless(
        PostgresBinaries.Folder is not null,
        $"PostgreSQL {PostgresBinaries.OldestVersion} or newer is not installed; deploy/test.sh installs it.");

    private static async Task<TestDatabase> CreateAsync(string template)
    {
        SkipUnlessInstalled();
        var cluster = await TheCluster.Value;
        var name = $"test_{Guid.CreateVersion7():n}";
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return new(name, cluster.ConnectionStringFor(name), () => cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    private static async Task MakeTemplateAsync()
    {
        var cluster = await TheCluster.Value;
        await cluster.ExecuteAsync($"CREATE DATABASE {Template} TEMPLATE template0");
        await MigrateAsync(cluster.ConnectionStringFor(Template) + ";Pooling=false");

        // Nobody may be connected to a database that is being copied, autovacuum included.
        await cluster.ExecuteAsync($"ALTER DATABASE {Template} ALLOW_CONNECTIONS false");
    }

    // As the program itself does it: our tables, Hangfire's, the first token key.
    internal static async Task MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
    }
}
