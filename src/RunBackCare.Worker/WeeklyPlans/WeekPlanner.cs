using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>The planner with its policy and content: what a stored week names, so that it can be planned again.</summary>
internal sealed record WeekPlanner(Func<Facts, PlannedWeek> Plan, Policy Policy, string ContentHash)
{
    /// <summary>Looks again at a planned week, as <see cref="Planner.Revise"/> does.</summary>
    public Func<Facts, PlannedWeek, RevisionCause, PlannedWeek?> Revise { get; init; } = (_, _, _) => null;

    public static WeekPlanner Of(Policy policy, Library library)
    {
        var planner = new Planner(policy, library);
        return new(planner.Plan, policy, library.Version) { Revise = planner.Revise };
    }
}
