using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>A worker that is asked to stop, as by a service manager, in the middle of its work.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task It_waits_for_the_mails_in_hand_and_leaves_none_of_them_open()
    {
        // Longer than a program is given by default.
        await using var sink = await SmtpSink.StartAsync(new() { SecondsBeforeTaken = 5 });
        await using var crowd = await Crowd.ImportAsync(20);
        await using var worker = await WorkerProcess.StartAsync(crowd.Settings.SendingTo(sink));
        await Wait.UntilAsync("mails are on their way", async () => (await crowd.InFlightAsync()).Length > 0, () => worker.Output);

        Assert.True(await worker.StopAsync() == 0, worker.Output);

        Assert.Empty(await crowd.InFlightAsync());
    }
}
