using System.Net;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Testing.Worker;

/// <summary>The built worker as a process of its own: what an operator starts, with nothing of the tests inside.</summary>
public sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly ChildProcess _process;
    private readonly HttpClient _http;

    private WorkerProcess(ChildProcess process, Uri url)
    {
        _process = process;
        Url = url;
        _http = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) };
    }

    public Uri Url { get; }

    public int Id => _process.Id;

    public string Output => _process.Output;

    public Task<int> Exited => _process.Exited;

    /// <summary>What <c>dotnet</c> runs.</summary>
    public static string Program => Repository.BuiltProgram("src", "RunBackCare.Worker", "runbackcare.dll");

    /// <summary>Starts <c>serve</c>; <see cref="ReadyAsync"/> waits until it works.</summary>
    /// <param name="program">Another than the one that was built beside the tests.</param>
    public static async Task<WorkerProcess> StartAsync(WorkerSettings settings, string? program = null)
    {
        var url = new Uri($"http://127.0.0.1:{Ports.Free()}/");
        var environment = settings.With("ASPNETCORE_URLS", url.ToString()).Environment;
        return new(await ChildProcess.StartAsync("dotnet", [program ?? Program, "serve"], environment), url);
    }

    /// <summary>Runs another command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(WorkerSettings settings, params IEnumerable<string> arguments)
    {
        await using var process = await ChildProcess.StartAsync("dotnet", [Program, .. arguments], settings.Environment);
        return (await process.Exited, process.Output);
    }

    /// <summary>Waits until it says that it can plan and send; an exit before that is a failure, told with all it printed.</summary>
    public async Task ReadyAsync(CancellationToken cancellation = default)
    {
        while (!await IsReadyAsync(cancellation))
        {
            if (Exited.IsCompleted)
            {
                throw new InvalidOperationException($"The worker ended with {await Exited} before it was ready:\n{Output}");
            }

            await Task.Delay(BetweenLooks, cancellation);
        }
    }

    /// <summary>Ends it between two instructions, as a power cut would.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync() => _process.StopAsync();

    /// <summary>Stops it where it stands; to the database and the mail server it hangs.</summary>
    public Task FreezeAsync() => _process.FreezeAsync();

    public Task ThawAsync() => _process.ThawAsync();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _http.Dispose();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("health/ready", UriKind.Relative), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Nobody listens yet.
            return false;
        }
    }
}
