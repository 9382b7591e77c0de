using System.Collections.Frozen;
using System.Net.Sockets;
using Npgsql;

namespace RunBackCare.Worker.Hosting;

/// <summary>Tells a database that is away from a fault of ours.</summary>
internal static class DatabaseFault
{
    /// <summary>Class 57 of SQLSTATE: the server is being stopped, or starting.</summary>
    private const string OperatorIntervention = "57";

    /// <summary>Full, not made, or not migrated.</summary>
    private static readonly FrozenSet<string> NotYet =
    [
        PostgresErrorCodes.TooManyConnections, PostgresErrorCodes.InvalidCatalogName, PostgresErrorCodes.InvalidSchemaName, PostgresErrorCodes.UndefinedTable,
    ];

    public static bool IsAway(Exception? fault) => fault switch
    {
        null => false,
        PostgresException answer => answer.SqlState.StartsWith(OperatorIntervention, StringComparison.Ordinal) || NotYet.Contains(answer.SqlState),
        NpgsqlException { InnerException: null } driver => driver.IsTransient,
        SocketException or NpgsqlException or EndOfStreamException => true,
        AggregateException many => many.InnerExceptions.Any(IsAway),
        _ => IsAway(fault.InnerException),
    };

    /// <summary>For people, and without the text, which may name hosts and users.</summary>
    public static string NameOf(Exception fault) => (fault.GetBaseException() as PostgresException)?.SqlState ?? fault.GetBaseException().GetType().Name;
}
