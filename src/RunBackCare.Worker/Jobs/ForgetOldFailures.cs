using Hangfire;
using NodaTime;

namespace RunBackCare.Worker.Jobs;

/// <summary>Hangfire keeps failed jobs for ever. Two weeks are enough to look at one: the work itself is in our own rows.</summary>
internal sealed class ForgetOldFailures(JobStorage storage, IBackgroundJobClient client, IClock clock)
{
    private const int Page = 200;
    private static readonly Duration Kept = Duration.FromDays(14);

    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken cancellation)
    {
        var oldest = (clock.GetCurrentInstant() - Kept).ToDateTimeUtc();
        var failures = storage.GetMonitoringApi();
        List<string> old = [];
        for (var from = 0; failures.FailedJobs(from, Page) is { Count: > 0 } page; from += Page)
        {
            old.AddRange(page.Where(job => job.Value?.FailedAt < oldest).Select(job => job.Key));
        }

        foreach (var id in old)
        {
            cancellation.ThrowIfCancellationRequested();
            client.Delete(id);
        }

        return Task.CompletedTask;
    }
}
