using System.Collections.Immutable;
using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using RunBackCare.Worker.Admin.Alerts;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Retention;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Jobs;

/// <param name="Id">Stable: it is the key under which the database remembers it.</param>
/// <param name="Cron">UTC.</param>
/// <param name="Job">Says its queue too. Stored as JSON for as long as the database lives, so it takes no arguments.</param>
internal sealed record RecurringJob(string Id, string Cron, Job Job);

/// <summary>Every job that runs by the clock, in one list.</summary>
internal static class RecurringJobs
{
    public static ImmutableArray<RecurringJob> All(JobsOptions options) =>
    [
        new("plan-due-weeks", Schedule.Every(options.PlanEverySeconds), Plan()),
        new("send-queued-mail", Schedule.Every(options.SendEverySeconds), Send()),
        new("read-replies", Schedule.Every(options.ReadEverySeconds), Read()),
        new("look-for-trouble", Schedule.Every(60), Job.FromExpression<LookForTrouble>(job => job.RunAsync(CancellationToken.None), Queues.Keep)),
        new("forget-what-is-over", "40 * * * *", Job.FromExpression<ForgetWhatIsOver>(job => job.RunAsync(CancellationToken.None), Queues.Keep)),
        new("forget-old-failures", "20 3 * * *", Job.FromExpression<ForgetOldFailures>(job => job.RunAsync(CancellationToken.None), Queues.Keep)),
    ];

    public static Job Plan() => Job.FromExpression<PlanDueWeeks>(job => job.RunAsync(CancellationToken.None), Queues.Plan);

    public static Job Send() => Job.FromExpression<SendQueuedMail>(job => job.RunAsync(CancellationToken.None), Queues.Send);

    public static Job Read() => Job.FromExpression<ReadReplies>(job => job.RunAsync(CancellationToken.None), Queues.Read);

    /// <summary>Makes the database's list equal ours, also by taking out what an older version left there.</summary>
    public static void Apply(JobStorage storage, IRecurringJobManager manager, ImmutableArray<RecurringJob> jobs)
    {
        using var connection = storage.GetConnection();
        foreach (var stored in connection.GetRecurringJobs().Where(stored => jobs.All(job => job.Id != stored.Id)))
        {
            manager.RemoveIfExists(stored.Id);
        }

        foreach (var job in jobs)
        {
            manager.AddOrUpdate(job.Id, job.Job, job.Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed });
        }
    }
}
