using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Admin.Safety;

/// <summary>A clinician has said yes, and an admin writes down who and when. The plan goes on as it does after the person's own word: gently, and at once.</summary>
internal sealed class ClearPerson(IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, WeekRevisions revisions, NewMails mails, IWakeDelivery delivery, IWakePlanning planning, IClock clock)
{
    /// <returns>False where there is no hold to end any more.</returns>
    public async Task<bool> RunAsync(long subscriberId, string note, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { } subscriber || !SafetyHolds.IsHeld(subscriber))
        {
            return false;
        }

        var today = now.InZone(SendSlot.Of(subscriber).Zone).Date;
        var paused = await db.Pauses.AnyAsync(p => p.SubscriberId == subscriberId && p.FromDay <= today && (p.ToDay == null || p.ToDay >= today), cancellation);
        SafetyHolds.Lift(db, subscriber, today, paused, admin, now);
        await KeepNoteAsync(db, subscriber, note.Trim(), admin, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await ReviseAsync(db, subscriber, now, cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        planning.Wake();
        return true;
    }

    /// <summary>Every sign still open is settled by it, and the note stands with the signs: it is about the person's health and goes when they go.</summary>
    private static async Task KeepNoteAsync(RunBackCareDb db, Subscriber subscriber, string note, string admin, Instant now, CancellationToken cancellation)
    {
        var signs = await db.SafetyEvents.Where(e => e.SubscriberId == subscriber.Id).OrderBy(e => e.Id).ToListAsync(cancellation);
        foreach (var sign in signs.Where(s => s.AcknowledgedAt is null))
        {
            (sign.AcknowledgedAt, sign.AcknowledgedBy) = (now, admin);
        }

        if (signs is [.., var last])
        {
            last.Note = string.IsNullOrEmpty(last.Note) ? note : $"{last.Note}\n{note}";
        }
        else if (subscriber is { HoldLevel: { } level, HoldSince: { } since })
        {
            // A hold from sign-up has no sign yet that the note could stand with.
            db.SafetyEvents.Add(new()
            {
                SubscriberId = subscriber.Id,
                Day = since,
                Level = level,
                Phrase = subscriber.HoldWhy ?? "screening",
                CreatedAt = now,
                AcknowledgedAt = now,
                AcknowledgedBy = admin,
                Note = note,
            });
        }
    }

    private async Task ReviseAsync(RunBackCareDb db, Subscriber subscriber, Instant now, CancellationToken cancellation)
    {
        var person = (await PersonFacts.LoadAsync(db, [subscriber.Id], planner.Policy.MemoryWeeks, cancellation))[0];
        var revised = await revisions.ReviseAsync(db, person, _ => [RevisionCause.Hold], now, cancellation);
        await db.RescheduleAsync(subscriber, now, cancellation);
        db.Outbox.AddRange(revised.Where(w => !w.Plan.Days.IsEmpty).Select(w => mails.RevisedWeek(w, PlanSchedule.StaleAt(w.StartsOn, person.Slot.Zone), now)));
        await db.SaveChangesAsync(cancellation);
    }
}
