using System.Collections.Immutable;
using RunBackCare.Planning;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Support;

/// <summary>Weeks without any training in them: these tests ask when and how often a week is stored, not what it holds.</summary>
internal static class SimplePlans
{
    public static WeekPlanner Planner(Func<Facts, PlannedWeek>? plan = null) => new(plan ?? Plan, Policy.Current, "content-1");

    public static PlannedWeek Plan(Facts facts) => Plan(facts, DaysOf(facts));

    public static PlannedWeek WithoutDays(Facts facts) => Plan(facts, []) with { Decision = Decision.Emergency };

    private static PlannedWeek Plan(Facts facts, ImmutableArray<PlannedDay> days) => new()
    {
        Starts = facts.Starts,
        Decision = Decision.Hold,
        Row = 5,
        Rung = 1,
        Standing = 1,
        Policy = Policy.Current.Version,
        CapRunSeconds = 150,
        Reasons = [],
        Revision = 1,
        Days = days,
    };

    private static ImmutableArray<PlannedDay> DaysOf(Facts facts) =>
    [
        .. Enumerable.Range(0, 7).Select(facts.Starts.PlusDays).Where(day => day >= facts.FirstDay)
            .Select(day => new PlannedDay(day, [new Session.Rest { Minutes = 0 }])),
    ];
}
