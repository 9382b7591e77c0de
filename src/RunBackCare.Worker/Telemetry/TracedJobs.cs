using System.Diagnostics;
using Hangfire.Server;

namespace RunBackCare.Worker.Telemetry;

/// <summary>A trace for every run of a job, named by its class.</summary>
internal sealed class TracedJobs : IServerFilter
{
    private const string Key = "trace";

    public void OnPerforming(PerformingContext context) => context.Items[Key] = Instruments.Source.StartActivity(context.BackgroundJob.Job.Type.Name, ActivityKind.Consumer);

    public void OnPerformed(PerformedContext context)
    {
        if (context.Items.TryGetValue(Key, out var kept) && kept is Activity activity)
        {
            // The class of the fault and nothing of its text.
            if (context.Exception is { } fault)
            {
                activity.SetStatus(ActivityStatusCode.Error, (fault.InnerException ?? fault).GetType().Name);
            }

            activity.Dispose();
        }
    }
}
