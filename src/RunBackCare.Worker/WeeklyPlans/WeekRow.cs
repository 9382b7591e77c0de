using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>A planned week as stored: the plan and all it follows from. Never updated; a change is the next revision beside it.</summary>
internal sealed class WeekRow
{
    public long Id { get; init; }

    public required long SubscriberId { get; init; }

    /// <summary>Its Monday.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>1 for the first plan of that week.</summary>
    public required int Revision { get; init; }

    /// <summary>What made it: <c>due</c>, or the cause of the revision: <c>red-report</c>, <c>late-answer</c>, <c>edit</c>, <c>undo</c>, <c>hold</c>.</summary>
    public required string Because { get; init; }

    public required PlannedWeek Plan { get; init; }

    public required Facts Facts { get; init; }

    /// <summary>Null in rows from before digests were kept.</summary>
    public WeekDigest? Digest { get; init; }

    public required Decision Decision { get; init; }

    public required string PolicyVersion { get; init; }

    /// <summary>Version of the content library it was filled from.</summary>
    public required string ContentHash { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <param name="because">What made it.</param>
    /// <param name="planner">Who planned it.</param>
    public static WeekRow Of(long subscriberId, Facts facts, PlannedWeek plan, string because, WeekPlanner planner, Instant now) => new()
    {
        SubscriberId = subscriberId,
        StartsOn = facts.Starts,
        Revision = plan.Revision,
        Because = because,
        Plan = plan,
        Facts = facts,
        Digest = WeekDigest.Of(facts, plan),
        Decision = plan.Decision,
        PolicyVersion = plan.Policy,
        ContentHash = planner.ContentHash,
        CreatedAt = now,
    };
}
