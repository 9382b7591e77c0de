using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Subscribers.Preferences;

/// <summary>
/// A person changes what they told of themselves. It counts from their next plan on, or for the rest of this week where they ask for it; what bears on
/// their safety (things at home, the direction that hurts, screening) counts at once.
/// </summary>
internal sealed class EditPreferences(
    IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, WeekRevisions revisions, AnswerFromPage pages, NewMails mails, IWakeDelivery delivery, IWakePlanning planning, IClock clock)
{
    /// <param name="restOfWeek">The days left of weeks that are planned already are chosen anew.</param>
    public async Task<EditOutcome> RunAsync(long subscriberId, SubscriberDraft edited, bool restOfWeek, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } person)
        {
            return new(0, Held: false);
        }

        var now = clock.GetCurrentInstant();
        var before = person.Profile;
        Apply(person, edited, now);
        var held = await HoldAsync(db, person, before, now, cancellation);
        db.Audit.Add(new() { At = now, Actor = "subscriber", Action = "profile-updated", SubscriberId = person.Id });
        await db.SaveChangesAsync(cancellation);

        var revised = held || restOfWeek || CountsAtOnce(before, person.Profile)
            ? await ReviseAsync(db, person, held ? RevisionCause.Hold : RevisionCause.Edit, restOfWeek, now, cancellation)
            : [];
        await db.RescheduleAsync(person, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        planning.Wake();
        return new(revised.Length, held);
    }

    private static void Apply(Subscriber person, SubscriberDraft edited, Instant now)
    {
        if (person.Profile.Back.UsualPain != edited.Profile.Back.UsualPain)
        {
            person.UsualChangedOn = now.InZone(edited.Zone).Date;
        }

        (person.Name, person.Zone, person.SendDay, person.SendAt) = (edited.Name, edited.Zone.Id, edited.SendDay, edited.SendAt);
        (person.Profile, person.Country, person.Language) = (edited.Profile, edited.Country, edited.Language);
    }

    /// <summary>What would have stopped a sign-up holds a plan.</summary>
    private async Task<bool> HoldAsync(RunBackCareDb db, Subscriber person, Profile before, Instant now, CancellationToken cancellation)
    {
        var known = ProfileRules.Stops(before);
        var stops = ProfileRules.Stops(person.Profile).RemoveAll(known.Contains);
        foreach (var stop in stops)
        {
            await pages.HoldAsync(db, person, SafetyLevel.C, $"screening-{JsonNamingPolicy.KebabCaseLower.ConvertName(stop.ToString())}", now, cancellation);
        }

        return !stops.IsEmpty;
    }

    private static bool CountsAtOnce(Profile before, Profile after) =>
        before.Kit != after.Kit || before.Back.Worse != after.Back.Worse || !before.Screening.SequenceEqual(after.Screening);

    private async Task<ImmutableArray<WeekRow>> ReviseAsync(RunBackCareDb db, Subscriber person, RevisionCause cause, bool restOfWeek, Instant now, CancellationToken cancellation)
    {
        var planned = (await PersonFacts.LoadAsync(db, [person.Id], planner.Policy.MemoryWeeks, cancellation))[0];
        var revised = await revisions.ReviseAsync(db, planned, _ => [cause], new(week => restOfWeek ? person.Profile : AtOnce(week.Facts.Profile, person.Profile), EvenIfSame: cause == RevisionCause.Hold), now, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.Outbox.AddRange(revised.Where(w => !w.Plan.Days.IsEmpty).Select(w => mails.RevisedWeek(w, PlanSchedule.StaleAt(w.StartsOn, planned.Slot.Zone), now)));
        return revised;
    }

    /// <summary>The week stays what it was made from, but for what bears on safety.</summary>
    private static Profile AtOnce(Profile planned, Profile now) => planned with { Kit = now.Kit, Screening = now.Screening, Back = planned.Back with { Worse = now.Back.Worse } };
}

/// <param name="Weeks">So many planned weeks changed.</param>
/// <param name="Held">The plan waits for a clinician's yes.</param>
internal sealed record EditOutcome(int Weeks, bool Held);
