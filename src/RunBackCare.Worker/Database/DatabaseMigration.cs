using System.Security.Cryptography;
using Hangfire.PostgreSql;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace RunBackCare.Worker.Database;

/// <summary>What <c>migrate</c> does: our tables, Hangfire's, and the first token key. Safe to repeat, and safe for several processes at once.</summary>
internal sealed class DatabaseMigration(NpgsqlDataSource dataSource, IDbContextFactory<RunBackCareDb> contexts, IClock clock)
{
    /// <summary>Any number will do, as long as it never changes: "RunBack" in ASCII.</summary>
    private const long LockKey = 0x52756E4261636B;

    private const int KeyBytes = 32;

    public async Task RunAsync(CancellationToken cancellation)
    {
        // The lock belongs to this connection and goes with it, even when the process is killed.
        await using var turnstile = await dataSource.OpenConnectionAsync(cancellation);
        await ExecuteAsync(turnstile, "select pg_advisory_lock($1)", cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);

            // An index over a large table takes its time; whoever runs this can stop it.
            db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
            await db.Database.MigrateAsync(cancellation);
            await InstallHangfireAsync(cancellation);
            await MakeFirstTokenKeyAsync(db, cancellation);
        }
        finally
        {
            await ExecuteAsync(turnstile, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = LockKey } } };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task InstallHangfireAsync(CancellationToken cancellation)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellation);
        PostgreSqlObjectsInstaller.Install(connection, HangfireSchema.Name);
    }

    private async Task MakeFirstTokenKeyAsync(RunBackCareDb db, CancellationToken cancellation)
    {
        if (!await db.TokenKeys.AnyAsync(cancellation))
        {
            db.TokenKeys.Add(new() { Number = 1, Secret = RandomNumberGenerator.GetBytes(KeyBytes), CreatedAt = clock.GetCurrentInstant() });
            await db.SaveChangesAsync(cancellation);
        }
    }
}
