using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>
/// A surface for each run, chosen after the days: at least two a week where two are within reach, none over two thirds of the
/// running, and a surface never planned before on one run at most.
/// </summary>
internal static class SurfaceChoice
{
    // The heavier term always outweighs the sum of the lighter ones.
    private const long OneSurfaceOnly = 10_000;
    private const int NewOnLongest = 300;
    private const int SameAsLastRun = 40;
    private const int SameAsTheOneBefore = 10;
    private const int LongestNotUsual = 3;

    /// <param name="runs">The week's runs in order of their days, those already over included.</param>
    /// <returns>One surface a run, those of past runs as they were, and whether one of them carries more than its share.</returns>
    public static (ImmutableArray<Surface> Surfaces, bool OverShare) Choose(Facts facts, Prescription prescription, ReadOnlySpan<PlacedRun> runs, Policy policy, ulong seed)
    {
        var profile = facts.Profile;
        var usual = profile.UsualSurface;
        if (runs.Length == 0)
        {
            return ([], false);
        }

        var known = Known(facts);
        Span<Surface> reachable = [.. profile.Surfaces];
        reachable.Sort();
        if (prescription.FamiliarSurface || reachable.Length < 2)
        {
            var familiar = ImmutableArray.CreateBuilder<Surface>(runs.Length);
            foreach (var run in runs)
            {
                familiar.Add(run.Surface ?? usual);
            }

            return (familiar.MoveToImmutable(), false);
        }

        // Someone who knows a single surface may always meet a second one.
        var mayMeetNew = prescription.NewSurface || Knowns(reachable, known) < 2;
        var (last, beforeLast) = LastTwo(facts);

        Span<Surface> best = stackalloc Surface[runs.Length];
        Span<Surface> current = stackalloc Surface[runs.Length];
        var past = 0;
        var metNew = false;
        while (past < runs.Length && runs[past].Surface is { } kept)
        {
            metNew |= !Knows(known, kept);
            current[past++] = kept;
        }

        mayMeetNew &= !metNew;
        current.CopyTo(best);
        var bestCost = long.MaxValue;
        var bestTie = 0UL;
        var combinations = (int)Math.Pow(reachable.Length, runs.Length - past);
        for (var combination = 0; combination < combinations; combination++)
        {
            var rest = combination;
            for (var i = past; i < runs.Length; i++)
            {
                current[i] = reachable[rest % reachable.Length];
                rest /= reachable.Length;
            }

            if (CostOf(current, runs, known, mayMeetNew, usual, last, beforeLast, policy) is not { } cost || cost > bestCost)
            {
                continue;
            }

            var tie = Seeded.Mix(seed ^ (ulong)(uint)combination);
            if (cost < bestCost || tie < bestTie)
            {
                (bestCost, bestTie) = (cost, tie);
                current.CopyTo(best);
            }
        }

        return ([.. best], Excess(best, runs, policy) > 0);
    }

    /// <returns>Null where the choice is not allowed at all.</returns>
    private static long? CostOf(ReadOnlySpan<Surface> choice, ReadOnlySpan<PlacedRun> runs, int known, bool mayMeetNew, Surface usual, Surface? last, Surface? beforeLast, Policy policy)
    {
        var cost = 0L;
        var met = 0;
        var used = 0;
        for (var i = 0; i < choice.Length; i++)
        {
            var surface = choice[i];
            used |= 1 << (int)surface;
            if (runs[i].Surface is null && !Knows(known, surface))
            {
                met++;
                cost += runs[i].Longest ? NewOnLongest : 0;
            }

            var previous = i > 0 ? choice[i - 1] : last;
            var earlier = i > 1 ? choice[i - 2] : i == 1 ? last : beforeLast;
            cost += surface == previous ? SameAsLastRun : 0;
            cost += surface == earlier ? SameAsTheOneBefore : 0;
            cost += runs[i].Longest && surface != usual ? LongestNotUsual : 0;
        }

        if (met > (mayMeetNew ? 1 : 0))
        {
            return null;
        }

        if (choice.Length > 1 && System.Numerics.BitOperations.PopCount((uint)used) < 2)
        {
            cost += OneSurfaceOnly;
        }

        return cost + (Excess(choice, runs, policy) * OneSurfaceOnly);
    }

    /// <summary>How far the most used surface is over its share; 0 or less where it keeps within.</summary>
    private static int Excess(ReadOnlySpan<Surface> choice, ReadOnlySpan<PlacedRun> runs, Policy policy)
    {
        if (runs.Length < policy.SurfaceShareRuns)
        {
            return 0;
        }

        var all = 0;
        var most = 0;
        for (var i = 0; i < runs.Length; i++)
        {
            all += runs[i].RunSeconds;
            var here = 0;
            for (var j = 0; j < runs.Length; j++)
            {
                here += choice[j] == choice[i] ? runs[j].RunSeconds : 0;
            }

            most = Math.Max(most, here);
        }

        return Math.Max(0, (most * policy.SurfaceShare.Of) - (all * policy.SurfaceShare.Part));
    }

    /// <summary>The usual surface and all planned before, as bits.</summary>
    private static int Known(Facts facts)
    {
        var known = 1 << (int)facts.Profile.UsualSurface;
        foreach (var week in facts.History.Weeks)
        {
            foreach (var run in week.Runs)
            {
                known |= run.Day < facts.Starts ? 1 << (int)run.Surface : 0;
            }
        }

        return known;
    }

    private static bool Knows(int known, Surface surface) => (known >> (int)surface & 1) != 0;

    private static int Knowns(ReadOnlySpan<Surface> reachable, int known)
    {
        var count = 0;
        foreach (var surface in reachable)
        {
            count += Knows(known, surface) ? 1 : 0;
        }

        return count;
    }

    private static (Surface? Last, Surface? BeforeLast) LastTwo(Facts facts)
    {
        Surface? last = null;
        for (var i = facts.History.Weeks.Length - 1; i >= 0; i--)
        {
            var runs = facts.History.Weeks[i].Runs;
            for (var j = runs.Length - 1; j >= 0; j--)
            {
                if (runs[j].Day >= facts.Starts)
                {
                    continue;
                }

                if (last is not null)
                {
                    return (last, runs[j].Surface);
                }

                last = runs[j].Surface;
            }
        }

        return (last, null);
    }
}

/// <summary>A run on its day.</summary>
/// <param name="Surface">Of a run on a day already over; null where it is still to be chosen.</param>
internal readonly record struct PlacedRun(LocalDate Date, int RunSeconds, bool Longest, Surface? Surface);
