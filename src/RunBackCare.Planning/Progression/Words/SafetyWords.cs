using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>Rows 1 and 2, and the way back from them. What to do at once stands in the safety mail; here is only why the plan is as it is.</summary>
internal static class SafetyWords
{
    public const string NothingPlanned = ", so nothing is planned until someone has seen you. Write CLEARED once a clinician has said you may run";

    public static Cause Emergency(Hold hold) => new("emergency", "You told us of a sign that cannot wait", ["P07"], ("since", hold.Since));

    public static Cause Urgent(Hold hold) => new("urgent", "You told us of something a clinician should look at the same day", ["P07"], ("since", hold.Since));

    public static Cause AfterHold() => new("after-hold", "You come back after a safety stop", ["R16"]);

    public static Cause BeforeStarting(Hold hold) => new("clinician-first", "Running should wait until a clinician has said yes", ["P07"], ("since", hold.Since));
}
