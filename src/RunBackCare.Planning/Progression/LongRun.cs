using System.Runtime.InteropServices;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Progression;

/// <summary>
/// Where the longest run of the continuous phase stands, as the rung does on the ladder: a cut-back leaves it where it is. After
/// walking only or a break it comes back in steps of the former longest run; a step that a cap cut short is not taken until it was run.
/// </summary>
/// <param name="Seconds">Standing longest run; 0 before the continuous phase.</param>
/// <param name="FormerSeconds">Longest run before the break, while the way back lasts; else 0.</param>
/// <param name="Step">Step of the way back.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LongRun(int Seconds, int FormerSeconds, int Step)
{
    public bool OnWayBack => FormerSeconds > 0;

    public LongRun After(PastWeek week, bool reentry, Policy policy)
    {
        if (week.Standing != Ladder.Top)
        {
            return default;
        }

        var planned = week.Runs.IsEmpty || week.Rung != Ladder.Top ? 0 : week.Runs.Max(r => r.RunSeconds);
        if (planned == 0 || week.CutBack)
        {
            return this;
        }

        return week.Decision switch
        {
            Decision.StepBack => new(planned, 0, 0),
            _ when week.Return && Seconds > 0 => BackTo(StepNearest(planned, policy), policy),
            _ when reentry && Seconds > 0 => BackTo(0, policy),
            Decision.Progress when OnWayBack => BackTo(Step + 1, policy) is var next && planned < next.Seconds / 60 * 60 ? this with { Seconds = Math.Max(Seconds, planned) } : next,
            _ when OnWayBack => this,
            _ => new(Math.Max(Seconds, planned), 0, 0),
        };
    }

    /// <summary>The way back at that step; over once the former longest run is reached.</summary>
    public LongRun BackTo(int step, Policy policy)
    {
        var former = OnWayBack ? FormerSeconds : Seconds;
        return step >= policy.WayBackPercent.Length - 1
            ? new(former, 0, 0)
            : new(former * policy.WayBackPercent[step] / 100, former, step);
    }

    /// <summary>A return planned from the table stands on the highest step that is not above what was planned.</summary>
    private int StepNearest(int planned, Policy policy)
    {
        var former = OnWayBack ? FormerSeconds : Seconds;
        var step = policy.WayBackPercent.Length - 2;
        while (step > 0 && former * policy.WayBackPercent[step] / 100 > planned + 59)
        {
            step--;
        }

        return step;
    }
}
