using System.Collections.Immutable;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Progression;

/// <summary>Running without breaks beyond L15 (goal <c>build</c>): one longer run, the others half an hour, under three caps.</summary>
internal static class ContinuousPhase
{
    /// <returns>The week's runs, longest first, in seconds, whole minutes each.</returns>
    public static ImmutableArray<int> Runs(Situation situation, Load load, Step step, Frequency frequency)
    {
        var policy = situation.Policy;
        var cap = load.Cap(policy) ?? int.MaxValue;
        var day = (situation.Profile.Days.Longest - policy.WalkBeforeMinutes - policy.WalkAfterMinutes) * 60;
        var target = (situation.Profile.TargetLongestRunMinutes ?? policy.EntryTopMinutes) * 60;
        var longest = WholeMinutes(Math.Min(Math.Min(target, cap), Math.Min(day, Wish(situation, step))));
        var other = WholeMinutes(Math.Min(longest, Other(situation, step)));
        var runs = Enumerable.Range(0, frequency.Runs).Select(i => i == 0 ? longest : i >= frequency.Runs - frequency.Half ? WholeMinutes(other / 2) : other).ToArray();
        if (!situation.First && !step.AddsDay)
        {
            Limit(runs, WeekCap(situation.Record, policy), policy);
        }

        // Of a week far below its plan nothing may be left for the last runs: they are then not planned.
        return [.. runs.Where(seconds => seconds > 0).OrderDescending()];
    }

    /// <summary>What the longest run would be before target, cap and day.</summary>
    private static int Wish(Situation situation, Step step)
    {
        var policy = situation.Policy;
        if (situation.First || situation.Week!.LongRun.Seconds == 0)
        {
            return situation.First ? Math.Max((int)(situation.Profile.LongestRunMinutes * 60), policy.OtherRunSeconds) : policy.OtherRunSeconds;
        }

        var standing = situation.Week.LongRun;
        var former = standing.OnWayBack ? standing.FormerSeconds : standing.Seconds;
        var held = situation.Walking
            ? Math.Min(former * policy.WayBackPercent[0] / 100, Back(situation, former))
            : Math.Min(standing.Seconds, Back(situation, former));
        return step switch
        {
            // A step back out of a break asks for the less of the two.
            { Decision: Decision.StepBack } or { CutBack: true } => Math.Min(held, standing.Seconds * policy.LighterPercent / 100),
            { Decision: Decision.Progress } when standing.OnWayBack => standing.BackTo(standing.Step + 1, policy).Seconds,
            { Decision: Decision.Progress } => standing.Seconds * policy.CapPercent / 100,
            _ => held,
        };
    }

    private static int Back(Situation situation, int former) =>
        situation.Break?.Percent(situation.Policy) is { } percent ? former * percent / 100 : former;

    private static int Other(Situation situation, Step step)
    {
        var policy = situation.Policy;
        // A Hold keeps the shorter runs that a step back left; only Progress makes them whole again.
        var held = step.Decision != Decision.Progress && situation.Week is { Plan: { CutBack: false, Standing: Ladder.Top, Runs: [_, _, ..] runs } }
            ? Math.Min(policy.OtherRunSeconds, runs.Select(r => r.RunSeconds).OrderDescending().ElementAt(1))
            : policy.OtherRunSeconds;
        return step.Decision == Decision.StepBack || step.CutBack
            ? Math.Min(held, policy.OtherRunSeconds * policy.LighterPercent / 100)
            : held;
    }

    private static int WeekCap(RunnerRecord record, Policy policy)
    {
        var one = Highest(record, skip: 0, policy) * policy.WeekPercent / 100;
        var two = Highest(record, skip: 1, policy) * policy.TwoWeekPercent / 100;
        return (one, two) switch
        {
            (0, _) => int.MaxValue,
            (_, 0) => one,
            _ => Math.Min(one, two),
        };
    }

    private static int Highest(RunnerRecord record, int skip, Policy policy) =>
        record.Weeks.Reverse().Skip(skip).Take(policy.WeekCapWeeks).Select(Load.WeekSeconds).DefaultIfEmpty().Max();

    /// <summary>Over the cap the longest gives way first, not below half an hour, then the others evenly, and the longest last.</summary>
    private static void Limit(int[] runs, int cap, Policy policy)
    {
        var over = runs.Sum() - cap;
        if (over <= 0 || runs.Length == 0)
        {
            return;
        }

        var give = Math.Min(over, Math.Max(0, runs[0] - policy.OtherRunSeconds));
        runs[0] = WholeMinutes(runs[0] - give);
        for (var i = runs.Length - 1; i >= 0 && (over = runs.Sum() - cap) > 0; i--)
        {
            var share = Math.Max(1, i);
            runs[i] = WholeMinutes(Math.Max(i == 0 ? 60 : 0, runs[i] - ((over + share - 1) / share)));
        }
    }

    private static int WholeMinutes(int seconds) => seconds / 60 * 60;
}
