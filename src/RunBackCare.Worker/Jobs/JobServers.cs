using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Jobs;

/// <summary>Hangfire's servers, one a queue. They start when the database is ready for the first time; a later outage they sit out by themselves.</summary>
internal sealed partial class JobServers(
    DatabaseWatch database,
    JobStorage storage,
    JobActivator activator,
    IJobFilterProvider filters,
    IRecurringJobManager recurring,
    IOptions<JobsOptions> options,
    ILogger<JobServers> log) : BackgroundService
{
    private readonly List<BackgroundJobServer> _servers = [];
    private volatile bool _running;

    public bool Running => _running;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _running = false;
        _servers.ForEach(server => server.SendStop());
        await Task.WhenAll(_servers.Select(server => server.WaitForShutdownAsync(cancellationToken)));
        _servers.ForEach(server => server.Dispose());
        _servers.Clear();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.FirstReady.WaitAsync(stoppingToken);
        await ApplyRecurringJobsAsync(stoppingToken);
        _servers.Add(Server(Queues.Plan, options.Value.PlanWorkers, alone: true));
        _servers.Add(Server(Queues.Send, options.Value.SendWorkers, alone: false));
        _servers.Add(Server(Queues.Keep, JobsOptions.KeepWorkers, alone: false));
        _servers.Add(Server(Queues.Read, workers: 1, alone: false));
        _running = true;
    }

    // The database may go again between its first answer and this; and a killed process leaves its lock behind, which others must let grow old.
    private async Task ApplyRecurringJobsAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                RecurringJobs.Apply(storage, recurring, RecurringJobs.All(options.Value));
                return;
            }
            catch (Exception fault) when (DatabaseFault.IsAway(fault) || fault is PostgreSqlDistributedLockException)
            {
                Log.NotYet(log, DatabaseFault.NameOf(fault));
                await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
            }
        }
    }

    /// <param name="alone">Whether it also runs the schedulers and the clean-up, of which a process needs one.</param>
    private BackgroundJobServer Server(string queue, int workers, bool alone) => new(
        new BackgroundJobServerOptions
        {
            ServerName = $"{Environment.MachineName}:{queue}",
            Queues = [queue],
            WorkerCount = workers,
            IsLightweightServer = !alone,
            Activator = activator,
            FilterProvider = filters,
            SchedulePollingInterval = TimeSpan.FromSeconds(1),
            ShutdownTimeout = TimeSpan.FromSeconds(options.Value.StopWithinSeconds),
        },
        storage);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "The recurring jobs are not stored yet ({Fault}).")]
        public static partial void NotYet(ILogger logger, string fault);
    }
}
