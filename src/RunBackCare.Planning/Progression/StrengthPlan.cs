using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Progression;

/// <summary>How many strength sessions, and at which level. The level is a load of its own and never rises with another.</summary>
internal static class StrengthPlan
{
    public static int Sessions(Situation situation, Step step)
    {
        var policy = situation.Policy;
        return step.Decision switch
        {
            Decision.Urgent or Decision.Emergency => 0,
            _ when situation.Partial => policy.PartialWeekStrength,
            Decision.Progress or Decision.Hold when IsMaintenance(situation, step) => policy.StrengthSessionsInMaintenance,
            _ => policy.StrengthSessions,
        };
    }

    public static int Level(Situation situation, Step step)
    {
        if (situation.First || step.Decision >= Decision.WalkOnly || situation.Walking)
        {
            return 1;
        }

        var level = situation.Week!.Plan.StrengthLevel;
        return MayRise(situation, step) ? level + 1 : level;
    }

    /// <summary>Nothing is left to raise: the top that goal and days allow is where the person stands and stood.</summary>
    private static bool IsMaintenance(Situation situation, Step step) =>
        situation is { First: false, Week: { Green: true } week }
        && !step.CutBack && !step.Return
        && step.Standing == situation.Ceiling && week.Plan.Standing == situation.Ceiling
        && (!situation.Continuous || week.LongRun.Seconds >= situation.Profile.TargetLongestRunMinutes * 60);

    private static bool MayRise(Situation situation, Step step)
    {
        var (weeks, policy) = (situation.Record.Weeks, situation.Policy);
        return step is { Decision: Decision.Hold, Return: false, Reentry: false, AddsDay: false }
            && !situation.Partial && !situation.AfterPause
            && weeks[^1].Plan.StrengthLevel < policy.StrengthLevels
            && weeks.Length >= policy.StrengthWeeksAtLevel
            && weeks[^policy.StrengthWeeksAtLevel..].All(w => w.Plan.StrengthLevel == weeks[^1].Plan.StrengthLevel && IsDoneWell(w, policy));
    }

    private static bool IsDoneWell(WeekRecord week, Policy policy) =>
        !week.Log.Partial && !week.Plan.Acute && !week.Plan.Strength.IsEmpty && !week.Log.StrengthMissed
        && week.Pain.Worst <= Math.Max(policy.Green, week.Usual) && week.Pain.LegWorst <= policy.Green;
}
