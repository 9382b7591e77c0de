using System.Collections.Immutable;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Telemetry;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>
/// Job: plans the week of everyone who is due, and queues its mail. Week, mail and the next due moment are stored together or not at all.
/// Any number of processes may run it at once.
/// </summary>
internal sealed partial class PlanDueWeeks(
    IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, NewMails mails, IWakeDelivery delivery, IClock clock, ILogger<PlanDueWeeks> log)
{
    /// <summary>Enough to share the way to the database; more would only hold half a year of more people in memory.</summary>
    internal const int BatchSize = 50;
    private const string BatchPoint = "batch";
    private const string PersonPoint = "person";

    /// <exception cref="PlanningFaults">Somebody could not be planned for. Thrown when all others have been served.</exception>
    [AutomaticRetry(Attempts = 0)] // The next tick of its schedule is the retry.
    public Task<PlanningOutcome> RunAsync(CancellationToken cancellation) => RunAsync(progress: null, cancellation);

    /// <inheritdoc cref="RunAsync(CancellationToken)"/>
    /// <param name="progress">Told the sum so far after each batch.</param>
    public async Task<PlanningOutcome> RunAsync(IProgress<PlanningOutcome>? progress, CancellationToken cancellation)
    {
        var sum = default(PlanningOutcome);
        while (await PlanBatchAsync(cancellation) is { People: > 0 } batch)
        {
            sum += batch;
            progress?.Report(sum);
            if (batch.Queued > 0)
            {
                delivery.Wake();
            }
        }

        return sum.Failed == 0 ? sum : throw new PlanningFaults(sum);
    }

    private async Task<PlanningOutcome> PlanBatchAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var claimed = await DueClaim.ClaimAsync(db, now, BatchSize, cancellation);
        if (claimed.IsEmpty)
        {
            return default;
        }

        await transaction.CreateSavepointAsync(BatchPoint, cancellation);
        PlanningOutcome outcome;
        try
        {
            outcome = await PlanAsync(db, claimed, now, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await transaction.RollbackToSavepointAsync(BatchPoint, cancellation);
            outcome = await PlanOneByOneAsync(db, claimed, now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        Instruments.CountWeeks(outcome.Planned, outcome.Failed);
        return outcome;
    }

    /// <summary>What a batch cannot do together it does one by one, so that whoever is at fault stops nobody else.</summary>
    private async Task<PlanningOutcome> PlanOneByOneAsync(RunBackCareDb db, ImmutableArray<long> claimed, Instant now, CancellationToken cancellation)
    {
        var transaction = db.Database.CurrentTransaction!;
        var sum = default(PlanningOutcome);
        foreach (var id in claimed)
        {
            db.ChangeTracker.Clear();
            await transaction.CreateSavepointAsync(PersonPoint, cancellation);
            try
            {
                sum += await PlanAsync(db, [id], now, cancellation);
                await transaction.ReleaseSavepointAsync(PersonPoint, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                await transaction.RollbackToSavepointAsync(PersonPoint, cancellation);
                await StoreFaultAsync(db, id, PlanFault.Describe(fault), now, cancellation);
                sum += new PlanningOutcome { Failed = 1 };
            }
        }

        return sum;
    }

    private async Task<PlanningOutcome> PlanAsync(RunBackCareDb db, ImmutableArray<long> claimed, Instant now, CancellationToken cancellation)
    {
        var sum = default(PlanningOutcome);
        var faults = new List<(long Id, string Fault)>();
        foreach (var person in await PersonFacts.LoadAsync(db, claimed, planner.Policy.MemoryWeeks, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                sum += await PlanAsync(db, person, now, cancellation);
            }
            catch (Exception fault) when (fault is not (OperationCanceledException or DbUpdateException))
            {
                faults.Add((person.Subscriber.Id, PlanFault.Describe(fault)));
            }
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (id, fault) in faults)
        {
            await StoreFaultAsync(db, id, fault, now, cancellation);
        }

        return sum + new PlanningOutcome { Failed = faults.Count };
    }

    /// <summary>Nothing is added or changed before all that may fail has been done.</summary>
    private async Task<PlanningOutcome> PlanAsync(RunBackCareDb db, PlannedPerson person, Instant now, CancellationToken cancellation)
    {
        var subscriber = person.Subscriber;
        if (person.Due(now) is not { } due)
        {
            person.PutOff(now);
            return new() { Moved = 1 };
        }

        var facts = person.FactsFor(due, now);
        var week = WeekRow.Of(subscriber.Id, facts, planner.Plan(facts), "due", planner, now);
        var staleAt = PlanSchedule.StaleAt(due.FirstDay, person.Slot.Zone);
        person.EndHoldThatIsOver(facts.FirstDay, planner.Policy);
        person.Settle(due, now);
        await db.Weeks.AddAsync(week, cancellation);
        if (week.Plan.Days.IsEmpty && !FallsSilent(person, week.Plan))
        {
            return new() { Planned = 1 };
        }

        db.Outbox.Add(week.Plan.Days.IsEmpty ? mails.Silence(week, staleAt, now) : mails.Week(week, staleAt, now));
        return new() { Planned = 1, Queued = 1 };
    }

    /// <summary>The first week that is left empty because nobody answers: told once, and then nothing more is written.</summary>
    private static bool FallsSilent(PlannedPerson person, PlannedWeek plan) => plan.IsPausedForSilence && person.Weeks is not [.., { Paused: true }];

    /// <summary>Written past the loaded row, because that row may be what is at fault.</summary>
    private async Task StoreFaultAsync(RunBackCareDb db, long id, string fault, Instant now, CancellationToken cancellation)
    {
        var failures = 1 + await db.Subscribers.Where(s => s.Id == id).Select(s => s.PlanFailures).SingleAsync(cancellation);
        await db.Subscribers.Where(s => s.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.PlanError, fault)
                .SetProperty(s => s.PlanFailures, failures)
                .SetProperty(s => s.NextPlanAt, now + PlanFault.RetryAfter(failures)),
            cancellation);
        Log.Failed(log, id, failures, fault);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Subscriber {Id} could not be planned for ({Failures} in a row): {Fault}")]
        public static partial void Failed(ILogger log, long id, int failures, string fault);
    }
}
