namespace RunBackCare.Planning.Progression;

/// <summary>What a week does with the load. Ordered from the most load to the least, so that the lower of two is the greater value.</summary>
public enum Decision
{
    Progress,
    Hold,
    StepBack,
    WalkOnly,
    Urgent,
    Emergency,
}
