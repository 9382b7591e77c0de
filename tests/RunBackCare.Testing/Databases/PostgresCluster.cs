using System.Diagnostics;
using Npgsql;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Testing.Databases;

/// <summary>One private server in a folder of its own, which ends with whoever started it.</summary>
internal sealed class PostgresCluster(string folder, Process keeper)
{
    private readonly NpgsqlDataSource _maintenance = NpgsqlDataSource.Create(ConnectionString(folder, "postgres") + ";Maximum Pool Size=4;Command Timeout=120;Timeout=120");

    /// <summary>Held for its standard input: the cluster stops when that closes.</summary>
    public Process Keeper { get; } = keeper;

    public static async Task<PostgresCluster> StartAsync()
    {
        var keeper = Process.Start(KeeperCommand()) ?? throw new InvalidOperationException("The cluster's keeper did not start.");
        var errors = keeper.StandardError.ReadToEndAsync();
        return await keeper.StandardOutput.ReadLineAsync() is { } line && line.StartsWith("ready ", StringComparison.Ordinal)
            ? new(line["ready ".Length..], keeper)
            : throw new InvalidOperationException($"The private PostgreSQL cluster did not start: {await errors}");
    }

    /// <summary>Ends every session in the middle of what it does, as a power cut would, and starts again.</summary>
    public async Task CrashAsync()
    {
        string[] command = [.. AsOther(), Path.Combine(PostgresBinaries.Folder!, "pg_ctl"), "-D", $"{folder}/data", "-l", $"{folder}/server.log", "-m", "immediate", "-w", "restart"];
        await using var restart = await ChildProcess.StartAsync(command[0], command[1..]);
        if (await restart.Exited is not 0)
        {
            throw new InvalidOperationException($"The private PostgreSQL cluster did not start again: {restart.Output}");
        }

        _maintenance.Clear();
    }

    public async Task StopAsync()
    {
        await _maintenance.DisposeAsync();
        Keeper.StandardInput.Close();
        await Keeper.WaitForExitAsync();
        Keeper.Dispose();
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
        return new("setsid", [.. AsOther(), "sh", "-c", File.ReadAllText(script), "postgres-cluster", PostgresBinaries.Folder!])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string[] AsOther() => Environment.IsPrivilegedProcess ? ["runuser", "-u", OtherUser(), "--"] : [];

    private static string OtherUser() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
