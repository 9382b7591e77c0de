using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>The planner with its policy and content: what a stored week names, so that it can be planned again.</summary>
internal sealed record WeekPlanner(Func<Facts, PlannedWeek> Plan, Policy Policy, string ContentHash)
{
    public static WeekPlanner Of(Policy policy, Library library) => new(new Planner(policy, library).Plan, policy, library.Version);
}
