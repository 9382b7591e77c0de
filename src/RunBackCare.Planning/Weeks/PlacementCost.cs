namespace RunBackCare.Planning.Weeks;

/// <summary>
/// The soft scores as costs, in points; only their order of size matters. A lost minute of running weighs most, then the
/// preferred day, even spacing, strength away from runs, and last week's shape.
/// </summary>
internal static class PlacementCost
{
    private const int LostMinute = 25;
    private const int NotPreferredDay = 60;
    private const int NotRoomiestDay = 2;
    private const int NotSaturday = 6;
    private const int UnevenRuns = 10;
    private const int UnevenStrength = 3;
    private const int BeforeARun = 3;
    private const int AfterARun = 1;
    private const int StretchOnRunDay = 12;
    private const int StretchOnLongestDay = 6;
    private const int StretchOnStrengthDay = 20;
    private const int SessionBeforeLongest = 3;
    private const int StrengthOnRunDay = 50;
    private const int LongestMoved = 30;
    private const int StrengthBeforeMonday = 200;
    private const int StrengthBeforeLikelyMonday = 20;
    private const int NoRestAfterWalks = 2;
    private const int ChangedRunDay = 4;
    private const int ChangedStrengthDay = 2;
    private const int ChangedStretchDay = 1;
    private const int Saturday = 5;

    public static int OfRuns(WeekFrame frame, bool walking, int runs, int lostSeconds)
    {
        var all = runs | frame.FixedRunDays;
        var cost = (lostSeconds * LostMinute / 60) + (UnevenRuns * DayMask.Uneven(all)) + DayMask.UnevenInside(all);
        if (frame.Shape.Runs != 0)
        {
            cost += ChangedRunDay * DayMask.Count(all ^ frame.Shape.Runs);
        }

        return walking ? cost + SumOfDays(runs) : cost;
    }

    /// <summary>What strength sessions cost at least, wherever they stand.</summary>
    public static int OfStrengthAtLeast(int sessions) => sessions == 0 ? 0 : UnevenStrength * DayMask.Days * DayMask.Days / sessions;

    public static int OfLongest(WeekFrame frame, int longest, bool moved)
    {
        if (longest < 0)
        {
            return 0;
        }

        var cost = moved ? LongestMoved : 0;
        if (frame.PreferredLongest is { } preferred)
        {
            return cost + (longest == preferred ? 0 : NotPreferredDay);
        }

        return cost + (frame.Minutes[longest] == frame.MostMinutes ? 0 : NotRoomiestDay) + (longest == Saturday ? 0 : NotSaturday);
    }

    public static int OfStrength(WeekFrame frame, bool walking, int runs, int strength, int longest)
    {
        var all = strength | frame.FixedStrengthDays;
        var cost = (UnevenStrength * DayMask.Uneven(all)) + (StrengthOnRunDay * DayMask.Count(strength & runs)) + (AfterARun * DayMask.Count(strength & (runs << 1)));
        if (!walking)
        {
            cost += BeforeARun * DayMask.Count(strength & (runs >> 1));
        }

        if (DayMask.Has(strength, DayMask.Days - 1))
        {
            cost += frame.MondayWaits ? StrengthBeforeMonday : longest == 0 ? StrengthBeforeLikelyMonday : 0;
        }

        return frame.Shape.Runs == 0 ? cost : cost + (ChangedStrengthDay * DayMask.Count(all ^ frame.Shape.Strength));
    }

    public static int OfStretch(WeekFrame frame, bool walking, int runs, int strength, int stretch, int longest)
    {
        var cost = 0;
        if (stretch != 0)
        {
            cost += (stretch & runs) != 0 ? StretchOnRunDay : 0;
            cost += longest >= 0 && DayMask.Has(stretch, longest) ? StretchOnLongestDay : 0;
            cost += (stretch & strength) != 0 ? StretchOnStrengthDay : 0;
            cost += frame.Shape.Stretch == 0 || stretch == frame.Shape.Stretch ? 0 : ChangedStretchDay;
        }

        var used = runs | strength | stretch;
        cost += longest > 0 && DayMask.Has(used, longest - 1) ? SessionBeforeLongest : 0;

        // A walking week begins with a walk and ends with a rest.
        return walking && DayMask.Has(used, DayMask.Days - 1) ? cost + NoRestAfterWalks : cost;
    }

    private static int SumOfDays(int mask)
    {
        var sum = 0;
        for (var day = 0; day < DayMask.Days; day++)
        {
            sum += DayMask.Has(mask, day) ? day : 0;
        }

        return sum;
    }
}
