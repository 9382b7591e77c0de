using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>A worker that sends while its database goes, and a count at the sink.</summary>
public sealed class DatabaseFaultTests(ITestOutputHelper output)
{
    private static readonly int People = Scale.Of(usual: 150, full: 2000);
    private static readonly int Faults = Scale.Of(usual: 2, full: 20);

    [Fact]
    public async Task A_database_that_crashes_in_mid_run_costs_no_mail_and_doubles_only_what_was_on_its_way()
    {
        await using var postgres = await OwnPostgres.StartAsync();
        await using var crowd = await Crowd.ImportAsync(People, postgres.Database);
        await SendThroughAsync(crowd, crowd.Settings, postgres.CrashAsync);
    }

    [Fact]
    public async Task A_database_that_is_cut_off_in_mid_run_costs_no_mail_and_doubles_only_what_was_on_its_way()
    {
        var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var gate = new DatabaseGate(database);
        await using var crowd = await Crowd.ImportAsync(People, database);
        gate.Open();
        await SendThroughAsync(crowd, crowd.Settings.With("ConnectionStrings__RunBackCare", gate.ConnectionString), async () =>
        {
            gate.Shut();
            await Task.Delay(TimeSpan.FromSeconds(2));
            gate.Open();
        });
    }

    [Fact]
    public async Task A_migration_while_a_worker_sends_stops_nothing_and_doubles_nothing()
    {
        await using var sink = await SmtpSink.StartAsync(new() { SecondsBeforeTaken = 1 });
        await using var crowd = await Crowd.ImportAsync(People);
        var settings = crowd.Settings.SendingTo(sink).With("RunBackCare__Smtp__Lanes", 16);
        await using var worker = await WorkerProcess.StartAsync(settings);
        await UntilItSendsAsync(sink, worker, crowd);

        // The same program once more, and then what a later one may add.
        var (exitCode, said) = await WorkerProcess.RunAsync(settings, "migrate");
        Assert.True(exitCode == 0, said);
        await crowd.ExecuteAsync("alter table outbox add column of_a_later_version integer not null default 7; alter table subscribers add column of_a_later_version text");
        await crowd.ExecuteAsync("""insert into "__EFMigrationsHistory" values ('29990101000000_Later', '10.0.0')""");
        Assert.False(await crowd.IsServedAsync());
        await Wait.UntilAsync("everybody is served after the migration", crowd.IsServedAsync, () => worker.Output);

        Assert.Equal(Addresses(), sink.Mails.SelectMany(mail => mail.Recipients).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("migration(s) behind", worker.Output, StringComparison.Ordinal);
        Assert.Equal(0, await worker.StopAsync());
    }

    private async Task SendThroughAsync(Crowd crowd, WorkerSettings settings, Func<Task> fault)
    {
        await using var sink = await SmtpSink.StartAsync(new() { SecondsBeforeTaken = 1 });
        await using var worker = await WorkerProcess.StartAsync(settings.SendingTo(sink)
            .With("RunBackCare__Smtp__Lanes", 12)
            .With("RunBackCare__Smtp__TimeoutSeconds", 10)
            .With("RunBackCare__Delivery__LeaseSeconds", 11)
            .With("RunBackCare__Delivery__ClaimSize", 4)
            .With("RunBackCare__Delivery__BackoffSeconds__0", 1));
        var inFlight = new List<string>();
        for (var i = 0; i < Faults && !await crowd.IsServedAsync(); i++)
        {
            await UntilItSendsAsync(sink, worker, crowd);

            // Held still for a moment, so that what is on its way is known.
            await worker.FreezeAsync();
            inFlight.AddRange(await crowd.InFlightAsync());
            crowd.ConnectAnew();
            await fault();
            await worker.ThawAsync();
        }

        await Wait.UntilAsync("everybody is served when the database is back", crowd.IsServedAsync, () => worker.Output);
        var mails = sink.Mails.ToLookup(mail => Assert.Single(mail.Recipients), StringComparer.Ordinal);
        output.WriteLine($"{People} people, {inFlight.Count} mails on their way at a fault, {mails.Sum(copies => copies.Count() - 1)} second copies of these arrived.");

        Assert.NotEmpty(inFlight);
        Assert.Equal(Addresses(), mails.Select(copies => copies.Key).Order(StringComparer.Ordinal));
        Assert.All((await crowd.WeeksAsync()).Values, weeks => Assert.Equal(1, weeks));
        Assert.All(mails, copies => Assert.Single(copies.Select(mail => mail.Message().MessageId).Distinct(StringComparer.Ordinal)));
        Assert.All(mails, copies => Assert.True(copies.Count() - 1 <= inFlight.Count(address => address == copies.Key), $"{copies.Key} got {copies.Count()} copies."));

        // It lived through all of it.
        Assert.True(await worker.StopAsync() == 0, worker.Output);
    }

    private static async Task UntilItSendsAsync(SmtpSink sink, WorkerProcess worker, Crowd crowd)
    {
        var before = sink.Count;
        await Wait.UntilAsync("the worker sends", async () => sink.Count > before || await crowd.IsServedAsync(), () => worker.Output);
    }

    private static IEnumerable<string> Addresses() => Enumerable.Range(0, People).Select(DuePeople.Address).Order(StringComparer.Ordinal);
}
