using System.Diagnostics;
using System.Globalization;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.Benchmarks.WholeRun;

/// <summary>
/// A Sunday: everybody's week is due, the real worker plans, stores, renders and sends it. In the same run, with mails of the same size, what
/// the mail server could take at most, and what a mailer without a database does.
/// </summary>
internal static class WholeRunCommand
{
    public const string Name = "week";

    private const int Weeks = 8;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = WholeRunOptions.Read(args);
        await Console.Error.WriteLineAsync($"{options.Subscribers:N0} people with {Weeks} weeks behind them …");
        await using var crowd = await CrowdOfCopies.MakeAsync(options.Subscribers, Weeks);
        await using var sink = await SmtpSink.StartAsync(new() { Forgets = true });

        var limit = await MailLimit.MeasureAsync(sink.Port, options.Subscribers, options.Lanes, crowd.MailBytes);
        var peer = await MailPeer.MeasureAsync(sink.Port, options.Subscribers, options.Lanes, crowd.MailBytes);
        var ours = await OursAsync(crowd, sink, options);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Subscribers:N0} people, {options.Lanes} lanes, mails of {crowd.MailBytes / 1024.0:F0} KiB, {Environment.ProcessorCount} cores"));
        Console.WriteLine();
        Console.WriteLine("| | mails/s | of the limit | mails per CPU second | peak memory |");
        Console.WriteLine("|---|---|---|---|---|");
        Row("smtp-source: nothing but SMTP (the limit)", limit, limit);
        Row("RunBackCare: plan, store, render, send, mark", ours.Sending, limit);
        if (peer is { } other)
        {
            Row("nodemailer + Liquid: render and send, no database", other, limit);
        }

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"All planned after {ours.PlannedAfter:F1} s, all sent after {ours.Sending.Seconds:F1} s. The database took {ours.DatabaseSeconds:F1} s of processor time beside the worker's {ours.Sending.ProcessorSeconds:F1} s, and its sessions were at work or waiting for {ours.BusySeconds:F1} s."));
        return 0;
    }

    private static void Row(string name, Measured measured, Measured limit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {measured.PerSecond:N0} | {measured.PerSecond / limit.PerSecond:F2} | {measured.PerProcessorSecond:N0} | {(measured.PeakMegabytes == 0 ? "" : $"{measured.PeakMegabytes} MiB")} |"));

    private static async Task<(Measured Sending, double PlannedAfter, double DatabaseSeconds, double BusySeconds)> OursAsync(CrowdOfCopies crowd, SmtpSink sink, WholeRunOptions options)
    {
        var server = crowd.ServerId();
        var (busyBefore, databaseBefore) = (await BusyAsync(crowd), ProcessMeter.ServerProcessorSeconds(server));
        var clock = Stopwatch.StartNew();
        await using var worker = await WorkerProcess.StartAsync(
            crowd.Settings.SendingTo(sink).With("RunBackCare__Smtp__Lanes", options.Lanes).With("RunBackCare__Smtp__MessagesPerConnection", 1000), options.Program);
        double? planned = null;
        await Wait.UntilAsync(
            "everybody has their mail",
            async () =>
            {
                if (planned is null && await crowd.NumberAsync("select count(*) from (select 1 from subscribers where next_plan_at <= now() limit 1) due") == 0)
                {
                    planned = clock.Elapsed.TotalSeconds;
                }

                return planned is not null
                    && await crowd.NumberAsync("select count(*) from (select 1 from outbox where state in ('queued', 'sending', 'deferred', 'uncertain') limit 1) open") == 0;
            },
            () => worker.Output);
        var seconds = clock.Elapsed.TotalSeconds;
        var sent = await crowd.NumberAsync("select count(*) from outbox where state = 'sent'");
        return (new((int)sent, seconds, ProcessMeter.ProcessorSeconds(worker.Id), ProcessMeter.PeakMegabytes(worker.Id)), planned!.Value, ProcessMeter.ServerProcessorSeconds(server) - databaseBefore, await BusyAsync(crowd) - busyBefore);
    }

    /// <summary>Seconds that sessions spent at work, waiting for locks and for the disk included.</summary>
    private static async Task<double> BusyAsync(CrowdOfCopies crowd) =>
        await crowd.NumberAsync("select (active_time * 1000)::bigint from pg_stat_database where datname = current_database()") / 1_000_000.0;
}

/// <param name="Seconds">From start to the last mail, the start of the program included.</param>
/// <param name="PeakMegabytes">0 where it was not measured.</param>
internal sealed record Measured(int Mails, double Seconds, double ProcessorSeconds, int PeakMegabytes)
{
    public double PerSecond => Mails / Seconds;

    public double PerProcessorSecond => Mails / ProcessorSeconds;
}

/// <param name="Program">The worker as it was published; null for the one that was built beside the benchmarks.</param>
internal sealed record WholeRunOptions(int Subscribers, int Lanes, string? Program)
{
    private const string Usage = "week [--subscribers 10000] [--lanes 4] [--published FOLDER]";

    /// <exception cref="ArgumentException">An option is unknown or no number.</exception>
    public static WholeRunOptions Read(IReadOnlyList<string> args)
    {
        var options = new WholeRunOptions(10_000, 4, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            options = (args[i], args.ElementAtOrDefault(i + 1)) switch
            {
                ("--subscribers", { } number) => options with { Subscribers = Number(args[i], number) },
                ("--lanes", { } number) => options with { Lanes = Number(args[i], number) },
                ("--published", { } folder) => options with { Program = Path.GetFullPath(Path.Combine(folder, "runbackcare.dll")) },
                _ => throw new ArgumentException($"{args[i]} is unknown, or nothing follows it. {Usage}", nameof(args)),
            };
        }

        return options;
    }

    private static int Number(string option, string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new ArgumentException($"{option} needs a number from 1. {Usage}", nameof(text));
}
