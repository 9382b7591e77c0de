using Npgsql;
using RunBackCare.Testing.Databases;

namespace RunBackCare.Worker.Tests.Databases;

public sealed class TestPostgresTests
{
    [Fact]
    public async Task An_empty_database_has_no_table()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();

        Assert.Equal(0, await CountTablesAsync(database));
    }

    [Fact]
    public async Task A_migrated_database_has_the_subscribers()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();

        Assert.Contains("subscribers", await TablesAsync(database));
    }

    [Fact]
    public async Task Databases_made_at_the_same_time_know_nothing_of_each_other()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TestPostgres.CreateMigratedDatabaseAsync()));
        await ExecuteAsync(databases[0], "CREATE TABLE mine ()");

        Assert.Contains("mine", await TablesAsync(databases[0]));
        foreach (var other in databases[1..])
        {
            Assert.DoesNotContain("mine", await TablesAsync(other));
        }

        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_dropped_database_is_gone_though_somebody_is_still_connected()
    {
        var database = await TestPostgres.CreateDatabaseAsync();
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync();
        await database.DisposeAsync();

        await Assert.ThrowsAsync<PostgresException>(() => CountTablesAsync(database));
    }

    private static async Task<int> CountTablesAsync(TestDatabase database) => (await TablesAsync(database)).Count;

    private static async Task<List<string>> TablesAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
