using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>The sentences that depend on what kind of week it is.</summary>
internal static class WeekWords
{
    /// <summary>Code of the reason that a person's first week carries.</summary>
    public const string FirstWeek = "first-week";

    public const string QuietPreheader = "Nothing to do for now. Your place in the plan is kept for you.";

    /// <summary>Title of a week in which nothing, or no running, may happen; null for every other week.</summary>
    public static string? Stopped(PlannedWeek week) => week switch
    {
        { Decision: Decision.Emergency } => "Your plan is on hold",
        { Paused: true } => "Your plan is paused",
        { Decision: Decision.Urgent } => "Your running plan is paused",
        _ => null,
    };

    public static string Badge(PlannedWeek week) => week switch
    {
        { Decision: Decision.Emergency } => "On hold",
        { Paused: true } => "Paused",
        { Decision: Decision.Urgent } => "Running paused",
        { Decision: Decision.WalkOnly } => "A walking week",
        { Decision: Decision.StepBack } => "One step easier",
        { CutBack: true } => "A lighter week",
        { Return: true } => "A gentle way back",
        _ when week.Reasons.Any(r => r.Code == FirstWeek) => "Your first week",
        { StepsUp: true } => "A small step up",
        { Decision: Decision.Progress } => "Holding your level",
        _ => "A steady week",
    };

    public static string Lead(PlannedWeek week, WeekCounts counts) => week switch
    {
        { Decision: Decision.Emergency } =>
            "Nothing is planned this week. If you have not been seen by a doctor yet, please go now; do not wait for the next mail. The plan starts again once a clinician has said that you may run.",
        { Decision: Decision.Urgent } =>
            "No running and no strength work this week. Please see a doctor today if you have not yet. Walking is fine while it feels comfortable.",
        { Paused: true } => "Nothing is planned this week. Your place in the plan is kept, and the way back will be gentle.",
        _ when counts.InFull.Length == 0 => "Nothing is planned this week.",
        _ => $"{Wording.Sentence(counts.InFull)} {Wording.Hours(counts.Minutes)} in all.",
    };

    public static string HowSure(Certainty certainty) => certainty switch
    {
        Certainty.Trial => "Tested in trials",
        Certainty.Review => "Several studies together",
        Certainty.Cohort => "Seen in a large group of people over time",
        Certainty.Lab => "Measured in the lab, in few people",
        Certainty.Guideline => "Agreed among experts",
        Certainty.Convention => "Coaching habit, little tested",
        Certainty.Design => "Our own choice, not tested",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, "Not a certainty."),
    };
}
