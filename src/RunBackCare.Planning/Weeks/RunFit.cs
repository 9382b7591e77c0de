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
    /// rung of which half fits. Then repeats are cut to the cap. Where what is left would be no more than the run the cap looks back on, the lower
    /// rung that uses most of the cap comes instead: else long bouts would keep the cap, and the runner, where they are for ever.
    /// </summary>
    /// <param name="rung">1 to 15.</param>
    /// <param name="dayMinutes">Walk + block + walk may take this long.</param>
    /// <param name="capSeconds">Most running.</param>
    /// <param name="half">At most half of what the whole run would be.</param>
    public static RunFit OfRung(int rung, int dayMinutes, int capSeconds, bool half, Policy policy)
    {
        var blockSeconds = BlockSeconds(dayMinutes, policy);
        if (half)
        {
            capSeconds = OfRung(rung, Runners.Availability.LongestDay, capSeconds, half: false, policy).TotalSeconds / 2;
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

        var longest = half ? 0 : RunCap.Behind(capSeconds, policy);
        RunFit? cut = null;
        var most = None;
        for (var number = rung; number > Ladder.Bottom; number--)
        {
            var step = Ladder.Rungs[number];
            var fits = Math.Min(step.Reps, blockSeconds / (step.RunSeconds + step.WalkSeconds));
            if (fits * 2 < step.Reps)
            {
                continue;
            }

            var fit = new RunFit(Math.Min(fits, capSeconds / step.RunSeconds), step.RunSeconds, step.WalkSeconds);
            if (cut is null && (fit.Reps == fits || fit.TotalSeconds > longest))
            {
                return fit;
            }

            cut ??= fit;
            most = fit.TotalSeconds > most.TotalSeconds ? fit : most;
        }

        return cut is { Reps: > 0 } whole && most.TotalSeconds <= longest ? whole : most;
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
