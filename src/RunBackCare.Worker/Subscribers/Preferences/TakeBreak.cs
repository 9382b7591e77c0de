using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Subscribers.Preferences;

/// <summary>A person stops for some days, or is ill. Nothing is planned on them, and the way back begins lower.</summary>
internal sealed class TakeBreak(
    IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, WeekRevisions revisions, NewMails mails, IWakeDelivery delivery, IWakePlanning planning, IClock clock)
{
    /// <param name="to">Last day; null until they say that they are back.</param>
    public async Task RunAsync(long subscriberId, LocalDate from, LocalDate? to, PauseCause cause, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } person)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        var today = now.InZone(SendSlot.Of(person).Zone).Date;
        db.Pauses.Add(new() { SubscriberId = person.Id, FromDay = from, ToDay = to, Cause = cause });
        if (person.State == SubscriberState.Active && from <= today && !(to < today))
        {
            person.State = SubscriberState.Paused;
        }

        db.Audit.Add(new() { At = now, Actor = "subscriber", Action = "paused", SubscriberId = person.Id });
        await db.SaveChangesAsync(cancellation);
        var planned = (await PersonFacts.LoadAsync(db, [person.Id], planner.Policy.MemoryWeeks, cancellation))[0];
        var revised = await revisions.ReviseAsync(db, planned, week => week.Plan.Paused ? [] : [RevisionCause.Edit], now, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.Outbox.AddRange(revised.Where(w => !w.Plan.Days.IsEmpty).Select(w => mails.RevisedWeek(w, PlanSchedule.StaleAt(w.StartsOn, planned.Slot.Zone), now)));
        await db.RescheduleAsync(person, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        planning.Wake();
    }
}
