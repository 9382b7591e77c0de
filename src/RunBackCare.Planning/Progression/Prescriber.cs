using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>From the facts to what the week should hold: the decision, the rung, the cap, and why.</summary>
internal static class Prescriber
{
    public static Prescription Prescribe(Facts facts, Policy policy) => throw new NotSupportedException("comes with the next commit");
}
