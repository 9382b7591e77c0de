using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Tests.Delivery;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Faults;

/// <summary>
/// Two processes with four lanes each and one limit, counted by the sink's own time stamps. Each lane has one permit in hand, so as many more may
/// come together; what a span holds beyond that would be a limit that does not hold in all.
/// </summary>
public sealed class LimitTests(ITestOutputHelper output)
{
    private const int Lanes = 4;
    private const int AllLanes = 2 * Lanes;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>A minute where there is time for it, else a span short enough to be filled.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(Scale.Of(usual: 8, full: 60));

    [Fact]
    public async Task Two_processes_with_eight_lanes_keep_one_limit_in_any_second_and_in_any_minute()
    {
        const int PerSecond = 25;
        await using var sink = await SmtpSink.StartAsync();
        var (_, arrivals) = await SendAsync(sink, ("Smtp:MessagesPerSecond", PerSecond), mails: (int)(PerSecond * Minute.TotalSeconds * 1.2), domains: 20);

        AssertAtMost(PerSecond + AllLanes, Second, arrivals);
        AssertAtMost((int)(PerSecond * Minute.TotalSeconds), Minute, arrivals);
    }

    [Fact]
    public async Task Two_processes_with_eight_lanes_keep_one_limit_for_each_domain()
    {
        const int PerSecond = 10;
        await using var sink = await SmtpSink.StartAsync();
        var (mails, _) = await SendAsync(sink, ("Smtp:MessagesPerSecondPerDomain", PerSecond), mails: (int)(PerSecond * Minute.TotalSeconds * 1.2) * 2, domains: 2);

        foreach (var domain in mails.GroupBy(mail => mail.Domain, mail => mail.At, StringComparer.Ordinal))
        {
            AssertAtMost(PerSecond + AllLanes, Second, [.. domain]);
            AssertAtMost((int)(PerSecond * Minute.TotalSeconds), Minute, [.. domain]);
        }
    }

    private async Task<(IReadOnlyList<(DateTime At, string Domain)> Mails, List<DateTime> Arrivals)> SendAsync(SmtpSink sink, (string Key, object Value) limit, int mails, int domains)
    {
        (string Key, object Value)[] settings = [limit, ("Smtp:Host", SmtpSink.Host), ("Smtp:Port", sink.Port), ("Smtp:Lanes", Lanes)];
        await using var one = await PostOffice.OpenAsync(settings);
        await using var other = one.Second(settings);
        await one.QueueAsync([.. Enumerable.Range(1, mails).Select(n => $"runner{n}@domain{n % domains}.example")]);
        while ((await one.RowsAsync()).Any(row => row.State != DeliveryState.Sent))
        {
            // What was put aside for its domain's sake comes back at a time of its own.
            await Task.WhenAll(one.SendAsync(), other.SendAsync());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var arrivals = sink.Arrivals;
        Assert.Equal(mails, arrivals.Length);
        output.WriteLine($"{mails} mails in {(arrivals[^1].At - arrivals[0].At).TotalSeconds:F1} s by the sink's clock.");
        return (arrivals, [.. arrivals.Select(mail => mail.At)]);
    }

    /// <summary>Of every span that begins with a mail, and so of every span.</summary>
    private void AssertAtMost(int most, TimeSpan span, List<DateTime> arrivals)
    {
        var end = 0;
        var densest = 0;
        for (var begin = 0; begin < arrivals.Count; begin++)
        {
            while (end < arrivals.Count && arrivals[end] < arrivals[begin] + span)
            {
                end++;
            }

            densest = Math.Max(densest, end - begin);
        }

        output.WriteLine($"At most {densest} of {most} in {span.TotalSeconds} s.");
        Assert.True(densest <= most, $"{densest} mails within {span.TotalSeconds} s, where {most} may be.");
    }
}
