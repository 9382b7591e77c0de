using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning;

/// <summary>Facts in, a week out. Pure: same facts, same policy, same library → the same week, byte for byte.</summary>
public sealed class Planner(Policy policy, Library library)
{
    public PlannedWeek Plan(Facts facts)
    {
        var prescription = Prescriber.Prescribe(facts, policy);
        return WeekBuilder.Build(PausedDaysAway(facts), prescription, policy, library);
    }

    /// <summary>
    /// Looks again at a week that was already planned, in the light of what was said since. Days that are over never change, nothing is
    /// ever raised in the middle of a week, and a second red score changes nothing more.
    /// </summary>
    /// <param name="facts">
    /// As known now: the same week (<see cref="Facts.Starts"/> and <see cref="Facts.FirstDay"/> as when it was planned), the person's
    /// local time, all weeks before it, and everything reported, about the running week too.
    /// </param>
    /// <param name="current">The highest revision of that week.</param>
    /// <returns>The next revision; null where the plan stays as it is, so that no mail is sent.</returns>
    public PlannedWeek? Revise(Facts facts, PlannedWeek current, RevisionCause cause)
    {
        if (Reviser.Revise(facts, current, cause, policy) is not { } prescription)
        {
            return null;
        }

        // A new search would shuffle a week that is known by heart; only new days to choose from are worth that.
        var softened = prescription.Training is Training.Walking && cause != RevisionCause.Edit
            && (cause == RevisionCause.RedReport ? !current.Days.IsEmpty : Reviser.RunsLeft(current, prescription.FixedDays));
        var week = softened
            ? Softening.Soften(facts, current, prescription, policy, library)
            : WeekBuilder.Build(PausedDaysAway(facts), prescription, policy, library);
        return IsSame(week, current) ? null : week with { Revision = current.Revision + 1 };
    }

    /// <summary>A pause that begins or ends within the week leaves its days as free as days away do.</summary>
    private static Facts PausedDaysAway(Facts facts)
    {
        var sunday = facts.Starts.PlusDays(6);
        var away = facts.History.Pauses
            .Where(p => p.From <= sunday && (p.To is null || p.To >= facts.Starts))
            .Select(p => new BlackoutDays(p.From, p.To ?? sunday))
            .ToImmutableArray();
        return away.IsEmpty ? facts : facts with { Profile = facts.Profile with { Blackout = facts.Profile.Blackout.AddRange(away) } };
    }

    private static bool IsSame(PlannedWeek week, PlannedWeek current) =>
        (week.Decision, week.Rung, week.Standing, week.Paused) == (current.Decision, current.Rung, current.Standing, current.Paused)
        && PlanJson.Write(week.Days) == PlanJson.Write(current.Days);
}
