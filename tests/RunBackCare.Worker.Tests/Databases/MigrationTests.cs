using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RunBackCare.Testing.Databases;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Tests.Databases;

public sealed class MigrationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Six_processes_may_migrate_an_empty_database_at_once()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        var processes = Enumerable.Range(0, 6).Select(_ => Services(database)).ToList();

        await Task.WhenAll(processes.Select(services => Task.Run(() => services.GetRequiredService<DatabaseMigration>().RunAsync(None))));

        foreach (var services in processes)
        {
            Assert.Equal(new(SchemaState.Ready, ""), await services.GetRequiredService<SchemaCheck>().RunAsync(None));
            await services.DisposeAsync();
        }
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var services = Services(database);
        var migration = services.GetRequiredService<DatabaseMigration>();
        await migration.RunAsync(None);
        var key = await OnlyKeyAsync(services);

        await migration.RunAsync(None);

        Assert.Equal(key, await OnlyKeyAsync(services));
        Assert.Equal(32, key.Length);
    }

    [Fact]
    public async Task Hangfire_finds_its_tables()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var count = source.CreateCommand("select count(*) from information_schema.tables where table_schema = 'hangfire' and table_name in ('job', 'jobqueue', 'schema')");

        Assert.Equal(3L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task An_empty_database_is_behind_and_the_report_says_what_to_run()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var services = Services(database);

        var report = await services.GetRequiredService<SchemaCheck>().RunAsync(None);

        Assert.Equal(SchemaState.Behind, report.State);
        Assert.Contains("runbackcare migrate", report.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_cut_short_is_not_ready()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var services = Services(database);
        await using (var db = await Contexts(services).CreateDbContextAsync())
        {
            await db.TokenKeys.ExecuteDeleteAsync();
        }

        Assert.Equal(SchemaState.Behind, (await services.GetRequiredService<SchemaCheck>().RunAsync(None)).State);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("nowhere.invalid")]
    public async Task A_database_that_is_away_is_reported_without_its_address_or_user(string host)
    {
        await using var services = new ServiceCollection().AddDatabase($"Host={host};Port=9;Username=secretuser;Timeout=5").BuildServiceProvider();

        var report = await services.GetRequiredService<SchemaCheck>().RunAsync(None);

        Assert.Equal(SchemaState.Unreachable, report.State);
        Assert.DoesNotContain(host, report.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("secretuser", report.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_has_no_change_that_waits_for_a_migration()
    {
        // Compared in memory; the address leads nowhere.
        await using var services = new ServiceCollection().AddDatabase("Host=nowhere.invalid").BuildServiceProvider();
        await using var db = await Contexts(services).CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void A_missing_connection_string_is_named_with_an_example()
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager();

        var refusal = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddDatabase(configuration));

        Assert.Contains("ConnectionStrings:RunBackCare", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Host=", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(TestDatabase database) => new ServiceCollection().AddDatabase(database.ConnectionString).BuildServiceProvider();

    private static IDbContextFactory<RunBackCareDb> Contexts(ServiceProvider services) => services.GetRequiredService<IDbContextFactory<RunBackCareDb>>();

    private static async Task<byte[]> OnlyKeyAsync(ServiceProvider services)
    {
        await using var db = await Contexts(services).CreateDbContextAsync();
        return (await db.TokenKeys.SingleAsync()).Secret;
    }
}
