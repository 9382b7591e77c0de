using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Jobs;

/// <summary>Hangfire's part of our database.</summary>
internal static class JobStore
{
    /// <summary>What both servers' schedulers, heartbeats, clean-up and the dashboard use beside the workers.</summary>
    private const int ConnectionsBesideWorkers = 16;

    public static PostgreSqlStorage Create(string connectionString, JobsOptions jobs)
    {
        var options = Options();
        return new(new NpgsqlConnectionFactory(ConnectionString(connectionString, jobs.Workers), options), options);
    }

    public static PostgreSqlStorageOptions Options() => new()
    {
        SchemaName = HangfireSchema.Name,

        // "migrate" installs it, behind a lock: starting processes race for it and most of them fail.
        PrepareSchemaIfNecessary = false,
        AllowDegradedModeWithoutStorage = false,

        // A job that outlives a fixed time-out would be started a second time while it runs.
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = TimeSpan.FromMinutes(2),

        // One connection an idle worker, and after a cut it does not come back.
        EnableLongPolling = false,
        QueuePollInterval = TimeSpan.FromSeconds(1),

        // A killed process leaves its lock behind, and until it ages no recurring job runs anywhere.
        DistributedLockTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Its own pool, as large as its threads: storage calls block, so too few connections would stop workers waiting for each other.</summary>
    public static string ConnectionString(string connectionString, int workers) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "runbackcare jobs",
        MinPoolSize = 0,
        MaxPoolSize = workers + ConnectionsBesideWorkers,
    }.ConnectionString;
}
