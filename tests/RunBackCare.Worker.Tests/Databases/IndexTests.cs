using Npgsql;
using RunBackCare.Testing.Databases;

namespace RunBackCare.Worker.Tests.Databases;

/// <summary>What is asked every few seconds reads what is open, however much is done.</summary>
public sealed class IndexTests
{
    private const string ManyPeople =
        """
        insert into subscribers (address, address_key, name, zone, send_day, send_at, state, profile, seed, token_version, plan_failures, created_at, next_plan_at)
        select n || '@example.org', n || '@example.org', 'n', 'UTC', 'sunday', '17:00', 'active', '{}', n, 0, 0, now(),
            case when n % 10 = 0 then null else now() + n * interval '1 minute' - interval '1 day' end
        from generate_series(1, 20000) as n
        """;

    private const string ManyMails =
        """
        insert into outbox (id, subscriber_id, kind, cause, priority, state, attempts, not_before, message_id, created_at)
        select gen_random_uuid(), (select min(id) from subscribers), 'week', n, n % 3, case when n % 20 = 0 then 'queued' else 'sent' end, 0, now() - n * interval '1 second', n, now()
        from generate_series(1, 40000) as n
        """;

    [Fact]
    public async Task Who_is_due_is_read_from_the_index_in_order()
    {
        await using var database = await FilledAsync(ManyPeople);

        var plan = await ExplainAsync(database, "select id from subscribers where next_plan_at <= now() order by next_plan_at limit 200 for update skip locked");

        Assert.Contains("Index Scan using ix_subscribers_due", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_go_out_is_read_from_the_index_in_order_of_urgency()
    {
        await using var database = await FilledAsync(ManyPeople, ManyMails);

        var plan = await ExplainAsync(
            database,
            """
            select id from outbox
            where state in ('queued', 'sending', 'deferred', 'uncertain') and priority <= 2 and not_before <= now()
              and (state <> 'sending' or lease_until < now()) and (stale_at is null or stale_at > now())
            order by priority, not_before
            limit 20
            for update skip locked
            """);

        Assert.Contains("Index Scan using ix_outbox_open", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rows_of_one_week_revision_or_cause_cannot_be()
    {
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();

        var unique = await RowsAsync(database, "select indexdef from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'");

        Assert.Contains(unique, index => index.EndsWith("ON public.weeks USING btree (subscriber_id, starts_on, revision)", StringComparison.Ordinal));
        Assert.Contains(unique, index => index.EndsWith("ON public.outbox USING btree (cause)", StringComparison.Ordinal));
        Assert.Contains(unique, index => index.EndsWith("ON public.subscribers USING btree (address_key)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_week_begins_on_a_Monday_also_for_those_who_write_SQL_by_hand()
    {
        await using var database = await FilledAsync(ManyPeople);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RowsAsync(
            database,
            """
            insert into weeks (id, subscriber_id, starts_on, revision, because, plan, facts, decision, policy_version, content_hash, created_at)
            select 1, min(id), '2026-12-01', 1, 'due', '{}', '{}', 'hold', '2026.1', 'c', now() from subscribers
            """));

        Assert.Equal("ck_weeks_monday", refusal.ConstraintName);
    }

    private static async Task<TestDatabase> FilledAsync(params string[] fill)
    {
        var database = await TestPostgres.CreateMigratedDatabaseAsync();
        foreach (var sql in fill.Append("analyze"))
        {
            await RowsAsync(database, sql);
        }

        return database;
    }

    private static async Task<string> ExplainAsync(TestDatabase database, string sql) => string.Join('\n', await RowsAsync(database, $"explain {sql}"));

    private static async Task<List<string>> RowsAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
