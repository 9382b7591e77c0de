using System.Numerics;

namespace RunBackCare.Planning.Weeks;

/// <summary>Sets of weekdays as seven bits, Monday the lowest, and what the search asks of each of the 128 of them.</summary>
internal static class DayMask
{
    public const int Days = 7;
    public const int All = 127;
    public const int Sunday = 1 << 6;

    private static readonly int[][] BySize = [.. Enumerable.Range(0, Days + 1).Select(size => Enumerable.Range(0, 128).Where(m => Count(m) == size).ToArray())];

    private static readonly int[] InsideUnevenness = [.. Enumerable.Range(0, 128).Select(SquaredGapsInside)];

    private static readonly int[] Unevenness = [.. Enumerable.Range(0, 128).Select(SquaredGaps)];

    public static ReadOnlySpan<int> OfSize(int size) => BySize[size];

    public static int Count(int mask) => BitOperations.PopCount((uint)mask);

    public static bool Has(int mask, int day) => (mask >> day & 1) != 0;

    public static int Last(int mask) => BitOperations.Log2((uint)mask);

    /// <summary>Sum of the squared gaps between the days, the week taken as a ring; the smaller, the more even.</summary>
    public static int Uneven(int mask) => Unevenness[mask];

    /// <summary>The same within the week alone: of two equal rings, the one whose longer gap is the week's turn.</summary>
    public static int UnevenInside(int mask) => InsideUnevenness[mask];

    /// <summary>Most possible days that can hold runs week after week, Sunday and Monday being neighbours: none together, or no three in a row.</summary>
    public static int MostSpaced(Runners.Availability days, bool neighbours)
    {
        var possible = OfLength(days, Runners.Availability.ShortestDay);
        var most = 0;
        for (var mask = 1; mask <= All; mask++)
        {
            if ((mask & ~possible) == 0 && IsSpaced(mask, neighbours))
            {
                most = Math.Max(most, Count(mask));
            }
        }

        return most;
    }

    /// <summary>Monday is as long as days get, and as many spaced runs as fit leave no other such day.</summary>
    public static bool OnlyMondayIsLong(Runners.Availability days)
    {
        var longest = days.PossibleDays == 0 ? 0 : OfLength(days, days.Longest);
        if (!Has(longest, 0) || longest == 1)
        {
            return longest == 1;
        }

        var possible = OfLength(days, Runners.Availability.ShortestDay);
        foreach (var mask in OfSize(MostSpaced(days, neighbours: false)))
        {
            if ((mask & ~possible) == 0 && IsSpaced(mask, neighbours: false) && (mask & longest) > 1)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpaced(int mask, bool neighbours)
    {
        var next = Turn(mask);
        return (mask & next & (neighbours ? Turn(next) : All)) == 0;
    }

    private static int OfLength(Runners.Availability days, int minutes)
    {
        var mask = 0;
        for (var day = 0; day < Days; day++)
        {
            mask |= days.Minutes[day] >= minutes ? 1 << day : 0;
        }

        return mask;
    }

    private static int Turn(int mask) => ((mask << 1) | (mask >> (Days - 1))) & All;

    private static int SquaredGapsInside(int mask)
    {
        if (mask == 0)
        {
            return 0;
        }

        var turn = BitOperations.TrailingZeroCount(mask) + Days - Last(mask);
        return SquaredGaps(mask) - (turn * turn);
    }

    private static int SquaredGaps(int mask)
    {
        if (mask == 0)
        {
            return 0;
        }

        var sum = 0;
        var last = Last(mask) - Days;
        for (var day = 0; day < Days; day++)
        {
            if (Has(mask, day))
            {
                sum += (day - last) * (day - last);
                last = day;
            }
        }

        return sum;
    }
}
