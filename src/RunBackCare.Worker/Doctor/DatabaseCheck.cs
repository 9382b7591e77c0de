using NodaTime;
using Npgsql;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Doctor;

/// <summary>PostgreSQL: there, new enough, migrated, and with a clock like ours.</summary>
internal sealed class DatabaseCheck(SchemaCheck schema, NpgsqlDataSource database, IClock clock)
{
    private const string Server = "database";
    private const string Schema = "schema";
    private static readonly Duration MostSkew = Duration.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return [await ServerAsync(patience.Token), await SchemaAsync(patience.Token)];
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var why = (fault as PostgresException)?.SqlState is { } state ? $"it refuses with {state}" : "it does not answer";
            return [Finding.Error(Server, $"PostgreSQL cannot be worked with: {why}.", "Start it, create the database and its user, or correct ConnectionStrings__RunBackCare.")];
        }
    }

    private async Task<Finding> ServerAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (connection.PostgreSqlVersion < DatabaseServices.OldestPostgres)
        {
            return Finding.Error(Server, $"PostgreSQL {connection.PostgreSqlVersion} is too old.", $"Move to version {DatabaseServices.OldestPostgres.Major} or newer.");
        }

        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var skew = await reader.GetFieldValueAsync<Instant>(0, cancellation) - clock.GetCurrentInstant();
        return skew < MostSkew && skew > -MostSkew
            ? Finding.Ok(Server, $"PostgreSQL {connection.PostgreSqlVersion} answers.")
            : Finding.Warning(Server, $"Its clock and this machine's are {Math.Abs(skew.TotalSeconds):0} s apart.", "Let both keep time with NTP: leases go by the one, plans by the other.");
    }

    private async Task<Finding> SchemaAsync(CancellationToken cancellation) => await schema.RunAsync(cancellation) switch
    {
        { State: SchemaState.Ready } => Finding.Ok(Schema, "The tables are those of this program."),
        var report => Finding.Error(Schema, report.Detail, "runbackcare migrate"),
    };
}
