using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Hosting;

/// <summary>
/// Knows whether the database can be worked with. Says so once when it goes and once when it is back; everything else keeps quiet about it.
/// </summary>
internal sealed partial class DatabaseWatch(SchemaCheck schema, ILogger<DatabaseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WhileReady = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _firstReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _oneLook = new(1, 1);
    private SchemaReport? _latest;

    /// <summary>Completes when the database was ready for the first time.</summary>
    public Task FirstReady => _firstReady.Task;

    /// <summary>Asks the database now.</summary>
    public async Task<SchemaReport> LookAsync(CancellationToken cancellation)
    {
        await _oneLook.WaitAsync(cancellation);
        try
        {
            var report = await AskAsync(cancellation);
            Tell(_latest, report);
            _latest = report;
            return report;
        }
        finally
        {
            _oneLook.Release();
        }
    }

    public override void Dispose()
    {
        _oneLook.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = FirstWait;
        while (!stoppingToken.IsCancellationRequested)
        {
            var ready = (await LookAsync(stoppingToken)).State is SchemaState.Ready;
            await Task.Delay(ready ? WhileReady : wait, stoppingToken);
            wait = ready ? FirstWait : TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks));
        }
    }

    private async Task<SchemaReport> AskAsync(CancellationToken cancellation)
    {
        // A host that swallows packets must not keep readiness waiting for the driver's own time-out.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await schema.RunAsync(patience.Token);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return new(SchemaState.Unreachable, $"PostgreSQL does not answer ({DatabaseFault.NameOf(fault)}): check ConnectionStrings:RunBackCare and that the server runs.");
        }
    }

    private void Tell(SchemaReport? before, SchemaReport now)
    {
        if (before?.State == now.State)
        {
            return;
        }

        if (now.State is not SchemaState.Ready)
        {
            Log.Waiting(log, now.Detail);
        }
        else if (_firstReady.TrySetResult())
        {
            Log.Ready(log);
        }
        else
        {
            Log.Back(log);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Waiting for the database. {Detail}")]
        public static partial void Waiting(ILogger logger, string detail);

        [LoggerMessage(LogLevel.Information, "The database is ready.")]
        public static partial void Ready(ILogger logger);

        [LoggerMessage(LogLevel.Information, "The database is back.")]
        public static partial void Back(ILogger logger);
    }
}
