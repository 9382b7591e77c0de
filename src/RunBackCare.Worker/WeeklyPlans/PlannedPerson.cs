using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Someone with all that their plans follow from. Their row is locked.</summary>
/// <param name="Weeks">Highest revision of each, oldest first.</param>
/// <param name="Said">Null where they never said anything.</param>
internal sealed record PlannedPerson(Subscriber Subscriber, ImmutableArray<PastWeek> Weeks, ImmutableArray<Pause> Pauses, Said? Said = null)
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

    /// <summary>A same-day hold ends by itself, two weeks after the last sign; others only by the person's word.</summary>
    public void EndHoldThatIsOver(LocalDate day, Policy policy)
    {
        var history = History(day);
        if (Subscriber is { State: SubscriberState.Held, HoldLevel: SafetyLevel.B } && Holds.InForce(history, day, policy) is null)
        {
            Subscriber.HoldEnded = Holds.LastEnded(history, day, policy) ?? day;
            Subscriber.State = SubscriberState.Active;
        }
    }

    /// <summary>Signs from before the hold in force were cleared, or had their time; they would set an old hold anew.</summary>
    private ImmutableArray<SafetyFlag> FlagsOfThisHold =>
        Subscriber is { HoldSince: { } since, HoldEnded: null } ? [.. (Said?.Flags ?? []).Where(f => f.Day >= since)] : Said?.Flags ?? [];

    public RunnerHistory History(LocalDate today) => new()
    {
        Joined = Subscriber.JoinedOn ?? today,
        Weeks = Weeks,
        Reports = Said?.Reports ?? [],
        Logs = Said?.Logs ?? [],
        Pauses = Pauses,
        Flags = FlagsOfThisHold,
        Hold = Subscriber is { HoldLevel: { } level, HoldSince: { } since } ? new(level, since, Subscriber.HoldEnded) : null,
        UsualChanged = Subscriber.UsualChangedOn is { } changed ? [changed] : [],
    };

    public Facts FactsFor(NextWeek week, Instant now)
    {
        var local = now.InZone(Slot.Zone).LocalDateTime;
        return new()
        {
            Profile = Subscriber.Profile,
            History = History(local.Date),
            Starts = week.Starts,
            FirstDay = week.FirstDay,
            Now = local,
            Seed = Subscriber.Seed,
        };
    }
}

/// <summary>What a person said and did not take back, oldest answer first.</summary>
internal sealed record Said(ImmutableArray<PainReport> Reports, ImmutableArray<SessionLog> Logs, ImmutableArray<SafetyFlag> Flags);
