using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
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

    private static readonly Lazy<Task<Cluster>> TheCluster = new(Cluster.StartAsync);
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
    private static async Task MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddDatabase(connectionString).BuildServiceProvider();
        await services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
    }

    private sealed class Cluster(string folder, Process keeper)
    {
        private readonly NpgsqlDataSource _maintenance = NpgsqlDataSource.Create(ConnectionString(folder, "postgres") + ";Maximum Pool Size=4;Command Timeout=120;Timeout=120");

        /// <summary>Held for its standard input: the cluster stops when that closes.</summary>
        public Process Keeper { get; } = keeper;

        public static async Task<Cluster> StartAsync()
        {
            var keeper = Process.Start(KeeperCommand()) ?? throw new InvalidOperationException("The cluster's keeper did not start.");
            var errors = keeper.StandardError.ReadToEndAsync();
            return await keeper.StandardOutput.ReadLineAsync() is { } line && line.StartsWith("ready ", StringComparison.Ordinal)
                ? new(line["ready ".Length..], keeper)
                : throw new InvalidOperationException($"The private PostgreSQL cluster did not start: {await errors}");
        }

        public string ConnectionStringFor(string database) => ConnectionString(folder, database);

        public async Task ExecuteAsync(string sql)
        {
            await using var command = _maintenance.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }

        private static string ConnectionString(string folder, string database) => $"Host={folder};Username=postgres;Database={database}";

        // A session of its own, so that Ctrl-C and a kill of the tests' group leave the keeper to tidy up.
        private static ProcessStartInfo KeeperCommand()
        {
            var script = Path.Combine(AppContext.BaseDirectory, "Databases", "postgres-cluster.sh");
            string[] asOther = Environment.IsPrivilegedProcess ? ["runuser", "-u", OtherUser(), "--"] : [];
            return new("setsid", [.. asOther, "sh", "-c", File.ReadAllText(script), "postgres-cluster", PostgresBinaries.Folder!])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            };
        }

        /// <summary>PostgreSQL refuses to run as root.</summary>
        private static string OtherUser() =>
            File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
    }
}
