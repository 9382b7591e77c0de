using Hangfire.Client;
using Hangfire.States;
using Hangfire.Storage;

namespace RunBackCare.Worker.Jobs;

/// <summary>
/// One waiting job of a kind is enough: when it starts it will see everything stored before that moment. So a thousand wake-ups, or a schedule that
/// ticks while a long run lasts, leave one job behind and not a thousand. Two processes may still both add one; that costs an empty run.
/// </summary>
internal sealed class OneWaiting : IClientFilter
{
    /// <summary>More than any queue has.</summary>
    private const int KindsOfOneQueue = 10;

    public void OnCreating(CreatingContext context)
    {
        if (context.InitialState is EnqueuedState enqueued)
        {
            context.Canceled = IsWaiting(context.Storage.GetMonitoringApi(), context.Job.Queue ?? enqueued.Queue, context.Job.Type);
        }
    }

    public void OnCreated(CreatedContext context)
    {
    }

    private static bool IsWaiting(IMonitoringApi storage, string queue, Type kind) =>
        storage.EnqueuedCount(queue) > 0 && storage.EnqueuedJobs(queue, 0, KindsOfOneQueue).Any(waiting => waiting.Value?.Job?.Type == kind);
}
