using System.Collections.Immutable;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>Completes a cause with what follows for the week, in one sentence; further causes stand as sentences of their own.</summary>
internal static class StepWords
{
    public static ImmutableArray<Reason> Reasons(Situation situation, Step step, Training training)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>(step.Causes.Length);
        foreach (var cause in InOrder(step))
        {
            var text = reasons.Count == 0 ? $"{cause.Clause}{Follows(situation, step, training)}." : $"{cause.Clause}.";
            reasons.Add(Say.Reason(cause, cause.Then.Length > 0 ? $"{text} {cause.Then}" : text));
        }

        return reasons.ToImmutable();
    }

    /// <summary>A good week raises nothing for whoever has arrived: it only keeps what was reached.</summary>
    public static bool GoesUp(Situation situation, Step step, Training training) =>
        step.Decision == Decision.Progress && Load(step.Rung, training) != Before(situation, training);

    /// <summary>A lighter week says first why it is lighter.</summary>
    private static IEnumerable<Cause> InOrder(Step step) => step.CutBack ? step.Causes.OrderByDescending(c => c.Code == "cut-back") : step.Causes;

    private static string Follows(Situation situation, Step step, Training training)
    {
        var now = Load(step.Rung, training);
        var before = Before(situation, training);
        var at = step.Rung == Ladder.Bottom ? "with" : "at";
        return step switch
        {
            { Decision: Decision.Urgent } => ", so running and strength wait. Walk if it is comfortable",
            { Decision: Decision.WalkOnly } => ", so this week is walking, not running",
            { Causes: [{ Code: "first-week" }, ..] } => $", so it starts {at} {now}: enough to see how it feels",
            { Causes: [{ Code: "reentry" or "extra-day" }, ..] } => $": {now}",
            { Causes: [{ Code: "no-answer-ask" }, ..] } => $". This week stays {at} {now}; without an answer the plan pauses after it",
            { CutBack: true } when situation.Continuous => $", so this week has {now} and the next goes on from {situation.Week!.LongRun.Seconds / 60}",
            { CutBack: true } => $", so this week rests at {now} and the next goes on from {Say.Block(step.Standing)}",
            { Decision: Decision.StepBack } when now != before => $", so this week is one step easier: {now} instead of {before}",
            { Decision: Decision.StepBack } => $", so this week stays low: {now}",
            { Return: true } when now != before => $", so you come back gently: {now} instead of {before}",
            { Decision: Decision.Progress } when GoesUp(situation, step, training) => $", so this week goes one step up: {now} instead of {before}",
            { Decision: Decision.Progress } => $", {Say.InTurn(situation.Facts.Starts, "so you keep what you have reached", "so this week is the same again", "so you stay where you have arrived")}: {now}",
            _ => $", so this week stays {at} {now}",
        };
    }

    private static string Load(int rung, Training training) => training is Training.Continuous runs ? Say.Longest(runs.RunSeconds) : Say.Block(rung);

    /// <summary>What the person stood at: a step is one step from there, whatever the last week trained.</summary>
    private static string Before(Situation situation, Training training) => situation switch
    {
        { Continuous: true, Week.LongRun: { Seconds: > 0 } run } when training is Training.Continuous { RunSeconds: [var now, ..] } =>
            now / 60 == run.Seconds / 60 ? Say.Longest([now]) : $"{run.Seconds / 60}",
        { Continuous: true, Week.LongRun: { Seconds: > 0 } run } => Say.Longest([run.Seconds]),
        _ => Say.Block(situation.Standing),
    };
}
