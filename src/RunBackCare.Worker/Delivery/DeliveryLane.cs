using Microsoft.Extensions.Options;
using Npgsql;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Delivery.Rates;
using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Delivery.Transports;
using RunBackCare.Worker.Telemetry;

namespace RunBackCare.Worker.Delivery;

/// <summary>Claims a few mails, writes and sends them one by one, and again, until nothing is left to claim.</summary>
internal sealed partial class DeliveryLane(
    OutboxQueue queue,
    ILetterWriter writer,
    IMailTransport transport,
    RateLimit rate,
    IOptions<DeliveryOptions> options,
    ILogger<DeliveryLane> logger)
{
    /// <summary>So many mails in a row that failed by the server's or our own doing end the lane: the next thousand would fare the same.</summary>
    private const int MostTroublesInARow = 3;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly DeliveryOptions _options = options.Value;

    /// <param name="leastUrgent">Highest priority number this lane takes.</param>
    /// <param name="mayClaim">Asked before each claim.</param>
    /// <param name="others">While they work, an empty queue is looked at again instead of ending the lane.</param>
    public async Task<LaneReport> RunAsync(short leastUrgent, Func<bool> mayClaim, Task others, CancellationToken cancellation)
    {
        await using var lane = transport.CreateLane();
        var way = new Way(lane);
        var report = new LaneReport(DeliveryOutcome.None, null);
        while (mayClaim() && report.Trouble is null)
        {
            cancellation.ThrowIfCancellationRequested();

            // Asked before the claim: what is queued while others still work is found by the last look.
            var alone = others.IsCompleted;
            var lease = Guid.NewGuid();
            var mails = await queue.ClaimAsync(lease, _options.Lease, leastUrgent, rate.MostToClaim(_options.ClaimSize), cancellation);
            if (mails.Count > 0)
            {
                report = report.Then(await WorkThroughAsync(new Batch(lease, mails), way, cancellation));
            }
            else if (alone)
            {
                break;
            }
            else
            {
                await Task.WhenAny(others, Task.Delay(LookAgain, cancellation));
            }
        }

        return report;
    }

    private async Task<LaneReport> WorkThroughAsync(Batch batch, Way way, CancellationToken cancellation)
    {
        try
        {
            return await SendAsync(batch, await writer.PrepareAsync(batch.Mails, cancellation), way, cancellation);
        }
        catch (OperationCanceledException)
        {
            await queue.ReleaseAsync(batch.Lease, null, TimeSpan.Zero, CancellationToken.None);
            throw;
        }
        catch (Exception fault) when (fault is not NpgsqlException)
        {
            // A fault of ours: the job fails and shows it, and meanwhile these mails do not stand in the way of all others.
            await queue.ReleaseAsync(batch.Lease, $"sending failed: {fault.GetType().Name}", _options.BackoffAfter(1), CancellationToken.None);
            throw;
        }
    }

    private async Task<LaneReport> SendAsync(Batch batch, WriteLetter write, Way way, CancellationToken cancellation)
    {
        var report = new LaneReport(DeliveryOutcome.None, null);
        foreach (var mail in batch.Mails)
        {
            cancellation.ThrowIfCancellationRequested();

            // Missing: the person was erased since the claim, and the row with them.
            if (write(mail) is not { } written)
            {
                continue;
            }

            if (written is WrittenLetter.Faulty faulty)
            {
                report = report.Then(await PutAsideAsync(mail, batch.Lease, faulty.Why, cancellation));
                continue;
            }

            if (await way.Lane.OpenAsync(cancellation) is { } closed)
            {
                // The wait keeps what this lane held away from a dead server; what nobody claimed stays as it is.
                await queue.ReleaseAsync(batch.Lease, closed.Text, _options.BackoffAfter(1), CancellationToken.None);
                return report with { Trouble = closed.Text };
            }

            var (letter, templates) = (WrittenLetter.Ready)written;
            if (await rate.WaitAsync(mail.Priority, Domain(letter.EnvelopeTo), cancellation) is { } aside)
            {
                await queue.SettleAsync(mail.Id, batch.Lease, mail.Attempts == 0 ? DeliveryState.Queued : DeliveryState.Deferred, null, aside, null, cancellation);
                continue;
            }

            var clearance = await queue.ClearAsync(mail.Id, batch.Lease, _options.Lease, cancellation);
            if (clearance != Clearance.Go)
            {
                report = report.Then(clearance);
                continue;
            }

            var result = await way.Lane.SendAsync(mail.Id, letter, cancellation);
            report = report.Then(await SettleAsync(mail, batch.Lease, Settlement.Of(result, mail.Attempts + 1, _options), templates));
            way.TroublesInARow = SmtpVerdict.IsTrouble(result) ? way.TroublesInARow + 1 : 0;
            if (way.TroublesInARow == MostTroublesInARow)
            {
                await queue.ReleaseAsync(batch.Lease, null, _options.BackoffAfter(1), CancellationToken.None);
                return report with { Trouble = TextOf(result) };
            }
        }

        return report;
    }

    private async Task<DeliveryOutcome> PutAsideAsync(ClaimedMail mail, Guid lease, string why, CancellationToken cancellation)
    {
        var clearance = await queue.ClearAsync(mail.Id, lease, _options.Lease, cancellation);
        return clearance == Clearance.Go
            ? await SettleAsync(mail, lease, Settlement.OfFault(why, mail.Attempts + 1, _options), templates: null)
            : LaneReport.Count(clearance);
    }

    /// <summary>Not to be cancelled: what became of a mail is known now and only here.</summary>
    private async Task<DeliveryOutcome> SettleAsync(ClaimedMail mail, Guid lease, Settlement settlement, string? templates)
    {
        if (await queue.SettleAsync(mail.Id, lease, settlement.State, settlement.Error, settlement.Wait, templates, CancellationToken.None))
        {
            Instruments.CountMail(settlement.State);
            return LaneReport.Count(settlement.State);
        }

        Log.LeaseLost(logger, mail.Id, settlement.State);
        return DeliveryOutcome.None;
    }

    private static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    private static string TextOf(SendResult result) => result switch
    {
        SendResult.Deferred deferred => deferred.Text,
        SendResult.Broken broken => broken.Text,
        SendResult.Uncertain uncertain => uncertain.Text,
        _ => "",
    };

    private sealed class Way(IMailLane lane)
    {
        public IMailLane Lane { get; } = lane;

        public int TroublesInARow { get; set; }
    }

    private sealed record Batch(Guid Lease, IReadOnlyList<ClaimedMail> Mails);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Mail {Id} became {State}, but its lease had run out: it may go out again under the same Message-ID.")]
        public static partial void LeaseLost(ILogger logger, Guid id, DeliveryState state);
    }
}

/// <param name="Trouble">Why the lane ended early; null when it ran to the end.</param>
internal sealed record LaneReport(DeliveryOutcome Outcome, string? Trouble)
{
    public LaneReport Then(LaneReport next) => new(Outcome + next.Outcome, next.Trouble);

    public LaneReport Then(DeliveryOutcome next) => this with { Outcome = Outcome + next };

    public LaneReport Then(Clearance withheld) => Then(Count(withheld));

    public static DeliveryOutcome Count(Clearance withheld) => withheld switch
    {
        Clearance.Stale => new() { Stale = 1 },
        Clearance.Cancelled => new() { Cancelled = 1 },
        _ => DeliveryOutcome.None,
    };

    public static DeliveryOutcome Count(DeliveryState state) => state switch
    {
        DeliveryState.Sent => new() { Sent = 1 },
        DeliveryState.Refused => new() { Refused = 1 },
        DeliveryState.Uncertain => new() { Uncertain = 1 },
        _ => new() { Deferred = 1 },
    };
}
