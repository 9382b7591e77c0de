using NodaTime;
using Npgsql;
using RunBackCare.Testing.Databases;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Databases;

/// <summary>What is asked every few seconds touches as many pages for many people as for few; an index a level higher costs a page more.</summary>
public sealed class BufferTests(ITestOutputHelper output)
{
    private const int LevelsMore = 2;

    // Fewer fit into so few pages that PostgreSQL may take them another way.
    private const int Few = 10_000;

    private static readonly int Many = Scale.Of(usual: 40_000, full: 1_000_000);

    [Fact]
    public async Task Who_is_due_costs_the_same_for_many_as_for_few()
    {
        var (few, many) = (await DueAsync(Few), await DueAsync(Many));

        output.WriteLine($"{few} buffers at {Few:N0} people, {many} at {Many:N0}.");
        Assert.InRange(many, few - LevelsMore, few + LevelsMore);
    }

    [Fact]
    public async Task What_may_go_out_costs_the_same_among_many_as_among_few()
    {
        var (few, many) = (await ClaimAsync(Few), await ClaimAsync(Many));

        output.WriteLine($"{few} buffers at {Few:N0} mails waiting and as many sent, {many} at {Many:N0}.");
        Assert.InRange(many, few - LevelsMore, few + LevelsMore);
    }

    private static async Task<long> DueAsync(int people)
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var connection = await FilledAsync(database, $"""
            insert into subscribers (address, address_key, name, zone, send_day, send_at, state, profile, seed, token_version, plan_failures, created_at, next_plan_at)
            select n || '@example.org', n || '@example.org', 'n', 'UTC', 'sunday', '17:00', 'active', '{People}', n, 0, 0, now(),
                now() - interval '1 day' + n * interval '1 millisecond'
            from generate_series(1, {people}) as n
            """);
        return await Buffers.OfAsync(connection, $"select id from subscribers where next_plan_at <= now() order by next_plan_at limit {PlanDueWeeks.BatchSize} for update skip locked");
    }

    private static async Task<long> ClaimAsync(int mails)
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var connection = await FilledAsync(
            database,
            """
            insert into subscribers (address, address_key, name, zone, send_day, send_at, state, profile, seed, token_version, plan_failures, created_at)
            values ('n', 'n', 'n', 'UTC', 'sunday', '17:00', 'active', '{}', 1, 0, 0, now())
            """,
            $"""
            insert into outbox (id, subscriber_id, kind, cause, priority, state, attempts, not_before, message_id, created_at)
            select gen_random_uuid(), (select min(id) from subscribers), 'week', n, 2, case when n % 2 = 0 then 'queued' else 'sent' end, 0,
                now() - interval '1 day' + n * interval '1 millisecond', n, now()
            from generate_series(1, {2 * mails}) as n
            """);
        return await Buffers.OfAsync(
            connection, OutboxQueue.Claim, (short)2, 20, Guid.NewGuid(), Duration.FromMinutes(5), SystemClock.Instance.GetCurrentInstant());
    }

    // As wide as a profile is.
    private static string People => $$"""{"filler":"{{new string('x', 400)}}"}""";

    private static async Task<NpgsqlConnection> FilledAsync(TestDatabase database, params string[] fill)
    {
        var connection = await DatabaseServices.DataSource(database.ConnectionString).OpenConnectionAsync();
        foreach (var sql in fill.Append("vacuum analyze"))
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }

        return connection;
    }
}
