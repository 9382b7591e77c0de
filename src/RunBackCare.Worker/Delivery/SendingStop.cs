using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery;

/// <summary>
/// Whether the weeks wait, because a receiver has sent a mail back for how it was sent: each further one would harm our name. It ends when the
/// operator has looked, or by itself after a while, for a fault may lie on the way to one receiver alone. Answers and safety mails go on.
/// </summary>
internal sealed class SendingStop(NpgsqlDataSource database, IOptions<AlertOptions> options, IClock clock)
{
    /// <summary>What the receivers' rules for authenticated senders answer; other policies are one receiver's own.</summary>
    private static readonly string[] Statuses = ["5.7.25", "5.7.26", "5.7.27", "5.7.515"];

    private static readonly string[] Reasons = ["authfailure", "requireptr"];

    public async Task<bool> IsOnAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select exists (
                select 1
                from alerts
                join bounces on bounces.inbound_id = alerts.inbound_id
                where alerts.kind = 'own_fault'
                  and alerts.seen_at is null
                  and alerts.at > $1
                  and (bounces.status = any ($2) or bounces.reason = any ($3)))
            """);
        command.Parameters.Add(new() { Value = clock.GetCurrentInstant() - Duration.FromMinutes(options.Value.CooldownMinutes) });
        command.Parameters.Add(new() { Value = Statuses });
        command.Parameters.Add(new() { Value = Reasons });
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
