using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace RunBackCare.Testing.Processes;

/// <summary>A real program beside the tests. It ends with them, also when they are killed.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _keeper;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Task _reading;

    private ChildProcess(Process keeper, int id)
    {
        _keeper = keeper;
        Id = id;
        _reading = Task.WhenAll(CollectAsync(keeper.StandardOutput), CollectAsync(keeper.StandardError));
        Exited = ExitAsync();
    }

    /// <summary>The program's own process id, valid until <see cref="Exited"/>.</summary>
    public int Id { get; }

    /// <summary>Its exit code once it has ended; 128 + signal where a signal ended it.</summary>
    public Task<int> Exited { get; }

    /// <summary>What it has printed so far, output and errors as they came.</summary>
    public string Output => string.Join('\n', _output);

    public static async Task<ChildProcess> StartAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Processes", "keep.sh");
        var start = new ProcessStartInfo("setsid", ["sh", script, program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "/",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var keeper = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var id = await keeper.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{program} did not start.");
        return new(keeper, int.Parse(id, CultureInfo.InvariantCulture));
    }

    /// <summary>Whether it listens there; a program that has ended never will, which is a failure told with all it printed.</summary>
    public async Task<bool> AnswersAsync(int port) => Exited.IsCompleted
        ? throw new InvalidOperationException($"It ended with {await Exited}: {Output}")
        : await Ports.AnswersAsync(port);

    /// <summary>Asks it to end, as a service manager would, and waits until it has.</summary>
    public Task<int> StopAsync() => SignalAsync("TERM");

    /// <summary>Ends it between two instructions, as a power cut would.</summary>
    public Task<int> KillAsync() => SignalAsync("KILL");

    /// <summary>Stops it where it stands; to everyone else it hangs.</summary>
    public Task FreezeAsync() => SendAsync("STOP");

    /// <summary>Lets a frozen program go on.</summary>
    public Task ThawAsync() => SendAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _keeper.Dispose();
    }

    private async Task<int> SignalAsync(string signal)
    {
        await SendAsync(signal);
        return await Exited;
    }

    private async Task SendAsync(string signal)
    {
        if (!Exited.IsCompleted)
        {
            using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }
    }

    private async Task<int> ExitAsync()
    {
        await _keeper.WaitForExitAsync();
        await _reading;
        return _keeper.ExitCode;
    }

    private async Task CollectAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _output.Enqueue(line);
        }
    }
}
