using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Npgsql;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Commands;

/// <summary>A fault of the surroundings as one line that says what to do. Faults of the program are not explained: they keep their trace.</summary>
internal static class Explanation
{
    /// <returns>Null where the fault is our own.</returns>
    public static string? Of(Exception fault) => fault switch
    {
        CommandException said => said.Message,
        SettingsException wrong => string.Join(Environment.NewLine, wrong.Faults),
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        OperationCanceledException => "Stopped.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => "The database has no tables yet: run runbackcare migrate first.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "The database refuses the login: check ConnectionStrings__RunBackCare.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "The database does not exist: create it, or correct ConnectionStrings__RunBackCare.",
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => "Somebody else stored the same at the same moment: nothing of this was stored, so do it again.",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } => "The database does not answer: start it, or correct ConnectionStrings__RunBackCare.",
        FileNotFoundException missing => $"There is no file {missing.FileName}.",
        DirectoryNotFoundException or UnauthorizedAccessException => fault.Message,
        { InnerException: { } inner } => Of(inner),
        _ => null,
    };
}

/// <summary>Something failed that the person at the terminal can mend; the message says how, in one line.</summary>
internal sealed class CommandException(string message) : Exception(message);
