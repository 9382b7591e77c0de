using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>The seven days before anything is placed: which are open, how long each is, and what the days around them already hold.</summary>
internal sealed class WeekFrame
{
    public required LocalDate Monday { get; init; }

    /// <summary>Days the plan speaks of, those already over included.</summary>
    public required int Covered { get; init; }

    /// <summary>Days on which something may be placed.</summary>
    public required int Open { get; init; }

    /// <summary>Open days with time for a run or walk.</summary>
    public required int Possible { get; init; }

    /// <summary>Most minutes of each day, Monday first; 0 where no run or walk is possible.</summary>
    public required int[] Minutes { get; init; }

    /// <summary>Minutes of the roomiest day.</summary>
    public required int MostMinutes { get; init; }

    public int? PreferredLongest { get; init; }

    public bool RanLastSaturday { get; init; }

    public bool RanLastSunday { get; init; }

    public bool StrengthLastSunday { get; init; }

    /// <summary>Days already over that have any session, an offered walk included.</summary>
    public int FixedUsed { get; init; }

    public int FixedRunDays { get; init; }

    public int FixedStrengthDays { get; init; }

    public bool FixedStretch { get; init; }

    public bool FixedLongest { get; init; }

    /// <summary>Runs, and walks in place of runs, on days already over.</summary>
    public int FixedRuns { get; init; }

    /// <summary>Weekdays of the last whole week's sessions, to change as little as possible; all 0 where there is none.</summary>
    public (int Runs, int Strength, int Stretch) Shape { get; init; }

    public int CoveredDays => DayMask.Count(Covered);

    /// <summary>The plan begins after Monday.</summary>
    public bool Partial => !DayMask.Has(Covered, 0);

    /// <summary>Next Monday is to hold the longest run, by preference or because no other day of its length keeps its distance: strength on Sunday would drive it away.</summary>
    public bool MondayWaits { get; init; }

    /// <summary>Whether run days keep their distance: from each other, from days already over, and from last week's.</summary>
    /// <param name="runs">Run days to place.</param>
    /// <param name="neighbours">Two in a row are allowed, three never.</param>
    public bool Spaces(int runs, bool neighbours)
    {
        // Two more bits in front: last Saturday and last Sunday.
        var all = (runs | FixedRunDays) << 2 | (RanLastSunday ? 2 : 0) | (RanLastSaturday ? 1 : 0);
        var placed = runs << 2;
        var pairs = all & (all << 1);
        return neighbours
            ? (pairs & (all << 2) & (placed | (placed << 1) | (placed << 2))) == 0
            : (pairs & (placed | (placed << 1))) == 0;
    }

    /// <summary>Whether the day before is a run day.</summary>
    public bool RanBefore(int day, int runs) => day == 0 ? RanLastSunday : DayMask.Has(runs | FixedRunDays, day - 1);

    public LocalDate DateOf(int day) => Monday.PlusDays(day);

    public static WeekFrame Of(Facts facts, Prescription prescription)
    {
        var monday = facts.Starts;
        var past = prescription.FixedDays;
        var firstOpen = Period.DaysBetween(monday, facts.FirstDay);
        if (!past.IsEmpty)
        {
            firstOpen = Math.Max(firstOpen, Period.DaysBetween(monday, past[^1].Date) + 1);
        }

        var firstCovered = past.IsEmpty ? firstOpen : Period.DaysBetween(monday, past[0].Date);
        var open = DayMask.All & ~((1 << firstOpen) - 1);
        var possible = 0;
        var minutes = new int[DayMask.Days];
        for (var day = 0; day < DayMask.Days; day++)
        {
            var date = monday.PlusDays(day);
            foreach (var away in facts.Profile.Blackout)
            {
                if (away.Contains(date))
                {
                    open &= ~(1 << day);
                }
            }

            if (DayMask.Has(open, day) && facts.Profile.Days[(IsoDayOfWeek)(day + 1)] is > 0 and var most)
            {
                possible |= 1 << day;
                minutes[day] = most;
            }
        }

        var used = 0;
        var runDays = 0;
        var strengthDays = 0;
        var runs = 0;
        var stretch = false;
        var longest = false;
        foreach (var (date, sessions) in past)
        {
            var bit = 1 << Period.DaysBetween(monday, date);
            foreach (var session in sessions)
            {
                used |= session is Session.Rest ? 0 : bit;
                runDays |= session is Session.Run ? bit : 0;
                strengthDays |= session is Session.Strength ? bit : 0;
                runs += session is Session.Run or Session.Walk { Optional: false } or Session.Swap ? 1 : 0;
                stretch |= session is Session.Stretch;
                longest |= session is Session.Run { Longest: true };
            }
        }

        return new()
        {
            Monday = monday,
            Covered = DayMask.All & ~((1 << firstCovered) - 1),
            Open = open,
            Possible = possible,
            Minutes = minutes,
            MostMinutes = minutes.Max(),
            PreferredLongest = facts.Profile.LongestRunDay is { } preferred ? (int)preferred - 1 : null,
            MondayWaits = facts.Profile.LongestRunDay == IsoDayOfWeek.Monday || DayMask.OnlyMondayIsLong(facts.Profile.Days),
            RanLastSaturday = Ran(facts.History, monday.PlusDays(-2)),
            RanLastSunday = Ran(facts.History, monday.PlusDays(-1)),
            StrengthLastSunday = Before(facts).Any(w => w.Strength.Contains(monday.PlusDays(-1))),
            FixedUsed = used,
            FixedRunDays = runDays,
            FixedStrengthDays = strengthDays,
            FixedStretch = stretch,
            FixedLongest = longest,
            FixedRuns = runs,
            Shape = ShapeOf(facts),
        };
    }

    /// <summary>Planned or done: a run that was said not to be done still keeps the next day free, which costs nothing.</summary>
    private static bool Ran(RunnerHistory history, LocalDate day)
    {
        foreach (var week in history.Weeks)
        {
            foreach (var run in week.Runs)
            {
                if (run.Day == day)
                {
                    return true;
                }
            }
        }

        foreach (var log in history.Logs)
        {
            if (log is SessionLog.OnDay { Kind: LoggedKind.Run, Done: true } done && done.Day == day)
            {
                return true;
            }
        }

        return false;
    }

    private static (int Runs, int Strength, int Stretch) ShapeOf(Facts facts)
    {
        // A revision changes its own week as little as possible.
        foreach (var week in facts.History.Weeks.Reverse())
        {
            if ((week.FirstDay == week.Starts || week.Starts == facts.Starts) && (week.Runs.Length > 0 || week.Walks.Length > 0))
            {
                var runs = 0;
                var strength = 0;
                var stretch = 0;
                foreach (var run in week.Runs)
                {
                    runs |= 1 << Period.DaysBetween(week.Starts, run.Day);
                }

                foreach (var walk in week.Walks)
                {
                    runs |= 1 << Period.DaysBetween(week.Starts, walk.Day);
                }

                foreach (var day in week.Strength)
                {
                    strength |= 1 << Period.DaysBetween(week.Starts, day);
                }

                foreach (var day in week.Stretch)
                {
                    stretch |= 1 << Period.DaysBetween(week.Starts, day);
                }

                return (runs, strength, stretch);
            }
        }

        return default;
    }

    private static IEnumerable<PastWeek> Before(Facts facts) => facts.History.Weeks.Reverse().Where(w => w.Starts < facts.Starts);
}
