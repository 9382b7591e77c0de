using System.Globalization;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Lanes = 16;
    private const int LongestLifeMilliseconds = 2500;

    private static readonly int People = Scale.Of(usual: 200, full: 6000);
    private static readonly int Kills = Scale.Of(usual: 4, full: 200);

    /// <summary>
    /// The sink keeps a mail a whole second before it says so: a worker killed in that second cannot know, and must send the same message again.
    /// </summary>
    [Fact]
    public async Task A_worker_killed_again_and_again_loses_no_mail_and_doubles_only_what_was_on_its_way()
    {
        var moments = Moments();
        await using var sink = await SmtpSink.StartAsync(new() { SecondsBeforeTaken = 1 });
        await using var crowd = await Crowd.ImportAsync(People);
        var settings = crowd.Settings.SendingTo(sink)
            .With("RunBackCare__Smtp__Lanes", Lanes)
            .With("RunBackCare__Smtp__TimeoutSeconds", 10)
            .With("RunBackCare__Delivery__LeaseSeconds", 11)
            .With("RunBackCare__Delivery__ClaimSize", 4)
            .With("RunBackCare__Delivery__BackoffSeconds__0", 1);

        List<string> inFlight = [];
        foreach (var moment in moments)
        {
            await using var worker = await WorkerProcess.StartAsync(settings);
            await worker.ReadyAsync();
            if (moment.WhileSending)
            {
                var before = sink.Count;
                await Wait.UntilAsync("the next worker sends", async () => sink.Count > before || await crowd.IsServedAsync(), () => worker.Output);
            }

            await Task.Delay(moment.After);
            await worker.KillAsync();
            inFlight.AddRange(await crowd.InFlightAsync());
        }

        await using (var last = await WorkerProcess.StartAsync(settings))
        {
            await Wait.UntilAsync("everybody is served after the last kill", crowd.IsServedAsync, () => last.Output);
            Assert.Equal(0, await last.StopAsync());
        }

        var mails = sink.Mails.ToLookup(mail => Assert.Single(mail.Recipients), StringComparer.Ordinal);
        var timesInFlight = inFlight.CountBy(address => address).ToDictionary(StringComparer.Ordinal);
        var doubles = mails.Sum(copies => copies.Count() - 1);
        output.WriteLine($"{People} people, {Kills} kills, {inFlight.Count} times a mail was on its way at a kill, {doubles} second copies of these arrived.");

        Assert.NotEmpty(inFlight);
        Assert.All((await crowd.WeeksAsync()).Values, weeks => Assert.Equal(1, weeks));
        Assert.Equal(Enumerable.Range(0, People).Select(DuePeople.Address).Order(StringComparer.Ordinal), mails.Select(copies => copies.Key).Order(StringComparer.Ordinal));
        Assert.All(mails, copies => Assert.Single(copies.Select(mail => mail.Message().MessageId).Distinct(StringComparer.Ordinal)));
        Assert.All(mails, copies => Assert.True(
            copies.Count() - 1 <= timesInFlight.GetValueOrDefault(copies.Key), $"{copies.Key} got {copies.Count()} copies, and was on its way at {timesInFlight.GetValueOrDefault(copies.Key)} kills."));
        Assert.True(doubles <= Kills * Lanes);

        // The admin sees every mail as sent, and of each that went out twice that it was tried as often.
        Assert.Equal(People, Assert.Single(await crowd.StatesAsync(), states => states.Key == "sent").Value);
        var tries = await crowd.TriesAsync();
        Assert.All(mails, copies => Assert.InRange(copies.Count(), 1, tries[copies.Key]));
    }

    /// <summary>When each worker dies: some time after it is ready, mostly in its planning, or after its first mail. RUNBACKCARE_SEED repeats a run.</summary>
    private List<Moment> Moments()
    {
        var seed = Environment.GetEnvironmentVariable("RUNBACKCARE_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"RUNBACKCARE_SEED={seed}");
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Kills).Select(kill => new Moment(WhileSending: kill % 2 == 1, TimeSpan.FromMilliseconds(random.Next(LongestLifeMilliseconds))))];
    }

    private sealed record Moment(bool WhileSending, TimeSpan After);
}
