using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Subscribers.Preferences;

/// <summary>A held person states that a clinician has seen them for this and said that they may run: the hold ends, and the way back is walking first.</summary>
internal sealed class StateClearance(
    IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, WeekRevisions revisions, NewMails mails, IWakeDelivery delivery, IWakePlanning planning, IClock clock)
{
    /// <returns>False where nothing holds, or the person is under age, which no statement lifts.</returns>
    public async Task<bool> RunAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } person || !SafetyHolds.IsHeld(person) || IsUnderAge(person, now))
        {
            return false;
        }

        var today = now.InZone(SendSlot.Of(person).Zone).Date;
        var paused = await db.Pauses.AnyAsync(p => p.SubscriberId == person.Id && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today), cancellation);
        SafetyHolds.Lift(db, person, today, paused, "subscriber", now);
        person.Profile = person.Profile with { Screening = [.. person.Profile.Screening.Select(s => s.Cleared is null ? s with { Cleared = today } : s)] };
        await db.SaveChangesAsync(cancellation);
        var planned = (await PersonFacts.LoadAsync(db, [person.Id], planner.Policy.MemoryWeeks, cancellation))[0];
        var revised = await revisions.ReviseAsync(db, planned, _ => [RevisionCause.Hold], now, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.Outbox.AddRange(revised.Where(w => !w.Plan.Days.IsEmpty).Select(w => mails.RevisedWeek(w, PlanSchedule.StaleAt(w.StartsOn, planned.Slot.Zone), now)));
        await db.RescheduleAsync(person, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        planning.Wake();
        return true;
    }

    private static bool IsUnderAge(Subscriber person, Instant now) =>
        person.Profile.Screening.Any(s => s.Name == Screening.Under18) || (person.Profile.BirthYear is { } born && now.InUtc().Year - born < 18);
}
