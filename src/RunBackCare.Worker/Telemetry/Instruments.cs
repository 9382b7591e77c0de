using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace RunBackCare.Worker.Telemetry;

/// <summary>What the worker counts of itself. Numbers and outcomes only: no person, no address, no health.</summary>
internal static class Instruments
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "RunBackCare";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Weeks = Meter.CreateCounter<long>("runbackcare.weeks", "{week}", "Weeks planned, and people whose planning failed.");
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>("runbackcare.mails", "{mail}", "What became of each attempt to send a mail.");
    private static readonly Counter<long> Replies = Meter.CreateCounter<long>("runbackcare.replies", "{message}", "What messages that came in were taken for.");

    public static ActivitySource Source { get; } = new(Name);

    public static void CountWeeks(int planned, int failed)
    {
        Add(Weeks, planned, "planned");
        Add(Weeks, failed, "failed");
    }

    public static void CountMail<TOutcome>(TOutcome outcome)
        where TOutcome : struct, Enum => Add(Mails, 1, Word(outcome));

    public static void CountReply<TOutcome>(TOutcome outcome)
        where TOutcome : struct, Enum => Add(Replies, 1, Word(outcome));

    /// <summary>How far the worker is behind, as last looked up.</summary>
    public static void Observe(Func<Backlog> backlog)
    {
        Meter.CreateObservableGauge("runbackcare.plans.lag", () => backlog().LagSeconds, "s", "How long the oldest due week has been waiting to be planned.");
        Meter.CreateObservableGauge("runbackcare.outbox.length", () => backlog().Waiting, "{mail}", "Mails that could go out now.");
    }

    private static void Add(Counter<long> counter, long count, string outcome)
    {
        if (count > 0)
        {
            counter.Add(count, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private static string Word<TOutcome>(TOutcome outcome)
        where TOutcome : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}

/// <param name="LagSeconds">0 where nothing is due.</param>
internal sealed record Backlog(double LagSeconds, long Waiting);
