using System.Diagnostics;
using Hangfire;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Delivery.Rates;
using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Delivery.Transports;

namespace RunBackCare.Worker.Delivery;

/// <summary>
/// The job that empties the outbox. Any number of processes may run it at once. Within one process a single run holds the lanes: a call
/// during it returns at once and makes that run look again, so that nothing queued before the call is left behind.
/// </summary>
internal sealed partial class SendQueuedMail(
    OutboxQueue queue,
    DeliveryLane lane,
    IMailTransport transport,
    RateLimit rate,
    SendingStop stop,
    IWakeDelivery wake,
    IOptions<DeliveryOptions> options,
    ILogger<SendQueuedMail> logger)
{
    private const short Urgent = 1;
    private const short Everything = short.MaxValue;

    private int _calls;

    /// <returns>What went out. <see cref="DeliveryOutcome.MoreWaiting"/> after <see cref="DeliveryOptions.RunSeconds"/>; the next run has been asked for then.</returns>
    /// <exception cref="MailServerException">A lane could not go on. Thrown at the end, when the other lanes have done what they could.</exception>
    [AutomaticRetry(Attempts = 0)] // The next tick of its schedule is the retry.
    public async Task<DeliveryOutcome> RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _calls) > 1)
        {
            return DeliveryOutcome.None;
        }

        var began = Stopwatch.GetTimestamp();
        var outcome = DeliveryOutcome.None;
        bool calledMeanwhile;
        try
        {
            do
            {
                var answered = Volatile.Read(ref _calls);
                outcome += await RunOnceAsync(HasTime, cancellation);
                calledMeanwhile = Interlocked.CompareExchange(ref _calls, 0, answered) != answered;
            }
            while (calledMeanwhile && HasTime());
        }
        catch
        {
            Interlocked.Exchange(ref _calls, 0);
            throw;
        }

        if (calledMeanwhile)
        {
            Interlocked.Exchange(ref _calls, 0);
            outcome = outcome with { MoreWaiting = true };
        }

        if (outcome.MoreWaiting)
        {
            wake.Wake();
        }

        return outcome;

        bool HasTime() => Stopwatch.GetElapsedTime(began).TotalSeconds < options.Value.RunSeconds;
    }

    private async Task<DeliveryOutcome> RunOnceAsync(Func<bool> hasTime, CancellationToken cancellation)
    {
        var stale = new DeliveryOutcome { Stale = await queue.CloseStaleAsync(cancellation) };
        var leastUrgent = await stop.IsOnAsync(cancellation) ? Urgent : Everything;
        if (!await queue.AnyWaitingAsync(leastUrgent, cancellation))
        {
            return stale;
        }

        var reports = await RunLanesAsync(leastUrgent, hasTime, cancellation);
        await rate.SweepAsync(cancellation);
        var outcome = reports.Aggregate(stale, (sum, report) => sum + report.Outcome) with { MoreWaiting = await queue.AnyWaitingAsync(leastUrgent, cancellation) };
        Log.Done(logger, outcome);
        return reports.Select(r => r.Trouble).FirstOrDefault(t => t is not null) is { } trouble ? throw new MailServerException(trouble, outcome) : outcome;
    }

    /// <summary>One lane is kept for urgent mails as long as others are busy with weeks; a single lane serves all.</summary>
    private async Task<IReadOnlyList<LaneReport>> RunLanesAsync(short rest, Func<bool> hasTime, CancellationToken cancellation)
    {
        var kept = transport.Lanes > 1 ? 1 : 0;
        var forEverything = RunAsync(transport.Lanes - kept, rest, Task.CompletedTask);
        var forUrgent = RunAsync(kept, Urgent, forEverything);
        return (await Task.WhenAll(forEverything, forUrgent)).SelectMany(reports => reports).ToList();

        Task<LaneReport[]> RunAsync(int count, short leastUrgent, Task others) =>
            Task.WhenAll(Enumerable.Range(0, count).Select(_ => lane.RunAsync(leastUrgent, hasTime, others, cancellation)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Delivery: {Outcome}.")]
        public static partial void Done(ILogger logger, DeliveryOutcome outcome);
    }
}

/// <summary>Mail waits because the server, or our account there, does not work. Holds no address.</summary>
internal sealed class MailServerException(string trouble, DeliveryOutcome outcome) : Exception($"Mail waits: {trouble} ({outcome})")
{
    /// <summary>What the run did all the same.</summary>
    public DeliveryOutcome Outcome { get; } = outcome;
}
