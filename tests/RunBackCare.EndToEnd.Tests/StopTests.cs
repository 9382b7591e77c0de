using Npgsql;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>A worker that is asked to stop, as by a service manager, while something holds it up.</summary>
public sealed class StopTests
{
    /// <summary>Longer than a program is given by default.</summary>
    private static readonly TimeSpan HeldUp = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task It_takes_the_time_it_needs_and_ends_well()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        using var mails = new TestMailFolder();
        await using var worker = await WorkerProcess.StartAsync(WorkerSettings.For(database).SendingTo(mails));
        await worker.ReadyAsync(TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);

        // Asked each second for the next job, and whoever asks waits for the answer.
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new NpgsqlCommand("lock table hangfire.jobqueue in access exclusive mode", connection, transaction))
        {
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        var stopped = worker.StopAsync();
        await Task.Delay(HeldUp, TestContext.Current.CancellationToken);
        Assert.False(stopped.IsCompleted, worker.Output);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.True(await stopped == 0, worker.Output);
    }
}
