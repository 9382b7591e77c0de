using System.Collections.Immutable;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Admin.Mails;

/// <summary>What an admin wants to know in the morning: did this week's mails go out, and if not, why. IDs only, nobody's address or pain.</summary>
internal sealed record MailsNow
{
    public required Instant At { get; init; }

    /// <summary>Monday of the week that counts as this one, in UTC.</summary>
    public required LocalDate Week { get; init; }

    public required int Subscribers { get; init; }

    /// <summary>People with a plan for this week or a later one.</summary>
    public required int Planned { get; init; }

    public required DeliveryCounts Delivery { get; init; }

    /// <summary>Of everyone whose planning failed last time; <see cref="PlanFaults"/> names the worst of them.</summary>
    public required int Unplanned { get; init; }

    public required ImmutableArray<PlanFault> PlanFaults { get; init; }

    public required ImmutableArray<NextRun> NextRuns { get; init; }

    /// <summary>The newest mails that have a problem, the newest first.</summary>
    public required ImmutableArray<TroubledMail> Troubled { get; init; }

    public required ImmutableArray<WeekOfMails> Weeks { get; init; }

    /// <summary>What the operator was told of and nobody has looked at, but for safety signs, which have a page of their own.</summary>
    public required ImmutableArray<Alert> Alerts { get; init; }
}

internal sealed record PlanFault(long SubscriberId, string Why, int Failures, Instant? NextTry);

/// <param name="SubscriberId">Null where it is to the operator.</param>
internal sealed record TroubledMail(Guid Id, long? SubscriberId, MailKind Kind, DeliveryState State, string? Why, Instant At);

internal sealed record NextRun(string Job, Instant? At, Instant? Last, string? LastState);

internal sealed class MailsOverview(IDbContextFactory<RunBackCareDb> contexts, NpgsqlDataSource database, EightWeeks weeks, JobStorage storage, IClock clock)
{
    private const int MostFaults = 50;
    private const int MostTroubled = 25;
    private const int MostAlerts = 25;

    public async Task<MailsNow> ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var week = DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(now.InUtc().Date);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new()
        {
            At = now,
            Week = week,
            Subscribers = await db.Subscribers.CountAsync(s => s.State == SubscriberState.Active, cancellation),
            Planned = await db.Weeks.Where(w => w.StartsOn >= week).Select(w => w.SubscriberId).Distinct().CountAsync(cancellation),
            Delivery = await DeliveryCounts.ReadAsync(database, cancellation),
            Unplanned = await db.Subscribers.CountAsync(s => s.PlanError != null, cancellation),
            PlanFaults = [.. await PlanFaultsAsync(db, cancellation)],
            NextRuns = NextRuns(),
            Troubled = [.. await TroubledAsync(db, cancellation)],
            Weeks = await weeks.ReadAsync(cancellation),
            Alerts = [.. await db.Alerts.AsNoTracking().Where(a => a.SeenAt == null && a.Kind != AlertKind.Safety).OrderByDescending(a => a.Id).Take(MostAlerts).ToListAsync(cancellation)],
        };
    }

    private static Task<List<PlanFault>> PlanFaultsAsync(RunBackCareDb db, CancellationToken cancellation) =>
        db.Subscribers.Where(s => s.PlanError != null).OrderByDescending(s => s.PlanFailures).ThenBy(s => s.Id).Take(MostFaults)
            .Select(s => new PlanFault(s.Id, s.PlanError!, s.PlanFailures, s.NextPlanAt)).ToListAsync(cancellation);

    private static Task<List<TroubledMail>> TroubledAsync(RunBackCareDb db, CancellationToken cancellation) =>
        db.Outbox.Where(m => m.State == DeliveryState.Refused || m.State == DeliveryState.Deferred || m.State == DeliveryState.Uncertain)
            .OrderByDescending(m => m.Id).Take(MostTroubled)
            .Select(m => new TroubledMail(m.Id, m.SubscriberId, m.Kind, m.State, m.LastError, m.CreatedAt)).ToListAsync(cancellation);

    private ImmutableArray<NextRun> NextRuns()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(job => job.NextExecution).Select(job =>
            new NextRun(job.Id, AsInstant(job.NextExecution), AsInstant(job.LastExecution), job.LastJobState))];
    }

    private static Instant? AsInstant(DateTime? utc) => utc is { } at ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
}
