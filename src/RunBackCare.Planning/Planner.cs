using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning;

/// <summary>Facts in, a week out. Pure: same facts, same policy, same library → the same week, byte for byte.</summary>
public sealed class Planner(Policy policy, Library library)
{
    public PlannedWeek Plan(Facts facts)
    {
        var prescription = Prescriber.Prescribe(facts, policy);
        return WeekBuilder.Build(facts, prescription, policy, library);
    }
}
