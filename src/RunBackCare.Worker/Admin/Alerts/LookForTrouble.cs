using System.Text.RegularExpressions;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Sources;

namespace RunBackCare.Worker.Admin.Alerts;

/// <summary>Job: looks each minute for what nobody would notice by themselves, and tells the operator once. It says numbers and statuses, never whose.</summary>
internal sealed partial class LookForTrouble(
    IDbContextFactory<RunBackCareDb> contexts, Inbox.Alerts alerts, IReadOnlyList<IMailSource> sources, IWakeDelivery delivery, IClock clock)
{
    /// <summary>Any number will do, as long as it is nobody else's: "Trouble" in ASCII.</summary>
    private const long LockKey = 0x54726F75626C65;

    /// <summary>How long a due plan may wait.</summary>
    public static Duration LatestPlan { get; } = Duration.FromHours(1);

    /// <summary>How long the inbox may stay unread.</summary>
    public static Duration LatestReading { get; } = Duration.FromMinutes(15);

    /// <summary>A person whose planning keeps failing is told of once a day.</summary>
    private static readonly Duration SameFault = Duration.FromDays(1);

    /// <summary>A mailbox that has never been read counts from here.</summary>
    private readonly Instant _began = clock.GetCurrentInstant();

    /// <returns>How many alerts were raised.</returns>
    [AutomaticRetry(Attempts = 0)] // The next minute is the retry.
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Two processes that look in the same moment would both tell.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({LockKey})", cancellation);
        var now = clock.GetCurrentInstant();
        var raised = 0;
        Alert?[] found =
        [
            await OwnFaultAsync(db, now, cancellation),
            await PlansLateAsync(db, now, cancellation),
            await InboxUnreadAsync(db, now, cancellation),
            await PlannerFaultAsync(db, now, cancellation),
        ];
        foreach (var alert in found.OfType<Alert>())
        {
            raised += await alerts.RaiseAsync(db, alert, cancellation) ? 1 : 0;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        if (raised > 0)
        {
            delivery.Wake();
        }

        return raised;
    }

    private static async Task<Alert?> OwnFaultAsync(RunBackCareDb db, Instant now, CancellationToken cancellation) =>
        await db.Outbox.AsNoTracking().Where(m => m.State == DeliveryState.Deferred && m.LastError!.StartsWith(Settlement.OwnFault))
            .OrderByDescending(m => m.Id).Select(m => m.LastError).FirstOrDefaultAsync(cancellation) is { } error
            ? new() { At = now, Kind = AlertKind.OwnFault, Detail = Status.Match(error) is { Success: true, Value: var status } ? status : null }
            : null;

    private static async Task<Alert?> PlansLateAsync(RunBackCareDb db, Instant now, CancellationToken cancellation)
    {
        var before = now - LatestPlan;
        var late = await db.Subscribers.CountAsync(s => s.NextPlanAt < before && s.PlanError == null, cancellation);
        return late == 0 ? null : new() { At = now, Kind = AlertKind.PlansLate, Detail = $"{late} waiting" };
    }

    private async Task<Alert?> InboxUnreadAsync(RunBackCareDb db, Instant now, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            var looked = await db.InboxCursors.Where(c => c.Mailbox == source.Name).Select(c => c.LookedAt).SingleOrDefaultAsync(cancellation) ?? _began;
            if (now - looked > LatestReading)
            {
                return new() { At = now, Kind = AlertKind.InboxUnread };
            }
        }

        return null;
    }

    private static async Task<Alert?> PlannerFaultAsync(RunBackCareDb db, Instant now, CancellationToken cancellation)
    {
        var since = now - SameFault;
        var person = await db.Subscribers.AsNoTracking()
            .Where(s => s.PlanError != null && !db.Alerts.Any(a => a.SubscriberId == s.Id && a.Kind == AlertKind.PlannerFault && a.At > since))
            .OrderBy(s => s.Id).Select(s => (long?)s.Id).FirstOrDefaultAsync(cancellation);
        return person is { } id ? new() { At = now, Kind = AlertKind.PlannerFault, SubscriberId = id } : null;
    }

    /// <summary>The status alone: the rest of a server's words may be about somebody.</summary>
    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.None, 1000)]
    private static partial Regex Status { get; }
}
