using System.Collections.Immutable;

namespace RunBackCare.Planning.Progression;

/// <summary>What the verdict makes of the rung: where the person stands, and what is trained this week.</summary>
internal sealed record Step
{
    public required Decision Decision { get; init; }

    public required int Row { get; init; }

    public required int Standing { get; init; }

    /// <summary>0 while walking.</summary>
    public required int Rung { get; init; }

    public bool CutBack { get; init; }

    /// <summary>First week back after a break.</summary>
    public bool Return { get; init; }

    /// <summary>First week back after walking only.</summary>
    public bool Reentry { get; init; }

    public bool AddsDay { get; init; }

    public required ImmutableArray<Cause> Causes { get; init; }

    /// <summary>The table's verdict and the return table, whichever asks for less.</summary>
    public static Step Of(Situation situation, Verdict verdict) => verdict.Decision switch
    {
        Decision.Emergency or Decision.Urgent or Decision.WalkOnly => Walking(situation, verdict),
        Decision.StepBack => Down(situation, verdict),
        _ when situation.Walking => Back(situation, verdict),
        _ when situation.Break?.Row(situation.Policy) > 0 => Returning(situation, verdict),
        Decision.Progress => Up(situation, verdict),
        _ => Same(situation, verdict),
    };

    private static Step Walking(Situation situation, Verdict verdict) => At(situation.Standing, verdict) with { Rung = Ladder.Bottom };

    private static Step Down(Situation situation, Verdict verdict)
    {
        var lower = situation.Continuous ? situation.Standing : Math.Max(Ladder.Bottom, situation.Standing - 1);
        if (situation.Walking && verdict.Row != 3)
        {
            lower = Math.Min(lower, ReentryRung(situation));
        }
        else if (situation.Break?.Row(situation.Policy) > 0)
        {
            lower = Math.Min(lower, ReturnRung(situation));
        }

        return At(lower, verdict);
    }

    private static Step Back(Situation situation, Verdict verdict) =>
        At(ReentryRung(situation), verdict) with { Decision = Decision.Hold, Row = 5, Reentry = true };

    private static Step Returning(Situation situation, Verdict verdict)
    {
        var rung = ReturnRung(situation);
        return At(rung, verdict) with
        {
            Decision = Decision.Hold,
            Row = 5,
            Return = true,
            Causes = [Words.HoldWords.Break(situation.Break!), .. verdict.Causes.Where(c => c.Code is "partial-week" or "no-answer" or "no-score" or "few-done")],
        };
    }

    private static Step Up(Situation situation, Verdict verdict) => At(Math.Min(situation.Standing + 1, Math.Max(situation.Ceiling, situation.Standing)), verdict);

    private static Step Same(Situation situation, Verdict verdict)
    {
        var same = At(situation.Standing, verdict) with { AddsDay = verdict.Causes.Any(c => c.Code == "extra-day") };
        return verdict.Row == 5 && situation.CutBackDue
            ? same with { Rung = situation.Continuous ? situation.Standing : situation.Standing - 1, CutBack = true }
            : same;
    }

    private static Step At(int standing, Verdict verdict) =>
        new() { Decision = verdict.Decision, Row = verdict.Row, Standing = standing, Rung = standing, Causes = verdict.Causes };

    /// <summary>Two rungs below, or what the days since the last run ask for; never below L1 for whoever ran.</summary>
    private static int ReentryRung(Situation situation)
    {
        if (situation.Standing == Ladder.Bottom)
        {
            return Ladder.Bottom;
        }

        var rung = situation.Continuous ? situation.Standing : Math.Max(1, situation.Standing - situation.Policy.ReentryRungs);
        return Math.Max(1, Math.Min(rung, ReturnRung(situation)));
    }

    private static int ReturnRung(Situation situation)
    {
        if (situation.Break is not { } away || away.Row(situation.Policy) == 0)
        {
            return situation.Standing;
        }

        // The continuous phase comes back by minutes; only a long break leads back to the ladder.
        return situation.Continuous && away.Percent(situation.Policy) is not null
            ? situation.Standing
            : Math.Min(situation.Standing, away.Rung(situation.LastLevel, situation.Policy));
    }
}
