using System.Diagnostics;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Rates;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Delivery;

/// <summary>Counts within spans that were really waited: a slow machine makes fewer, never more.</summary>
public sealed class RateTests
{
    [Fact]
    public async Task Two_processes_keep_to_one_rate()
    {
        const int Mails = 60;
        const double PerSecond = 20;
        await using var sink = await SmtpSink.StartAsync();
        await using var first = await PostOffice.ForServerAsync(sink.Port, ("Smtp:MessagesPerSecond", PerSecond));
        await using var second = first.Second(("Smtp:Host", "127.0.0.1"), ("Smtp:Port", sink.Port), ("Smtp:MessagesPerSecond", PerSecond));
        await first.QueueAsync(Mails);

        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(first.SendAsync(), second.SendAsync());
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;

        // Weeks have nine tenths of the rate; the first permit is free at once.
        Assert.Equal(Mails, sink.Count);
        Assert.True(Mails - 1 <= (took * PerSecond * 0.9) + 1, $"{Mails} mails in {took} s");
    }

    [Fact]
    public async Task A_domain_with_a_long_line_lets_others_pass_and_its_mails_come_back_one_by_one()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ForServerAsync(sink.Port, ("Smtp:MessagesPerSecondPerDomain", 0.01), ("Smtp:Lanes", 1));
        await office.QueueAsync([.. Enumerable.Range(1, 10).Select(n => $"runner{n}@slow.example")]);
        await office.QueueAsync([.. Enumerable.Range(1, 5).Select(n => $"runner@quick{n}.example")]);

        Assert.Equal(new() { Sent = 6 }, await office.SendAsync());

        var aside = (await office.RowsAsync()).Where(row => row.State == DeliveryState.Queued).OrderBy(row => row.NotBefore).ToList();
        Assert.Equal(9, aside.Count);
        Assert.All(aside, row => Assert.Equal((0, null), (row.Attempts, row.Lease)));
        Assert.All(aside.Zip(aside.Skip(1)), pair => Assert.True((pair.Second.NotBefore - pair.First.NotBefore).TotalSeconds > 90));
    }

    [Fact]
    public async Task Urgent_mails_have_a_tenth_that_no_week_can_take()
    {
        await using var office = await PostOffice.ForServerAsync(25, ("Smtp:MessagesPerSecond", 0.05));
        var rate = office.Get<RateLimit>();
        await rate.WaitAsync(2, "example.org", default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rate.WaitAsync(2, "example.org", patience.Token));

        await rate.WaitAsync(0, "example.org", default);
    }

    [Fact]
    public async Task Without_a_limit_the_database_is_not_asked()
    {
        await using var office = await PostOffice.ForServerAsync(25);
        await office.ExecuteAsync("drop table rate_limits");

        Assert.True(office.Get<RateLimit>().IsUnlimited);
        await office.Get<RateLimit>().WaitAsync(2, "example.org", default);
    }

    [Fact]
    public async Task A_domain_that_nobody_writes_to_any_more_is_forgotten()
    {
        await using var office = await PostOffice.ForServerAsync(25, ("Smtp:MessagesPerSecondPerDomain", 1000));
        await office.Get<RateLimit>().WaitAsync(2, "example.org", default);
        await office.ExecuteAsync("update rate_limits set free_at = now() - interval '2 days'");

        await office.Get<RateLimit>().SweepAsync(default);

        await using var count = office.Database.CreateCommand("select count(*) from rate_limits");
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
