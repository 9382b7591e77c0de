using System.Collections.Immutable;
using Hangfire.Dashboard;
using Npgsql;
using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Admin;

/// <summary>Our own numbers on Hangfire's home page. Each is one look into an index.</summary>
internal static class DashboardNumbers
{
    public static ImmutableArray<DashboardMetric> All { get; } =
    [
        Number("due", "Plans due", "select count(*) from subscribers where next_plan_at <= now()", MetricStyle.Info),
        Number("queued", "Mails waiting", "select count(*) from outbox where state in ('queued', 'sending')", MetricStyle.Info),
        Number("deferred", "Mails deferred", "select count(*) from outbox where state in ('deferred', 'uncertain')", MetricStyle.Warning),
        Number("unplanned", "Planning failed", "select count(*) from subscribers where plan_error is not null", MetricStyle.Danger),
        Number("safety", "Safety signs open", "select count(*) from safety_events where acknowledged_at is null", MetricStyle.Danger),
        Number("replies", "Replies unread", $"select count(*) from inbound_messages where handled_at is null and outcome in ({InboundMessage.WaitingWords})", MetricStyle.Warning),
    ];

    /// <param name="tone">Of a number above 0.</param>
    private static DashboardMetric Number(string name, string title, string sql, MetricStyle tone) => new($"runbackcare:{name}", title, page =>
    {
        // Hangfire renders in one go and waits for nobody.
        using var command = page.Context.GetHttpContext().RequestServices.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        var count = (long)command.ExecuteScalar()!;
        return new Metric(count) { Style = count > 0 ? tone : MetricStyle.Default, Highlighted = count > 0 && tone == MetricStyle.Danger };
    });
}
