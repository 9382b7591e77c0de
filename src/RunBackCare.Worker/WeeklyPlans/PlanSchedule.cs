using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>The week that is to be planned next.</summary>
/// <param name="Starts">Its Monday.</param>
/// <param name="FirstDay">First day that can be planned if it is planned at <paramref name="PlanAt"/>.</param>
internal sealed record NextWeek(LocalDate Starts, LocalDate FirstDay, Instant PlanAt);

/// <summary>
/// Which week comes next, and when it is planned: the only place that says so. Asked anew at every change of state, zone, slot, pauses and weeks,
/// in the transaction that makes the change; nothing is remembered but the answer.
/// </summary>
internal static class PlanSchedule
{
    /// <summary>With fewer days left a week is not begun.</summary>
    public const int LeastDays = 3;

    /// <summary>How long a week's mail is of use after its first day began.</summary>
    public const int DaysUntilStale = 3;

    /// <summary>The first week without a row that is not inside a pause and has days enough left: at its send slot, or now where that has passed.</summary>
    /// <param name="planned">Mondays that have a row; those before the present week do not matter.</param>
    /// <returns>Null where a pause without an end leaves no such week.</returns>
    public static NextWeek? Next(SendSlot slot, ImmutableArray<Pause> pauses, IReadOnlySet<LocalDate> planned, Instant now)
    {
        var today = now.InZone(slot.Zone).Date;
        var last = LastToLookAt(today, pauses, planned);
        for (var monday = MondayOf(today); monday <= last; monday = monday.PlusWeeks(1))
        {
            if (!planned.Contains(monday))
            {
                var planAt = Instant.Max(now, slot.For(monday));
                if (FirstDay(monday, pauses, planAt.InZone(slot.Zone).LocalDateTime) is { } first)
                {
                    return new(monday, first, planAt);
                }
            }
        }

        return null;
    }

    /// <summary>Whether this person gets weeks at all: the active, those walking out of a same-day hold, and the paused as soon as a pause of theirs ends.</summary>
    public static bool GetsWeeks(Subscriber subscriber) => subscriber.State switch
    {
        SubscriberState.Active or SubscriberState.Paused => true,
        SubscriberState.Held => subscriber.HoldLevel == SafetyLevel.B,
        _ => false,
    };

    /// <summary>Sets when this person's next week is planned.</summary>
    public static void Reschedule(Subscriber subscriber, ImmutableArray<Pause> pauses, IReadOnlySet<LocalDate> planned, Instant now) =>
        subscriber.NextPlanAt = GetsWeeks(subscriber) ? Next(SendSlot.Of(subscriber), pauses, planned, now)?.PlanAt : null;

    /// <summary>The same, with pauses and weeks as stored. The caller holds the subscriber's row and saves.</summary>
    public static async Task RescheduleAsync(this RunBackCareDb db, Subscriber subscriber, Instant now, CancellationToken cancellation)
    {
        var pauses = await db.Pauses.Where(p => p.SubscriberId == subscriber.Id).Select(p => new Pause(p.FromDay, p.ToDay, p.Cause)).ToListAsync(cancellation);
        var thisWeek = MondayOf(now.InZone(SendSlot.Of(subscriber).Zone).Date);
        var planned = await db.Weeks.Where(w => w.SubscriberId == subscriber.Id && w.StartsOn >= thisWeek).Select(w => w.StartsOn).ToListAsync(cancellation);
        Reschedule(subscriber, [.. pauses], planned.ToHashSet(), now);
    }

    /// <summary>The moment from which a week's mail is no longer sent.</summary>
    public static Instant StaleAt(LocalDate firstDay, DateTimeZone zone) => zone.AtStartOfDay(firstDay.PlusDays(DaysUntilStale)).ToInstant();

    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    /// <summary>First day of the week that is neither past nor paused: from today until noon, else from tomorrow. Null where fewer than <see cref="LeastDays"/> such days are left.</summary>
    private static LocalDate? FirstDay(LocalDate monday, ImmutableArray<Pause> pauses, LocalDateTime at)
    {
        var earliest = at.TimeOfDay <= SendSlot.LatestOnMonday ? at.Date : at.Date.PlusDays(1);
        var left = Enumerable.Range(0, 7).Select(monday.PlusDays).Where(day => day >= earliest && !pauses.Any(p => p.From <= day && !(day > p.To))).ToList();
        return left.Count >= LeastDays ? left[0] : null;
    }

    /// <summary>Beyond the last row and the last pause that ends, the first week looked at is free or none is.</summary>
    private static LocalDate LastToLookAt(LocalDate today, ImmutableArray<Pause> pauses, IReadOnlySet<LocalDate> planned) =>
        pauses.Select(p => p.To ?? p.From).Concat(planned).Append(today).Max().PlusWeeks(2);
}
