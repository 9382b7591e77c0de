using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Jobs;

/// <summary>Enqueues the job that is wanted now. <see cref="OneWaiting"/> sees to it that a thousand calls leave one job.</summary>
internal sealed partial class WakeJobs(IBackgroundJobClient jobs, ILogger<WakeJobs> log) : IWakeDelivery, IWakePlanning, IWakeInbox
{
    void IWakeDelivery.Wake() => Enqueue(RecurringJobs.Send(), Queues.Send);

    void IWakePlanning.Wake() => Enqueue(RecurringJobs.Plan(), Queues.Plan);

    void IWakeInbox.Wake() => Enqueue(RecurringJobs.Read(), Queues.Read);

    /// <summary>The row is stored already and the schedule finds it, so a wake-up that fails must not fail its caller.</summary>
    private void Enqueue(Job job, string queue)
    {
        try
        {
            jobs.Create(job, new EnqueuedState(queue));
        }
        catch (Exception fault) when (fault is BackgroundJobClientException || DatabaseFault.IsAway(fault))
        {
            Log.NotNow(log, DatabaseFault.NameOf(fault));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "A job was not woken ({Fault}); its schedule will do.")]
        public static partial void NotNow(ILogger logger, string fault);
    }
}
