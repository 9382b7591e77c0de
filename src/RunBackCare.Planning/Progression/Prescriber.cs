using System.Collections.Immutable;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression.Words;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>From the facts to what the week should hold: the decision, the rung, the cap, and why.</summary>
internal static class Prescriber
{
    public static Prescription Prescribe(Facts facts, Policy policy)
    {
        var situation = new Situation(facts, policy);
        return Nothing(situation) ?? Trained(situation);
    }

    /// <summary>Held and paused weeks: no search, no table. A same-day hold is not one of them, since it has walks.</summary>
    private static Prescription? Nothing(Situation situation) => situation switch
    {
        { Hold: { Level: SafetyLevel.A } } => Empty(situation, DecisionTable.Decide(situation)),
        { Hold: { Level: SafetyLevel.C } hold } => Empty(situation, new(Decision.Hold, 5, [SafetyWords.BeforeStarting(hold)])),
        { Pause: { } pause } => Empty(situation, new(Decision.Hold, 5, [pause.Cause == PauseCause.Silence ? HoldWords.PausedSilent(situation.Policy.SilentWeeksPause, longer: true) : HoldWords.Paused()])),
        { SilentWeeks: var silent } when silent >= situation.Policy.SilentWeeksPause => Empty(situation, new(Decision.Hold, 5, [HoldWords.PausedSilent(silent, longer: situation.Week is { Plan.Paused: true })])),
        _ => null,
    };

    private static Prescription Empty(Situation situation, Verdict verdict) => new()
    {
        Decision = verdict.Decision,
        Row = verdict.Row,
        Training = new Training.Nothing(),
        Rung = Ladder.Bottom,
        Standing = situation.Standing,
        Runs = 0,
        CapSeconds = RunCap.Of(situation.Load.LongestSeconds, situation.Policy),
        Strength = 0,
        StrengthLevel = situation.Week?.Plan.StrengthLevel ?? 1,
        Paused = true,
        Reasons = [.. verdict.Causes.Select(c => Say.Reason(c, $"{c.Clause}{(verdict.Decision == Decision.Emergency ? SafetyWords.NothingPlanned : "")}."))],
    };

    private static Prescription Trained(Situation situation)
    {
        var (facts, policy) = (situation.Facts, situation.Policy);
        var step = Step.Of(situation, DecisionTable.Decide(situation));
        var frequency = Frequency.Of(situation, step.Decision, step.Rung, step.AddsDay);
        var training = TrainingOf(situation, step, frequency);
        var referral = Referrals.Of(situation, step);
        var hold = step.Decision == Decision.Hold;
        var hills = HillsOf(situation, step, training, frequency);
        return new()
        {
            Decision = step.Decision,
            Row = step.Row,
            Training = training,
            Rung = step.Rung,
            Standing = step.Standing,
            CutBack = step.CutBack,
            StepsUp = StepWords.GoesUp(situation, step, training),
            Runs = training is Training.Continuous continuous ? continuous.RunSeconds.Length : frequency.Runs,
            CapSeconds = CapSeconds(situation, step, training),
            Neighbours = frequency.Neighbours,
            HalfRuns = HalfRuns(training, frequency),
            Crowded = frequency.Crowded,
            Strength = StrengthPlan.Sessions(situation, step),
            StrengthLevel = StrengthPlan.Level(situation, step),
            Acute = IsAcute(situation, step),
            Amber = IsAmber(situation, step),
            NewContent = step.Decision != Decision.StepBack && situation.SilentWeeks < policy.SilentWeeksNothingNew,
            NewSurface = hold && hills != Hills.First,
            FamiliarSurface = step.Decision is Decision.StepBack or Decision.WalkOnly,
            Hills = hills != Hills.None,
            Lesson = step.Decision >= Decision.StepBack ? LessonNeed.Flare : LessonNeed.None,
            Provisional = hold && !situation.First && situation.Week!.Pain.RunWorst is null && situation.Week.Pain.LegWorst == 0,
            Return = step.Return,
            Reasons = StepWords.Reasons(situation, step, training),
            Referral = referral,
        };
    }

    private static Training TrainingOf(Situation situation, Step step, Frequency frequency) => step switch
    {
        { Decision: >= Decision.WalkOnly } => new Training.Walking(),
        { Standing: Ladder.Top } when situation.Profile.Goal == Runners.Goal.Build && (situation.Continuous || situation.First) =>
            new Training.Continuous(ContinuousPhase.Runs(situation, situation.Load, step, frequency)),
        _ => new Training.OfRung(step.Rung),
    };

    /// <summary>A half run for which the weekly cap left nothing is no longer one of the runs.</summary>
    private static int HalfRuns(Training training, Frequency frequency) =>
        training is Training.Continuous continuous ? Math.Max(0, frequency.Half - (frequency.Runs - continuous.RunSeconds.Length)) : frequency.Half;

    /// <summary>No run in the days the cap looks back on: it is then this week's planned run.</summary>
    private static int CapSeconds(Situation situation, Step step, Training training)
    {
        if (situation.Load.LongestSeconds > 0 || step.Rung == Ladder.Bottom)
        {
            return RunCap.Of(situation.Load.LongestSeconds, situation.Policy);
        }

        var planned = training is Training.Continuous { RunSeconds: [var longest, ..] } ? longest : Ladder.Rungs[step.Rung].RunTotalSeconds;
        return Math.Min(planned, situation.Load.Cap(situation.Policy) ?? planned);
    }

    /// <summary>An irritated back: red, the week after it, or a pain that has only just begun. A usual 4 is none of these (S02).</summary>
    private static bool IsAcute(Situation situation, Step step) =>
        step.Decision >= Decision.WalkOnly
        || situation.Walking
        || (situation.Profile.Back.Since > situation.Facts.FirstDay.PlusDays(-situation.Policy.RecentPainDays)
            && Math.Max(situation.Profile.Back.Now, situation.LastLevel ?? 0) >= situation.Policy.EntryPain);

    /// <summary>Above green, whatever is usual: a drill that is left out costs nothing.</summary>
    private static bool IsAmber(Situation situation, Step step)
    {
        var last = situation.LastLevel ?? situation.Profile.Back.Now;
        return step.Decision >= Decision.StepBack || last > situation.Policy.Green || situation.Pain?.LegWorst > situation.Policy.Green;
    }

    /// <summary>
    /// Hills come after four green weeks at L15, never on the way back from a lighter week, and the first of them in a week in which nothing
    /// else rises.
    /// </summary>
    private static Hills HillsOf(Situation situation, Step step, Training training, Frequency frequency)
    {
        if (situation is not { First: false, Walking: false, AfterPause: false, Week: { Green: true, GreenOwed: 0 } week }
            || week.AtTop.Green < situation.Policy.WeeksAtTopBeforeMore
            || step is { CutBack: true } or { Return: true } or { Decision: >= Decision.StepBack })
        {
            return Hills.None;
        }

        if (situation.Record.Weeks.Any(w => w.Plan.Runs.Any(r => r.Hills)))
        {
            return Hills.Known;
        }

        var rises = step.AddsDay || frequency.Half > 0
            || StrengthPlan.Level(situation, step) > week.Plan.StrengthLevel
            || (training is Training.Continuous { RunSeconds: [var longest, ..] } && longest > week.LongRun.Seconds);
        return rises ? Hills.None : Hills.First;
    }

    private enum Hills
    {
        None,

        /// <summary>The first ever: nothing else is new beside them.</summary>
        First,

        Known,
    }
}
