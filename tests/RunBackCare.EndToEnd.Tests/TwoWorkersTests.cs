using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

public sealed class TwoWorkersTests
{
    private static readonly int People = Scale.Of(usual: 400, full: 2000);

    [Fact]
    public async Task Two_workers_on_one_database_give_each_person_one_week_and_one_mail()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var crowd = await Crowd.ImportAsync(People);
        var settings = crowd.Settings.SendingTo(sink);

        await using var one = await WorkerProcess.StartAsync(settings);
        await using var other = await WorkerProcess.StartAsync(settings);
        await Wait.UntilAsync("everybody is served", crowd.IsServedAsync, () => one.Output + other.Output);

        Assert.All((await crowd.WeeksAsync()).Values, weeks => Assert.Equal(1, weeks));
        Assert.Equal(People, Assert.Single(await crowd.StatesAsync()).Value);
        Assert.Equal(
            Enumerable.Range(0, People).Select(DuePeople.Address).Order(StringComparer.Ordinal),
            sink.Mails.SelectMany(mail => mail.Recipients).Order(StringComparer.Ordinal));
        Assert.Equal(0, await one.StopAsync());
        Assert.Equal(0, await other.StopAsync());
    }
}
