using System.Collections.Immutable;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>The runs (or walks in their place) that still want a day, longest first, and how each would look on a given one.</summary>
internal sealed class RunWishes
{
    private readonly ImmutableArray<Wish> _wishes;
    private readonly int _capSeconds;
    private readonly Policy _policy;

    private RunWishes(ImmutableArray<Wish> wishes, bool walking, int capSeconds, Policy policy)
    {
        _wishes = wishes;
        _capSeconds = capSeconds;
        _policy = policy;
        Walking = walking;
    }

    public int Count => _wishes.Length;

    /// <summary>Walks in place of runs: neighbours and the longest do not matter.</summary>
    public bool Walking { get; }

    public static RunWishes Of(Prescription prescription, WeekFrame frame, Policy policy)
    {
        var walking = prescription.Training is Training.Walking or Training.OfRung { Rung: Ladder.Bottom };
        var most = frame.Partial ? frame.CoveredDays / policy.PartialWeekDaysPerRun : prescription.Neighbours || walking ? DayMask.Days : policy.MostSpacedRuns;
        var all = All(prescription, walking);
        var wishes = all.RemoveRange(Math.Min(all.Length, most), Math.Max(0, all.Length - most));

        return new(Left(new(wishes, walking, prescription.CapSeconds, policy), prescription.FixedDays, frame.FixedLongest), walking, prescription.CapSeconds, policy);
    }

    /// <summary>
    /// Past days say which runs are behind: the longest where it was, a half run where one as short as that was, else one of the others. What is
    /// left is never more than it was.
    /// </summary>
    private static ImmutableArray<Wish> Left(RunWishes wishes, ImmutableArray<PlannedDay> past, bool longestIsBehind)
    {
        var left = wishes._wishes;
        var most = left.IsEmpty ? 0 : wishes.Whole(0).TotalSeconds;
        foreach (var session in past.SelectMany(day => day.Sessions))
        {
            if (left.IsEmpty || session is not (Session.Run or Session.Swap or Session.Walk { Optional: false }))
            {
                continue;
            }

            var behind = session switch
            {
                Session.Run { Longest: true } => 0,
                Session.Run run when run.RunTotalSeconds * 2 <= most && left[^1].Half => left.Length - 1,
                _ => longestIsBehind || left.Length == 1 || left[1].Half ? 0 : 1,
            };
            left = left.RemoveAt(behind);
        }

        return left;
    }

    public RunFit Fit(int wish, int dayMinutes, bool half)
    {
        var (rung, seconds, alwaysHalf) = _wishes[wish];
        return rung > 0
            ? RunFit.OfRung(rung, dayMinutes, _capSeconds, half || alwaysHalf, _policy)
            : RunFit.Continuous(seconds, dayMinutes, _capSeconds, half && !alwaysHalf, _policy);
    }

    /// <summary>What would be run if no day were too short.</summary>
    public RunFit Whole(int wish) => Fit(wish, Runners.Availability.LongestDay, half: false);

    /// <summary>What would be run if there were no cap either.</summary>
    public RunFit Uncapped(int wish) => new RunWishes(_wishes, Walking, int.MaxValue, _policy).Whole(wish);

    private static ImmutableArray<Wish> All(Prescription prescription, bool walking)
    {
        var half = Math.Min(prescription.HalfRuns, prescription.Runs);
        switch (prescription.Training)
        {
            case Training.OfRung { Rung: > 0 } training:
                return [.. Enumerable.Range(0, prescription.Runs).Select(i => new Wish(training.Rung, 0, i >= prescription.Runs - half))];
            case Training.Continuous training:
                var seconds = training.RunSeconds;
                var count = Math.Min(prescription.Runs, seconds.Length);
                half = Math.Min(half, Math.Max(0, count - 1));

                // A half run is at most half of the shortest whole one, whether or not its seconds say so already.
                return [.. Enumerable.Range(0, count).Select(i => i < count - half ? new Wish(0, seconds[i], false) : new Wish(0, Math.Min(seconds[i], seconds[count - half - 1] / 2), true))];
            default:
                return walking ? [.. Enumerable.Repeat(new Wish(0, 0, false), prescription.Runs)] : [];
        }
    }

    /// <param name="Rung">1 to 15, or 0 for a run without a break or a walk.</param>
    /// <param name="Seconds">Of a run without a break.</param>
    private readonly record struct Wish(int Rung, int Seconds, bool Half);
}
