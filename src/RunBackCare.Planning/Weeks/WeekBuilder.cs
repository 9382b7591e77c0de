using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>From what the week should hold to its days: places the sessions, then fills them.</summary>
internal static class WeekBuilder
{
    public static PlannedWeek Build(Facts facts, Prescription prescription, Policy policy, Library library) => throw new NotSupportedException("comes with the next commit");
}
