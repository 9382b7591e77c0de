using System.Net;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Logging;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;

namespace RunBackCare.Worker.Tests.Hosting;

public sealed class DatabaseAwayTests
{
    private static readonly (string Key, string Value)[] Fast = [("RunBackCare:Jobs:SendEverySeconds", "1"), ("RunBackCare:Jobs:PlanEverySeconds", "1")];

    [Fact]
    public async Task Without_a_database_the_worker_is_alive_and_not_ready()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var gate = new DatabaseGate(database);
        await using var worker = await TestWorker.StartAsync(gate.ConnectionString);
        using var visitor = worker.Visitor();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(visitor, "/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, "/privacy"));

        // A form that could not be kept is not shown.
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(visitor, "/"));
    }

    [Fact]
    public async Task A_database_that_comes_later_is_said_once_and_used()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var gate = new DatabaseGate(database);
        await using var worker = await TestWorker.StartAsync(gate.ConnectionString, Fast);
        await worker.UntilUnreadyAsync();
        gate.Open();

        await worker.UntilReadyAsync();
        await UntilJobsSucceedAsync(worker);

        Assert.Single(Said(worker), line => line.StartsWith("Waiting for the database.", StringComparison.Ordinal));
        Assert.Single(Said(worker), "The database is ready.");
        AssertNothingElseIsWrong(worker);
    }

    [Fact]
    public async Task A_database_lost_in_mid_run_is_said_once_and_work_goes_on_when_it_is_back()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var gate = new DatabaseGate(database);
        gate.Open();
        await using var worker = await TestWorker.StartAsync(gate.ConnectionString, Fast);
        await worker.UntilReadyAsync();
        await UntilJobsSucceedAsync(worker);

        gate.Shut();
        await worker.UntilUnreadyAsync();
        await Task.Delay(TimeSpan.FromSeconds(6)); // Long enough for every thread to have noticed.
        gate.Open();
        await worker.UntilReadyAsync();
        await UntilJobsSucceedAsync(worker);

        Assert.Single(Said(worker), line => line.StartsWith("Waiting for the database.", StringComparison.Ordinal));
        Assert.Single(Said(worker), "The database is back.");
        AssertNothingElseIsWrong(worker);
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_is_told_what_to_run_and_waited_for()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString);
        using var visitor = worker.Visitor();
        await worker.UntilUnreadyAsync();

        Assert.Contains("run 'runbackcare migrate'", await visitor.GetStringOfAsync("/health/ready"), StringComparison.Ordinal);
        await worker.Get<RunBackCare.Worker.Database.DatabaseMigration>().RunAsync(CancellationToken.None);
        await worker.UntilReadyAsync();
    }

    [Fact]
    public async Task Visitors_are_asked_to_come_back_and_see_no_code()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var gate = new DatabaseGate(database);
        await using var worker = await TestWorker.StartAsync(gate.ConnectionString);
        using var visitor = worker.Visitor();

        using var answer = await visitor.GetAsync(new Uri("/leave/whatever", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Back in a moment", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task UntilJobsSucceedAsync(TestWorker worker)
    {
        var before = Succeeded(worker);
        await Eventually.TrueAsync(() => Succeeded(worker) > before + 1);
    }

    private static long Succeeded(TestWorker worker) => worker.Get<JobStorage>().GetMonitoringApi().SucceededListCount();

    private static IEnumerable<string> Said(TestWorker worker) => worker.Log.Lines.Where(line => line.Category.EndsWith("DatabaseWatch", StringComparison.Ordinal)).Select(line => line.Text);

    private static void AssertNothingElseIsWrong(TestWorker worker) =>
        Assert.Empty(worker.Log.Lines.Where(line => line.Level >= LogLevel.Warning && !line.Category.EndsWith("DatabaseWatch", StringComparison.Ordinal)));

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
