using Hangfire;
using Hangfire.Common;
using RunBackCare.Worker.Telemetry;

namespace RunBackCare.Worker.Jobs;

/// <summary>
/// Only what we ask for. Hangfire's own list would retry every job ten times over hours and write a thread's culture into each job.
/// </summary>
internal static class JobFilters
{
    public static IJobFilterProvider Create() => new JobFilterProviderCollection(
        new JobFilterCollection { new StatisticsHistoryAttribute(), new OneWaiting(), new TracedJobs() },
        new JobFilterAttributeFilterProvider());
}
