using Hangfire;
using Hangfire.Common;
using Hangfire.Storage;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Jobs;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Jobs;

public sealed class RecurringJobsTests
{
    [Fact]
    public async Task The_database_holds_exactly_our_list_after_the_start()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using (var older = TestWorker.Build(database.ConnectionString))
        {
            older.Get<IRecurringJobManager>().AddOrUpdate("a-job-of-an-older-version", RecurringJobs.Send(), "0 0 1 1 *");
        }

        await using var worker = await TestWorker.StartAsync(database.ConnectionString);
        await worker.UntilReadyAsync();

        using var connection = worker.Get<JobStorage>().GetConnection();
        Assert.Equal(
            [
                ("forget-old-failures", "20 3 * * *", "keep"),
                ("forget-what-is-over", "40 * * * *", "keep"),
                ("look-for-trouble", "*/1 * * * *", "keep"),
                ("plan-due-weeks", "*/5 * * * *", "plan"),
                ("read-replies", "*/1 * * * *", "read"),
                ("send-queued-mail", "*/1 * * * *", "send"),
            ],
            connection.GetRecurringJobs().Select(job => (job.Id, job.Cron, job.Job.Queue)).Order());
    }

    /// <summary>What stands in databases out there. A change here needs a way for the old text to be read.</summary>
    [Theory]
    [InlineData("forget-old-failures", """{"t":"RunBackCare.Worker.Jobs.ForgetOldFailures, runbackcare","m":"RunAsync","p":["System.Threading.CancellationToken, mscorlib"],"a":[null],"q":"keep"}""")]
    [InlineData("forget-what-is-over", """{"t":"RunBackCare.Worker.Retention.ForgetWhatIsOver, runbackcare","m":"RunAsync","p":["System.Threading.CancellationToken, mscorlib"],"a":[null],"q":"keep"}""")]
    [InlineData("look-for-trouble", """{"t":"RunBackCare.Worker.Admin.Alerts.LookForTrouble, runbackcare","m":"RunAsync","p":["System.Threading.CancellationToken, mscorlib"],"a":[null],"q":"keep"}""")]
    [InlineData("plan-due-weeks", """{"t":"RunBackCare.Worker.WeeklyPlans.PlanDueWeeks, runbackcare","m":"RunAsync","p":["System.Threading.CancellationToken, mscorlib"],"a":[null],"q":"plan"}""")]
    [InlineData("read-replies", """{"t":"RunBackCare.Worker.Inbox.ReadReplies, runbackcare","m":"RunAsync","p":["System.Threading.CancellationToken, mscorlib"],"a":[null],"q":"read"}""")]
    [InlineData("send-queued-mail", """{"t":"RunBackCare.Worker.Delivery.SendQueuedMail, runbackcare","m":"RunAsync","p":["System.Threading.CancellationToken, mscorlib"],"a":[null],"q":"send"}""")]
    public async Task A_job_is_stored_in_these_very_letters(string id, string json)
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString);
        await worker.UntilReadyAsync();

        using var connection = worker.Get<JobStorage>().GetConnection();
        Assert.Equal(json, connection.GetAllEntriesFromHash($"recurring-job:{id}")["Job"]);
    }

    [Fact]
    public void Every_job_says_itself_how_often_it_is_retried() =>
        Assert.All(RecurringJobs.All(new()), job => Assert.NotEmpty(job.Job.Method.GetCustomAttributes(typeof(AutomaticRetryAttribute), inherit: false)));

    [Fact]
    public void Every_job_can_be_asked_to_stop() =>
        Assert.All(RecurringJobs.All(new()), job => Assert.Equal(typeof(CancellationToken), Assert.Single(job.Job.Method.GetParameters()).ParameterType));

    [Fact]
    public async Task A_thousand_wake_ups_leave_one_job_waiting()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = TestWorker.Build(database.ConnectionString);
        var delivery = worker.Get<IWakeDelivery>();
        for (var i = 0; i < 1_000; i++)
        {
            delivery.Wake();
        }

        Assert.Equal(1, worker.Get<JobStorage>().GetMonitoringApi().EnqueuedCount(Queues.Send));
    }

    [Fact]
    public async Task A_waiting_job_keeps_out_its_own_kind_and_no_other()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = TestWorker.Build(database.ConnectionString);
        var client = worker.Get<IBackgroundJobClient>();
        var kept = RecurringJobs.All(new()).Where(job => job.Job.Queue == Queues.Keep).Select(job => job.Job).ToList();
        foreach (var job in kept.Concat(kept))
        {
            client.Create(job, new Hangfire.States.EnqueuedState(Queues.Keep));
        }

        Assert.Equal(kept.Count, worker.Get<JobStorage>().GetMonitoringApi().EnqueuedCount(Queues.Keep));
    }

    [Fact]
    public async Task A_wake_up_without_a_database_does_not_fail_its_caller()
    {
        await using var worker = TestWorker.Build("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");

        worker.Get<IWakeDelivery>().Wake();
        worker.Get<IWakePlanning>().Wake();
    }

    [Fact]
    public async Task Waking_the_planner_enqueues_its_own_job()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = TestWorker.Build(database.ConnectionString);

        worker.Get<IWakePlanning>().Wake();

        var waiting = worker.Get<JobStorage>().GetMonitoringApi();
        Assert.Equal((1, 0), (waiting.EnqueuedCount(Queues.Plan), waiting.EnqueuedCount(Queues.Send)));
    }
}
