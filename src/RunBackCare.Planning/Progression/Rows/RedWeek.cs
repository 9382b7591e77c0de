using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 3: red pain, or a way back from it that is not over. Walking only.</summary>
internal sealed class RedWeek() : Row(3, Decision.WalkOnly)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        if (situation.Usual >= situation.Policy.WalkUsual)
        {
            yield return PainWords.UsualIsRed(situation.Usual);
        }

        if (situation.AfterHold || situation is { Walking: true, Week.Plan.Decision: Decision.Urgent or Decision.Emergency })
        {
            yield return SafetyWords.AfterHold();
        }

        if (situation.First)
        {
            yield break;
        }

        var red = false;
        foreach (var cause in RedScoresOf(situation))
        {
            red = true;
            yield return cause;
        }

        if (!red && situation.Walking && !WalkOnlyExit.IsMet(situation))
        {
            yield return PainWords.ExitNotMet(situation.Pain!, WalkOnlyExit.Limit(situation.Usual, situation.Policy));
        }
    }

    /// <summary>Where two good walks came after the red score of a running week, one step back is enough.</summary>
    protected override Decision DecisionFor(Situation situation) =>
        situation is { First: false, AfterHold: false } && IsExitEnough(situation) ? Decision.StepBack : Decision.WalkOnly;

    private static bool IsExitEnough(Situation situation) =>
        situation.Usual < situation.Policy.WalkUsual
        && situation.Week!.Plan.Decision is not (Decision.Urgent or Decision.Emergency)
        && BeganAsRunning(situation)
        && !(situation.Week.Pain.Bare >= situation.Policy.Red)
        && situation.Week.Pain.UnsettledByTwo(situation.Usual, situation.Policy).Length < situation.Policy.UnsettledRunsForWalks
        && WalkOnlyExit.IsMetWithinTheWeek(situation);

    /// <summary>The week was planned to run: what walks in it came from its own red score, not from an earlier one.</summary>
    private static bool BeganAsRunning(Situation situation) => situation.Record.Weeks switch
    {
        [.., { Walking: false }] => true,
        [.., { Walking: true }, _] or [.., { Plan.Revision: 1 }] => false,
        [.., var before, var week] => RedScores.Last(situation.Facts.History, before.Plan.Starts, week.Plan.Starts, situation.Policy) is null,
        _ => true,
    };

    private static IEnumerable<Cause> RedScoresOf(Situation situation)
    {
        var (pain, policy) = (situation.Pain!, situation.Policy);
        if (pain.Bare >= policy.Red)
        {
            yield return PainWords.RedAnswer(pain.Bare.Value);
        }
        else if (pain.RunWorst >= policy.Red)
        {
            yield return PainWords.RedRun(pain);
        }
        else if (pain.Worst >= policy.RedAnyDay)
        {
            yield return PainWords.RedDay(pain.Worst.Value);
        }

        if (pain.LegWorst >= policy.Red)
        {
            yield return PainWords.RedLeg(pain.LegWorst);
        }

        if (pain.UnsettledByTwo(situation.Usual, policy) is { } unsettled && unsettled.Length >= policy.UnsettledRunsForWalks)
        {
            yield return PainWords.UnsettledRuns(unsettled);
        }

        if (situation.Week!.Log.ChangedStride is { } day)
        {
            yield return PainWords.ChangedStride(day);
        }
    }
}
