using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.History;

/// <summary>One week in the light of those before it: its trend, and what the fold carries on from it.</summary>
internal sealed record WeekRecord
{
    public required WeekLog Log { get; init; }

    /// <summary>Usual pain as stated, raised where six steady weeks did so.</summary>
    public required decimal Stated { get; init; }

    /// <summary>Usual pain against which this week is read; the week itself has no part in it.</summary>
    public required decimal Usual { get; init; }

    /// <summary>Against the last answered week; null without an answer.</summary>
    public Rise? Rise { get; init; }

    public bool Settled { get; init; }

    /// <summary>Answered, done, within the usual, legs well, settled and flat: what pays a week owed.</summary>
    public bool Green { get; init; }

    /// <summary>What the chronic path asks of this week.</summary>
    public bool Steady { get; init; }

    /// <summary>Weeks since the last lighter one, this one included; 0 in and after a lighter week, until the load is above it.</summary>
    public required int RunningWeeks { get; init; }

    /// <summary>Green weeks still owed after this one.</summary>
    public required int GreenOwed { get; init; }

    /// <summary>Runs (or, at L0, walks) done at the standing rung since it was reached.</summary>
    public required int RunsAtRung { get; init; }

    /// <summary>Weeks with runs at L15 since it was reached, and the green ones among them.</summary>
    public required (int All, int Green) AtTop { get; init; }

    public required LongRun LongRun { get; init; }

    public PastWeek Plan => Log.Plan;

    public WeekPain Pain => Log.Pain;

    public bool Flat(Policy policy) => Rise?.IsFlat(policy) ?? false;

    /// <summary>Walking in place of running, until its exit.</summary>
    public bool Walking => Plan.Decision is Decision.WalkOnly or Decision.Urgent or Decision.Emergency;

    /// <summary>Lighter than the load the person stands at: the count to the next cut-back starts anew behind it.</summary>
    public bool Lighter => Walking || Plan.CutBack || Plan.Paused || Plan.Return || Plan.Decision == Decision.StepBack;
}
