using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>The placement search once more, written for nothing but plainness: looks at every placement, cuts no corner, remembers nothing.</summary>
/// <param name="Strength">Sessions still wanted.</param>
/// <param name="StretchMinutes">Of the stretch session; 0 for none.</param>
/// <param name="Neighbours">Two run days in a row are allowed.</param>
internal sealed record SlowSearch(WeekFrame Frame, RunWishes Wishes, int Strength, int StretchMinutes, bool Neighbours)
{
    private static readonly Policy Policy = Policy.Current;

    /// <summary>How good the best placement is; null where not one keeps the hard rules.</summary>
    public Rank? Best()
    {
        var behind = DayMask.Count(Frame.FixedStrengthDays);
        for (var runs = Math.Min(Wishes.Count, DayMask.Count(Frame.Possible)); runs >= 0; runs--)
        {
            for (var strength = Strength; strength >= Math.Clamp(1 - behind, 0, Strength); strength--)
            {
                if (BestOf(runs, strength) is not { } best)
                {
                    continue;
                }

                // A third strength session is not worth a shorter longest run.
                return strength > 0 && strength + behind > Policy.StrengthSessions && BestOf(runs, strength - 1) is { } fewer && fewer.LongestSeconds > best.LongestSeconds ? fewer : best;
            }
        }

        return BestOf(0, 0);
    }

    /// <summary>What the placement is worth; null where it breaks a hard rule.</summary>
    public Rank? RankOf(Placement placement) => RunsOf(placement) is { } laid ? RankOf(placement, laid) : null;

    /// <summary>The runs on their days; null where they break a hard rule by themselves.</summary>
    private Laid? RunsOf(Placement placement)
    {
        var laid = new Laid(new int[DayMask.Days], new int[DayMask.Days]);
        foreach (var day in On(placement.Runs))
        {
            (laid.Minutes[day], laid.Seconds[day]) = Run(placement.WishOn(day), day, placement.Runs);
            if (laid.Minutes[day] == 0 || !DayMask.Has(Frame.Possible, day) || !KeepsDistance(day, placement.Runs))
            {
                return null;
            }
        }

        return laid;
    }

    private Rank? RankOf(Placement placement, Laid laid)
    {
        var (runs, strength, stretch) = (placement.Runs, placement.Strength, placement.Stretch);
        var most = laid.Seconds.Max();
        var hasLongest = HasLongest(runs);
        if (hasLongest ? laid.Seconds[placement.Longest] != most || StrengthOn(placement.Longest - 1, strength) : placement.Longest != -1)
        {
            return null;
        }

        for (var day = 0; day < DayMask.Days; day++)
        {
            var (lifts, stretches) = (DayMask.Has(strength, day), DayMask.Has(stretch, day));
            if ((lifts || stretches) && Room(day, laid) < (lifts ? Policy.StrengthLeastMinutes : 0) + (stretches ? StretchMinutes : 0))
            {
                return null;
            }
        }

        if ((Frame.Covered & ~(runs | strength | stretch | Frame.FixedUsed)) == 0)
        {
            return null;
        }

        var moved = hasLongest && placement.Longest != Rightful(runs, laid.Seconds, most);
        var level = (runs & strength) != 0 ? 3 : moved ? 2 : (stretch & strength) != 0 ? 1 : 0;
        var cost = PlacementCost.OfRuns(Frame, Wishes.Walking, runs, -laid.Seconds.Sum())
            + PlacementCost.OfLongest(Frame, placement.Longest, moved)
            + PlacementCost.OfStrength(Frame, Wishes.Walking, runs, strength, placement.Longest)
            + PlacementCost.OfStretch(Frame, Wishes.Walking, runs, strength, stretch, placement.Longest);
        return new(DayMask.Count(runs), DayMask.Count(strength), DayMask.Count(stretch), Wishes.Walking ? 0 : most, level, cost);
    }

    private bool HasLongest(int runs) => !Wishes.Walking && !Frame.FixedLongest && runs != 0;

    private Rank? BestOf(int runs, int strength)
    {
        Rank? best = null;
        foreach (var days in DayMask.OfSize(runs))
        {
            foreach (var wishes in Arrangements(On(days).ToArray(), [.. Enumerable.Range(0, runs)]))
            {
                if (RunsOf(new() { Runs = days, Wishes = wishes }) is not { } laid)
                {
                    continue;
                }

                foreach (var strengthDays in DayMask.OfSize(strength))
                {
                    foreach (var stretch in StretchMinutes > 0 ? [1, 2, 4, 8, 16, 32, 64] : new[] { 0 })
                    {
                        foreach (var longest in HasLongest(days) ? On(days) : [-1])
                        {
                            if (RankOf(new() { Runs = days, Wishes = wishes, Strength = strengthDays, Stretch = stretch, Longest = longest }, laid) is { } rank && (best is null || rank.IsBetterThan(best)))
                            {
                                best = rank;
                            }
                        }
                    }
                }
            }
        }

        return best;
    }

    private static IEnumerable<int> Arrangements(int[] days, int[] wishes) =>
        wishes.Length == 0 ? [0] : wishes.SelectMany(wish => Arrangements(days[1..], [.. wishes.Where(w => w != wish)]).Select(rest => rest | wish << (4 * days[0])));

    private (int Minutes, int Seconds) Run(int wish, int day, int runs)
    {
        if (Wishes.Walking)
        {
            return (Math.Min(Policy.WalkMinutes, Frame.Minutes[day]), 60 * Math.Min(Policy.WalkMinutes, Frame.Minutes[day]));
        }

        var fit = Wishes.Fit(wish, Frame.Minutes[day], half: RanOn(day - 1, runs));
        return fit.TotalSeconds == 0 ? default : (fit.Minutes(Policy), fit.TotalSeconds);
    }

    private bool KeepsDistance(int day, int runs) =>
        Wishes.Walking
        || (Neighbours
            ? !Enumerable.Range(day - 2, 3).Any(first => Enumerable.Range(first, 3).All(d => RanOn(d, runs)))
            : !RanOn(day - 1, runs) && !RanOn(day + 1, runs));

    private bool RanOn(int day, int runs) => day switch
    {
        -2 => Frame.RanLastSaturday,
        -1 => Frame.RanLastSunday,
        >= 0 and < DayMask.Days => DayMask.Has(runs | Frame.FixedRunDays, day),
        _ => false,
    };

    private bool StrengthOn(int day, int strength) => day < 0 ? Frame.StrengthLastSunday : DayMask.Has(strength | Frame.FixedStrengthDays, day);

    private int Room(int day, Laid laid) =>
        !DayMask.Has(Frame.Open, day) ? 0 : DayMask.Has(Frame.Possible, day) ? Frame.Minutes[day] - laid.Minutes[day] : Policy.HomeMinutes;

    /// <summary>Where the longest run belongs: on the preferred day if the first wish runs as long there, else on the last day that runs as long.</summary>
    private int Rightful(int runs, int[] running, int most) =>
        Frame.PreferredLongest is { } preferred && DayMask.Has(runs, preferred) && Run(0, preferred, runs).Seconds >= most ? preferred : Array.LastIndexOf(running, most);

    private static IEnumerable<int> On(int days) => Enumerable.Range(0, DayMask.Days).Where(day => DayMask.Has(days, day));

    /// <summary>For each day: minutes of its run and seconds of running.</summary>
    private sealed record Laid(int[] Minutes, int[] Seconds);

    /// <param name="LongestSeconds">0 where it does not matter.</param>
    /// <param name="Level">What was given up, in the order of relaxing.</param>
    internal sealed record Rank(int Runs, int Strength, int Stretch, int LongestSeconds, int Level, int Cost)
    {
        public bool IsBetterThan(Rank other) => (-LongestSeconds, Level, Cost).CompareTo((-other.LongestSeconds, other.Level, other.Cost)) < 0;
    }
}
