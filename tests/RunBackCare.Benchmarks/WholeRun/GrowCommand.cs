using System.Globalization;
using System.Text;
using NodaTime;
using Npgsql;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Benchmarks.WholeRun;

/// <summary>
/// The same Sunday with more and more people: what the worker holds in memory while it plans and sends, how many pages its two questions touch, and
/// how many bytes a person's week takes. Of large crowds only the first mails are waited for.
/// </summary>
internal static class GrowCommand
{
    public const string Name = "grow";

    private const string Usage = "grow [--mails 3000] [SUBSCRIBERS …], as in: grow 1000 100000";

    private const long BytesAPerson = 40_000;

    private static readonly string[] Tables = ["subscribers", "weeks", "outbox", "pain_reports", "session_logs"];

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var (mails, sizes) = Read(args);
        var report = new StringBuilder();
        report.AppendLine("| people | mails sent | peak memory | pages of the due query | pages of the claim | bytes a person and week: " + string.Join(", ", Tables.Skip(1)) + " |");
        report.AppendLine("|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            await Console.Error.WriteLineAsync($"{size:N0} people with a week behind them …");
            if (DiskFree() < size * BytesAPerson)
            {
                await Console.Error.WriteLineAsync($"{DiskFree() / 1_000_000_000} GB are free, and {size:N0} people may need {size * BytesAPerson / 1_000_000_000}: passed over.");
                continue;
            }

            report.AppendLine(await MeasureAsync(size, mails));
            await Console.Error.WriteLineAsync(report.ToString().Split('\n')[^2]);
        }

        Console.Write(report);
        return 0;
    }

    private static async Task<string> MeasureAsync(int size, int mails)
    {
        await using var crowd = await CrowdOfCopies.MakeAsync(size, weeks: 1);
        var due = await DueAsync(crowd);
        var claim = await ClaimAsync(crowd);
        await using var sink = await SmtpSink.StartAsync(new() { Forgets = true });
        await using var worker = await WorkerProcess.StartAsync(crowd.Settings.SendingTo(sink).With("RunBackCare__Smtp__MessagesPerConnection", 1000));
        var enough = Math.Min(size, mails);
        var sent = 0L;
        await Wait.UntilAsync("enough mails are sent", async () => (sent = await crowd.NumberAsync("select count(*) from outbox where state = 'sent'")) >= enough, () => worker.Output);
        var peak = ProcessMeter.PeakMegabytes(worker.Id);
        await worker.StopAsync();
        var bytes = await BytesAsync(crowd);
        return string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {sent:N0} | {peak} MiB | {due} | {claim} | {bytes} |");
    }

    private static async Task<long> DueAsync(CrowdOfCopies crowd)
    {
        await using var connection = await crowd.ConnectAsync();
        return await Buffers.OfAsync(connection, $"select id from subscribers where next_plan_at <= now() order by next_plan_at limit {PlanDueWeeks.BatchSize} for update skip locked");
    }

    /// <summary>With a mail waiting for each and another one sent; nothing of it stays.</summary>
    private static async Task<long> ClaimAsync(CrowdOfCopies crowd)
    {
        await using var connection = await crowd.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var fill = new NpgsqlCommand(
            """
            insert into outbox (id, subscriber_id, kind, cause, priority, state, attempts, not_before, message_id, created_at)
            select gen_random_uuid(), id, 'week', state || id, 2, state, 0, now() - interval '1 hour', id, now()
            from (select id from subscribers) s cross join (values ('sent'), ('queued')) as states (state);
            analyze outbox
            """,
            connection)
        { CommandTimeout = 0 };
        await fill.ExecuteNonQueryAsync();
        return await Buffers.OfAsync(connection, OutboxQueue.Claim, (short)2, 20, Guid.NewGuid(), Duration.FromMinutes(5), SystemClock.Instance.GetCurrentInstant());
    }

    /// <summary>Tables with their indexes and what is stored beside them, by row.</summary>
    private static async Task<string> BytesAsync(CrowdOfCopies crowd)
    {
        var bytes = new List<string>();
        foreach (var table in Tables.Skip(1))
        {
            bytes.Add(await crowd.NumberAsync($"select pg_total_relation_size('{table}') / greatest(1, (select count(*) from {table}))") is var each
                ? each.ToString("N0", CultureInfo.InvariantCulture)
                : "");
        }

        return string.Join(", ", bytes);
    }

    private static long DiskFree() => new DriveInfo(Path.GetTempPath()).AvailableFreeSpace;

    private static (int Mails, List<int> Sizes) Read(IReadOnlyList<string> args)
    {
        var numbers = args.Where(a => a != "--mails").Select(a => int.TryParse(a, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : throw new ArgumentException($"'{a}' is no number from 1. {Usage}", nameof(args))).ToList();
        return args is ["--mails", ..] && numbers is [var mails, .. var sizes] ? (mails, sizes is [] ? [1_000, 100_000] : sizes) : (3_000, numbers is [] ? [1_000, 100_000] : numbers);
    }
}
