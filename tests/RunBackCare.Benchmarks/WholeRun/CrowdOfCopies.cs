using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Worker;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Benchmarks.WholeRun;

/// <summary>
/// A database full of people with weeks behind them. The sample people live those weeks with the real worker and answer each; then they are
/// copied, with all their rows, as often as asked for.
/// </summary>
internal sealed class CrowdOfCopies : IAsyncDisposable
{
    private static readonly string[] Copied = ["weeks", "pain_reports", "session_logs"];

    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;

    private CrowdOfCopies(TestDatabase database) => (_database, _source) = (database, DatabaseServices.DataSource(database.ConnectionString));

    public WorkerSettings Settings => WorkerSettings.For(_database);

    /// <summary>Bytes of an average mail of theirs, as it goes over the wire.</summary>
    public int MailBytes { get; private set; }

    public static async Task<CrowdOfCopies> MakeAsync(int size, int weeks)
    {
        var crowd = new CrowdOfCopies(await TestPostgres.CreateMigratedDatabaseAsync());
        using var mails = new TestMailFolder();
        await RunAsync(crowd.Settings.SendingTo(mails), "import", Repository.File("deploy", "samples", "subscribers.yaml"));

        // They joined so many weeks ago, and every week since lies behind them.
        var now = SystemClock.Instance.GetCurrentInstant();
        await crowd.ExecuteAsync($"update subscribers set joined_on = joined_on - {7 * weeks}, next_plan_at = next_plan_at - interval '{weeks} weeks'");
        for (var week = weeks; week > 0; week--)
        {
            await RunAsync(crowd.Settings.SendingTo(mails), "run-due", "--at", InstantPattern.General.Format(now - Duration.FromDays(7 * week)));
            await crowd.AnswerAsync();
        }

        crowd.MailBytes = (int)mails.Files.Average(file => new FileInfo(file).Length);
        await crowd.CopyAsync(size);
        return crowd;
    }

    public async Task<long> NumberAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<string> TextAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    public async Task<NpgsqlConnection> ConnectAsync() => await _source.OpenConnectionAsync();

    /// <summary>The database server's process.</summary>
    public int ServerId() => int.Parse(
        File.ReadLines(Path.Combine(new NpgsqlConnectionStringBuilder(_database.ConnectionString).Host!, "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Everybody tells their usual pain and all done about their newest week.</summary>
    private async Task AnswerAsync()
    {
        await using var services = new ServiceCollection().AddDatabase(_database.ConnectionString).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        var people = await db.Subscribers.AsNoTracking().ToDictionaryAsync(s => s.Id);
        var told = (await db.PainReports.Select(r => new { r.SubscriberId, r.Week }).ToListAsync()).ToHashSet();
        foreach (var week in (await db.Weeks.Select(w => new { w.SubscriberId, Week = w.StartsOn }).ToListAsync()).Where(w => !told.Contains(w)))
        {
            var answered = week.Week.PlusDays(6).At(new LocalTime(16, 0));
            db.Add(new PainReportRow
            {
                SubscriberId = week.SubscriberId,
                Source = ReportSource.Reply,
                Week = week.Week,
                Day = null,
                When = ReportTime.Week,
                Site = PainSite.Back,
                Score = people[week.SubscriberId].Profile.Back.UsualPain,
                Answered = answered,
            });
            db.Add(new SessionLogRow
            {
                SubscriberId = week.SubscriberId,
                Source = ReportSource.Reply,
                Week = week.Week,
                Answered = answered,
                Log = new SessionLog.AllDone { Week = week.Week, Answered = answered },
            });
        }

        await db.SaveChangesAsync();
    }

    private async Task CopyAsync(int size)
    {
        var samples = await NumberAsync("select count(*) from subscribers where state = 'active'");
        var copies = (size + samples - 1) / samples;
        await ExecuteAsync($"""
            create table copies as
              select s.id as base, nextval(pg_get_serial_sequence('subscribers', 'id')) as copy, n
              from subscribers s cross join generate_series(1, {copies}) n
              where s.state = 'active' limit {size};
            insert into subscribers (id, address, address_key, {await ColumnsAsync("subscribers", "id", "address", "address_key")})
              overriding system value
              select c.copy, 'copy' || c.copy || '@example.org', 'copy' || c.copy || '@example.org', {await ColumnsAsync("subscribers", "id", "address", "address_key")}
              from copies c join subscribers s on s.id = c.base;
            """);
        foreach (var table in Copied)
        {
            var columns = await ColumnsAsync(table, "id", "subscriber_id");
            await ExecuteAsync($"""
                insert into {table} (id, subscriber_id, {columns})
                overriding system value
                select (select max(id) from {table}) + row_number() over (), c.copy, {columns} from copies c join {table} t on t.subscriber_id = c.base
                """);
        }

        // The originals have had their turn; the copies have theirs together.
        await ExecuteAsync("""
            delete from subscribers where id in (select distinct base from copies) or state <> 'active';
            update subscribers set next_plan_at = now() - interval '1 hour' where next_plan_at is not null;
            drop table copies;
            select setval('weeks_numbers', (select max(id) + 100 from weeks));
            """);
        await ExecuteAsync("vacuum analyze");
    }

    private Task<string> ColumnsAsync(string table, params string[] without) => TextAsync($"""
        select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
        from information_schema.columns
        where table_schema = 'public' and table_name = '{table}' and column_name not in ({string.Join(", ", without.Select(w => $"'{w}'"))})
        """);

    private static async Task RunAsync(WorkerSettings settings, params string[] arguments)
    {
        var (exitCode, output) = await WorkerProcess.RunAsync(settings, arguments);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {exitCode}: {output}");
        }
    }
}
