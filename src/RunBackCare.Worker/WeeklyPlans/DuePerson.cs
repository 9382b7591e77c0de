using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Someone whose week is due, with all that their plan follows from. Their row is locked.</summary>
internal sealed record DuePerson(Subscriber Subscriber, ImmutableArray<PastWeek> Weeks, ImmutableArray<Pause> Pauses)
{
    /// <summary>A plan made within this of being due counts as made on time: a job that starts at three past noon takes no day off a Monday's plan.</summary>
    public static Duration OnTime { get; } = Duration.FromHours(1);

    public SendSlot Slot { get; } = SendSlot.Of(Subscriber);

    public ImmutableHashSet<LocalDate> Planned { get; } = [.. Weeks.Select(w => w.Starts)];

    /// <summary>The week to plan; null where none is due at this moment after all.</summary>
    public NextWeek? Due(Instant now)
    {
        var due = Subscriber.NextPlanAt is { } at && now - at <= OnTime ? at : now;
        return PlanSchedule.GetsWeeks(Subscriber) && PlanSchedule.Next(Slot, Pauses, Planned, due) is { } next && next.PlanAt <= now ? next : null;
    }

    /// <summary>After the week was planned: it is done with, and the next one gets its moment.</summary>
    public void Settle(NextWeek planned, Instant now)
    {
        Subscriber.PlanError = null;
        Subscriber.PlanFailures = 0;

        // A week after the pause is there: the pause is over.
        if (Subscriber.State == SubscriberState.Paused)
        {
            Subscriber.State = SubscriberState.Active;
        }

        PlanSchedule.Reschedule(Subscriber, Pauses, Planned.Add(planned.Starts), now);
    }

    /// <summary>After nothing turned out to be due: the moment is set right.</summary>
    public void PutOff(Instant now) => PlanSchedule.Reschedule(Subscriber, Pauses, Planned, now);

    public Facts FactsFor(NextWeek week, Instant now)
    {
        var local = now.InZone(Slot.Zone).LocalDateTime;
        return new()
        {
            Profile = Subscriber.Profile,
            History = new()
            {
                Joined = Subscriber.JoinedOn ?? local.Date,
                Weeks = Weeks,
                Pauses = Pauses,
                Hold = Subscriber is { HoldLevel: { } level, HoldSince: { } since } ? new(level, since, Subscriber.HoldEnded) : null,
            },
            Starts = week.Starts,
            FirstDay = week.FirstDay,
            Now = local,
            Seed = Subscriber.Seed,
        };
    }
}
