using Hangfire;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Jobs;

/// <summary>Enqueues the job that sends. <see cref="OneWaiting"/> sees to it that a thousand calls leave one job.</summary>
internal sealed partial class WakeDelivery(IBackgroundJobClient jobs, ILogger<WakeDelivery> log) : IWakeDelivery
{
    /// <summary>The row is stored already and the schedule finds it within a minute, so a wake-up that fails must not fail its caller.</summary>
    public void Wake()
    {
        try
        {
            jobs.Create(RecurringJobs.Send(), new Hangfire.States.EnqueuedState(Queues.Send));
        }
        catch (Exception fault) when (fault is BackgroundJobClientException || DatabaseFault.IsAway(fault))
        {
            Log.NotNow(log, DatabaseFault.NameOf(fault));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Delivery was not woken ({Fault}); its schedule will do.")]
        public static partial void NotNow(ILogger logger, string fault);
    }
}
