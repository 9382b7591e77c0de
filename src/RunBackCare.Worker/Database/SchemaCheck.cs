using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace RunBackCare.Worker.Database;

internal enum SchemaState
{
    /// <summary>Reachable, and migrated at least as far as this program knows.</summary>
    Ready,

    /// <summary>Reachable, but <c>migrate</c> has to run first.</summary>
    Behind,

    Unreachable,
}

/// <param name="Detail">One sentence that says what to do; empty when ready.</param>
internal sealed record SchemaReport(SchemaState State, string Detail);

/// <summary>Whether this program can work with the database it is pointed to; asked at start and by readiness.</summary>
internal sealed class SchemaCheck(IDbContextFactory<RunBackCareDb> contexts)
{
    public async Task<SchemaReport> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
            if (pending > 0)
            {
                return new(SchemaState.Behind, $"The database is {pending} migration(s) behind this program: run 'runbackcare migrate' first.");
            }

            return await IsCompleteAsync(db, cancellation)
                ? new(SchemaState.Ready, "")
                : new(SchemaState.Behind, "The database was not migrated to its end: run 'runbackcare migrate' again.");
        }
        catch (Exception away) when (away is NpgsqlException or SocketException or TimeoutException)
        {
            return new(SchemaState.Unreachable, $"PostgreSQL does not answer as expected ({Reason(away)}): check ConnectionStrings:RunBackCare and that the server runs.");
        }
    }

    /// <summary>The last two things that migration does.</summary>
    private static async Task<bool> IsCompleteAsync(RunBackCareDb db, CancellationToken cancellation) =>
        await db.TokenKeys.AnyAsync(cancellation)
        && await db.Database.SqlQuery<bool>($"select to_regclass({HangfireSchema.Name + ".schema"}) is not null as \"Value\"").SingleAsync(cancellation);

    /// <summary>Never the whole text, which may name hosts and users.</summary>
    private static string Reason(Exception away) =>
        (away as NpgsqlException)?.SqlState ?? (away.InnerException as SocketException ?? away as SocketException)?.SocketErrorCode.ToString() ?? away.GetType().Name;
}
