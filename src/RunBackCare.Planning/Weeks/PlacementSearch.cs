namespace RunBackCare.Planning.Weeks;

/// <summary>
/// The exact search: every placement that keeps the hard rules is looked at, and the cheapest wins. What is given up comes before
/// what it costs: a placement that relaxes less of the order below is better than any that relaxes more, whatever their soft scores. Above
/// both stands the longest run: no stretch and no third strength session is worth cutting it short.
/// </summary>
internal readonly ref struct PlacementSearch
{
    // The order of relaxing within one number of runs and strength sessions.
    private const int NothingGivenUp = 0;
    private const int StretchJoinsStrength = 1;
    private const int LongestMoves = 2;
    private const int StrengthJoinsRun = 3;

    private readonly WeekFrame _frame;
    private readonly RunWishes _wishes;
    private readonly Policy _policy;
    private readonly ulong _seed;
    private readonly bool _neighbours;
    private readonly int _stretchMinutes;

    // For each wish and day: minutes of the session and seconds of running; the second half of each holds the halved run of a day after a run.
    private readonly Span<int> _minutes;
    private readonly Span<int> _seconds;

    private PlacementSearch(WeekFrame frame, RunWishes wishes, bool neighbours, int stretchMinutes, Policy policy, ulong seed, Span<int> minutes, Span<int> seconds)
    {
        _frame = frame;
        _wishes = wishes;
        _policy = policy;
        _seed = seed;
        _neighbours = neighbours;
        _stretchMinutes = stretchMinutes;
        _minutes = minutes;
        _seconds = seconds;
        for (var wish = 0; wish < wishes.Count; wish++)
        {
            for (var day = 0; day < DayMask.Days; day++)
            {
                if (DayMask.Has(frame.Possible, day))
                {
                    Fill(wish, day, half: false);
                    Fill(wish, day, half: true);
                }
            }
        }
    }

    /// <summary>Third, then second strength session, then a run: dropped in this order until a placement keeps every hard rule.</summary>
    /// <param name="strength">Sessions still wanted.</param>
    /// <param name="stretchMinutes">Length of the stretch session; 0 where none is wanted any more.</param>
    /// <param name="neighbours">Two run days in a row are allowed.</param>
    public static Placement Best(WeekFrame frame, RunWishes wishes, int strength, int stretchMinutes, bool neighbours, Policy policy, ulong seed)
    {
        Span<int> minutes = stackalloc int[2 * DayMask.Days * Math.Max(1, wishes.Count)];
        Span<int> seconds = stackalloc int[minutes.Length];
        minutes.Clear();
        seconds.Clear();
        var behind = DayMask.Count(frame.FixedStrengthDays);
        var search = new PlacementSearch(frame, wishes, neighbours, stretchMinutes, policy, seed, minutes, seconds);
        for (var runs = Math.Min(wishes.Count, DayMask.Count(frame.Possible)); runs >= 0; runs--)
        {
            for (var sessions = strength; sessions >= Math.Clamp(1 - behind, 0, strength); sessions--)
            {
                if (search.TryBest(runs, sessions, stretchMinutes > 0, out var found))
                {
                    return sessions + behind > policy.StrengthSessions && sessions > 0 && search.TryBest(runs, sessions - 1, stretchMinutes > 0, out var fewer) && fewer.Most > found.Most
                        ? fewer.Placement
                        : found.Placement;
                }
            }
        }

        // Hardly a day is open: a stretch, or nothing.
        return search.TryBest(0, 0, stretchMinutes > 0, out var last) ? last.Placement : new() { Longest = -1 };
    }

    private void Fill(int wish, int day, bool half)
    {
        var at = At(wish, day, half);
        if (_wishes.Walking)
        {
            _minutes[at] = Math.Min(_policy.WalkMinutes, _frame.Minutes[day]);
            _seconds[at] = 60 * _minutes[at];
        }
        else if (_wishes.Fit(wish, _frame.Minutes[day], half) is { TotalSeconds: > 0 } fit)
        {
            _minutes[at] = fit.Minutes(_policy);
            _seconds[at] = fit.TotalSeconds;
        }
    }

    private static int At(int wish, int day, bool half) => (((2 * wish) + (half ? 1 : 0)) * DayMask.Days) + day;

    private bool TryBest(int runs, int strength, bool stretch, out Candidate found)
    {
        var best = new Candidate { Most = -1, Level = int.MaxValue };
        Span<int> order = stackalloc int[DayMask.Days];
        foreach (var days in DayMask.OfSize(runs))
        {
            if ((days & ~_frame.Possible) == 0 && (_wishes.Walking || _frame.Spaces(days, _neighbours)))
            {
                for (var i = 0; i < runs; i++)
                {
                    order[i] = ClassOf(i);
                }

                do
                {
                    PlaceRuns(days, order[..runs], strength, stretch, ref best);
                }
                while (NextOrder(order[..runs]));
            }
        }

        found = best;
        return best.Level != int.MaxValue;
    }

    /// <summary>The first wish that looks the same on every day: exchanging the two would change nothing.</summary>
    private int ClassOf(int wish)
    {
        const int Row = 2 * DayMask.Days;
        for (var other = 0; other < wish; other++)
        {
            if (_seconds.Slice(other * Row, Row).SequenceEqual(_seconds.Slice(wish * Row, Row)))
            {
                return other;
            }
        }

        return wish;
    }

    private void PlaceRuns(int days, ReadOnlySpan<int> order, int strength, bool stretch, ref Candidate best)
    {
        Span<int> used = stackalloc int[DayMask.Days];
        Span<int> running = stackalloc int[DayMask.Days];
        used.Clear();
        running.Clear();
        var next = 0;
        var wishes = 0;
        var ran = 0;
        var most = 0;
        for (var day = 0; day < DayMask.Days; day++)
        {
            if (!DayMask.Has(days, day))
            {
                continue;
            }

            var wish = order[next++];
            var at = At(wish, day, AfterARun(days, day));
            if (_minutes[at] == 0)
            {
                return;
            }

            wishes |= wish << (4 * day);
            used[day] = _minutes[at];
            running[day] = _seconds[at];
            ran += _seconds[at];
            most = Math.Max(most, _seconds[at]);
        }

        most = _wishes.Walking ? 0 : most;
        if (most < best.Most)
        {
            return;
        }

        var cost = PlacementCost.OfRuns(_frame, _wishes.Walking, days, -ran);
        if (_wishes.Walking || _frame.FixedLongest || days == 0)
        {
            PlaceRest(new() { Runs = days, Longest = -1, Wishes = wishes }, most, NothingGivenUp, cost, used, strength, stretch, ref best);
            return;
        }

        var rightful = RightfulLongest(days, running, most);
        for (var day = 0; day < DayMask.Days; day++)
        {
            if (running[day] == most && !StrengthBefore(day))
            {
                var moved = day != rightful;
                PlaceRest(
                    new() { Runs = days, Longest = day, LongestMoved = moved, Wishes = wishes },
                    most,
                    moved ? LongestMoves : NothingGivenUp,
                    cost + PlacementCost.OfLongest(_frame, day, moved),
                    used,
                    strength,
                    stretch,
                    ref best);
            }
        }
    }

    private bool AfterARun(int days, int day) => !_wishes.Walking && _frame.RanBefore(day, days);

    /// <summary>The preferred day where the longest fits there as well as it does anywhere, else the last day with the most running.</summary>
    private int RightfulLongest(int days, ReadOnlySpan<int> running, int most)
    {
        if (_frame.PreferredLongest is { } preferred && DayMask.Has(days, preferred) && _seconds[At(0, preferred, AfterARun(days, preferred))] >= most)
        {
            return preferred;
        }

        var last = DayMask.Days - 1;
        while (running[last] != most)
        {
            last--;
        }

        return last;
    }

    private bool StrengthBefore(int day) => day == 0 ? _frame.StrengthLastSunday : DayMask.Has(_frame.FixedStrengthDays, day - 1);

    private void PlaceRest(Placement runs, int most, int level, int cost, ReadOnlySpan<int> used, int strength, bool stretch, ref Candidate best)
    {
        if (most == best.Most && (level > best.Level || (level == best.Level && cost + PlacementCost.OfStrengthAtLeast(strength) > best.Cost && _frame.FixedStrengthDays == 0)))
        {
            return;
        }

        var allowed = 0;
        for (var day = 0; day < DayMask.Days; day++)
        {
            var room = Room(day, used[day]);
            allowed |= room >= _policy.StrengthLeastMinutes && day != runs.Longest - 1 ? 1 << day : 0;
        }

        foreach (var days in DayMask.OfSize(strength))
        {
            if ((days & ~allowed) != 0)
            {
                continue;
            }

            var levelHere = (days & runs.Runs) != 0 ? StrengthJoinsRun : level;
            if (most == best.Most && levelHere > best.Level)
            {
                continue;
            }

            var costHere = cost + PlacementCost.OfStrength(_frame, _wishes.Walking, runs.Runs, days, runs.Longest);
            if (most == best.Most && levelHere == best.Level && costHere > best.Cost)
            {
                continue;
            }

            var placement = runs with { Strength = days };
            if (stretch)
            {
                PlaceStretch(placement, most, levelHere, costHere, used, ref best);
            }
            else
            {
                Compare(placement, most, levelHere, costHere, ref best);
            }
        }
    }

    private void PlaceStretch(Placement placement, int most, int level, int cost, ReadOnlySpan<int> used, ref Candidate best)
    {
        for (var day = 0; day < DayMask.Days; day++)
        {
            var joins = DayMask.Has(placement.Strength, day);
            if (Room(day, used[day]) - (joins ? _policy.StrengthLeastMinutes : 0) >= _stretchMinutes)
            {
                Compare(placement with { Stretch = 1 << day }, most, joins ? Math.Max(level, StretchJoinsStrength) : level, cost, ref best);
            }
        }
    }

    /// <summary>Minutes left on a day for strength and stretching.</summary>
    private int Room(int day, int used) =>
        !DayMask.Has(_frame.Open, day) ? 0 : DayMask.Has(_frame.Possible, day) ? _frame.Minutes[day] - used : _policy.HomeMinutes;

    private void Compare(Placement placement, int most, int level, int cost, ref Candidate best)
    {
        var longer = most > best.Most;
        if (!longer && level > best.Level)
        {
            return;
        }

        var sessions = placement.Runs | placement.Strength | placement.Stretch;
        if ((_frame.Covered & ~(sessions | _frame.FixedUsed)) == 0)
        {
            return;
        }

        cost += PlacementCost.OfStretch(_frame, _wishes.Walking, placement.Runs, placement.Strength, placement.Stretch, placement.Longest);
        if (!longer && level == best.Level && cost > best.Cost)
        {
            return;
        }

        var tie = Seeded.Mix(_seed ^ (ulong)(uint)(placement.Runs | placement.Strength << 7 | placement.Stretch << 14 | (placement.Longest + 1) << 21) ^ ((ulong)(uint)placement.Wishes << 32));
        if (longer || level < best.Level || cost < best.Cost || tie < best.Tie)
        {
            best = new() { Placement = placement, Most = most, Level = level, Cost = cost, Tie = tie };
        }
    }

    /// <summary>The next arrangement in dictionary order; equal values are never exchanged, so none comes twice.</summary>
    private static bool NextOrder(Span<int> order)
    {
        var i = order.Length - 2;
        while (i >= 0 && order[i] >= order[i + 1])
        {
            i--;
        }

        if (i < 0)
        {
            return false;
        }

        var j = order.Length - 1;
        while (order[j] <= order[i])
        {
            j--;
        }

        (order[i], order[j]) = (order[j], order[i]);
        order[(i + 1)..].Reverse();
        return true;
    }

    private struct Candidate
    {
        public Placement Placement;

        // Seconds of the longest run; 0 where it does not matter.
        public int Most;
        public int Level;
        public int Cost;
        public ulong Tie;
    }
}
