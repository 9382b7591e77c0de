using Hangfire;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Worker.Jobs;

namespace RunBackCare.Worker.Tests.Jobs;

public sealed class JobServersTests
{
    private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task One_server_serves_each_queue()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString);
        await worker.UntilReadyAsync();
        var storage = worker.Get<JobStorage>().GetMonitoringApi();
        await Eventually.TrueAsync(() => storage.Servers().Count == 4);

        Assert.Equal([(Queues.Keep, 1), (Queues.Plan, 1), (Queues.Read, 1), (Queues.Send, 1)], storage.Servers().Select(server => (Assert.Single(server.Queues), server.WorkersCount)).Order());
    }

    [Fact]
    public async Task A_job_that_outlives_its_invisibility_is_started_once()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString, change: builder =>
        {
            builder.Services.AddSingleton<LongJob>();
            builder.Services.AddSingleton<JobStorage>(_ => Storage(database.ConnectionString));
        });
        await worker.UntilReadyAsync();

        worker.Get<IBackgroundJobClient>().Create(Job.FromExpression<LongJob>(job => job.RunAsync(CancellationToken.None), Queues.Send), new EnqueuedState(Queues.Send));
        var job = worker.Get<LongJob>();
        await Eventually.TrueAsync(() => job.Ended > 0);

        Assert.Equal(1, job.Started);
    }

    [Fact]
    public async Task A_running_job_is_asked_to_stop_with_the_worker()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        EndlessJob job;
        await using (var worker = await TestWorker.StartAsync(database.ConnectionString, change: builder => builder.Services.AddSingleton<EndlessJob>()))
        {
            await worker.UntilReadyAsync();
            job = worker.Get<EndlessJob>();
            worker.Get<IBackgroundJobClient>().Create(Job.FromExpression<EndlessJob>(endless => endless.RunAsync(CancellationToken.None), Queues.Plan), new EnqueuedState(Queues.Plan));
            await Eventually.TrueAsync(() => job.Running);
        }

        Assert.False(job.Running);
    }

    [Fact]
    public async Task Old_failures_are_forgotten_and_young_ones_kept()
    {
        var clock = new FakeClock(SystemClock.Instance.GetCurrentInstant());
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = TestWorker.Build(database.ConnectionString, change: builder => builder.Services.AddSingleton<IClock>(clock));
        var jobs = worker.Get<IBackgroundJobClient>();
        jobs.Create(RecurringJobs.Send(), new FailedState(new InvalidOperationException("A test.")));
        var failures = worker.Get<JobStorage>().GetMonitoringApi();

        await worker.Get<ForgetOldFailures>().RunAsync(CancellationToken.None);
        Assert.Equal(1, failures.FailedCount());

        clock.AdvanceDays(15);
        await worker.Get<ForgetOldFailures>().RunAsync(CancellationToken.None);
        Assert.Equal(0, failures.FailedCount());
    }

    private static PostgreSqlStorage Storage(string connectionString)
    {
        var options = JobStore.Options();
        options.InvisibilityTimeout = Invisible;
        return new(new NpgsqlConnectionFactory(connectionString, options), options);
    }

    internal sealed class LongJob
    {
        private int _started;
        private int _ended;

        public int Started => _started;

        public int Ended => _ended;

        public async Task RunAsync(CancellationToken cancellation)
        {
            Interlocked.Increment(ref _started);
            await Task.Delay(4 * Invisible, cancellation);
            Interlocked.Increment(ref _ended);
        }
    }

    internal sealed class EndlessJob
    {
        private volatile bool _running;

        public bool Running => _running;

        public async Task RunAsync(CancellationToken cancellation)
        {
            _running = true;
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                _running = false;
            }
        }
    }
}
