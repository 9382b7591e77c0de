using System.Collections.Immutable;
using Hangfire;
using Hangfire.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Admin;

/// <summary>What an admin wants to know in the morning: did this week's mails go out, and if not, why. IDs only, nobody's address or pain.</summary>
internal sealed record Mails
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
}

internal sealed record PlanFault(long SubscriberId, string Why, int Failures, Instant? NextTry);

internal sealed record NextRun(string Job, Instant? At, Instant? Last, string? LastState);

internal sealed class MailsOverview(IDbContextFactory<RunBackCareDb> contexts, NpgsqlDataSource database, JobStorage storage, IClock clock)
{
    private const int MostFaults = 50;

    public async Task<Mails> ReadAsync(CancellationToken cancellation)
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
        };
    }

    private static Task<List<PlanFault>> PlanFaultsAsync(RunBackCareDb db, CancellationToken cancellation) =>
        db.Subscribers.Where(s => s.PlanError != null).OrderByDescending(s => s.PlanFailures).ThenBy(s => s.Id).Take(MostFaults)
            .Select(s => new PlanFault(s.Id, s.PlanError!, s.PlanFailures, s.NextPlanAt)).ToListAsync(cancellation);

    private ImmutableArray<NextRun> NextRuns()
    {
        using var connection = storage.GetConnection();
        return [.. connection.GetRecurringJobs().OrderBy(job => job.NextExecution).Select(job =>
            new NextRun(job.Id, AsInstant(job.NextExecution), AsInstant(job.LastExecution), job.LastJobState))];
    }

    private static Instant? AsInstant(DateTime? utc) => utc is { } at ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
}
