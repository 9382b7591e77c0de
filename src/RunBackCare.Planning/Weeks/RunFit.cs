using System.Runtime.InteropServices;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>A run cut to the day it stands on: what of a rung, or of a run without breaks, fits into the day's minutes and the cap.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunFit(int Reps, int RunSeconds, int WalkSeconds)
{
    /// <summary>Not one bout of any rung fits.</summary>
    public static RunFit None => default;

    public int TotalSeconds => Reps * RunSeconds;

    public int Minutes(Policy policy) =>
        policy.WalkBeforeMinutes + (((Reps * (RunSeconds + WalkSeconds)) + 59) / 60) + policy.WalkAfterMinutes;

    /// <summary>
    /// The rung's bout with as many whole repeats as the day holds; where that is less than half of its running, the highest lower
    /// rung of which half fits. Then repeats are cut to the cap.
    /// </summary>
    /// <param name="rung">1 to 15.</param>
    /// <param name="dayMinutes">Walk + block + walk may take this long.</param>
    /// <param name="capSeconds">Most running.</param>
    /// <param name="half">At most half of the rung's running.</param>
    public static RunFit OfRung(int rung, int dayMinutes, int capSeconds, bool half, Policy policy)
    {
        var blockSeconds = BlockSeconds(dayMinutes, policy);
        if (half)
        {
            capSeconds = Math.Min(capSeconds, Ladder.Rungs[rung].RunTotalSeconds / 2);
            if (Ladder.Rungs[rung].Reps == 1)
            {
                // One bout has no fewer repeats: half of it is a shorter run without a break, while the day holds that much.
                var shorter = WholeMinutes(capSeconds);
                if (shorter > 0 && shorter <= blockSeconds)
                {
                    return new(1, shorter, 0);
                }
            }
        }

        for (var number = rung; number > Ladder.Bottom; number--)
        {
            var step = Ladder.Rungs[number];
            var fits = Math.Min(step.Reps, blockSeconds / (step.RunSeconds + step.WalkSeconds));
            var reps = Math.Min(fits, capSeconds / step.RunSeconds);
            if (fits * 2 >= step.Reps && reps > 0)
            {
                return new(reps, step.RunSeconds, step.WalkSeconds);
            }
        }

        return None;
    }

    /// <summary>A run without a break, in whole minutes, as long as wish, cap and day allow.</summary>
    public static RunFit Continuous(int wishSeconds, int dayMinutes, int capSeconds, bool half, Policy policy)
    {
        var wish = half ? wishSeconds / 2 : wishSeconds;
        var seconds = WholeMinutes(Math.Min(wish, Math.Min(capSeconds, BlockSeconds(dayMinutes, policy))));
        return seconds > 0 ? new(1, seconds, 0) : None;
    }

    private static int BlockSeconds(int dayMinutes, Policy policy) => Math.Max(0, dayMinutes - policy.WalkBeforeMinutes - policy.WalkAfterMinutes) * 60;

    private static int WholeMinutes(int seconds) => seconds / 60 * 60;
}
