using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using static RunBackCare.Planning.Tests.Weeks.DayBits;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>What the week is seen to hold before anything is placed. Days are bits, Monday the first.</summary>
public sealed class WeekFrameFacts
{
    private static readonly PastWeek Full = Given.LastWeek with
    {
        Runs = [Run(Tue), Run(Thu), Run(Sat)],
        Walks = [new(Day(Sun), 30)],
        Strength = [Day(Wed), Day(Sun)],
        Stretch = [Day(Mon)],
    };

    [Fact]
    public void The_shape_to_keep_is_that_of_the_last_whole_week() =>
        Assert.Equal((Tue | Thu | Sat | Sun, Wed | Sun, Mon), Of(Given.Facts(Given.Ann, Full)).Shape);

    [Fact]
    public void Of_the_newest_one() =>
        Assert.Equal(Tue, Of(Given.Facts(Given.Ann, Full with { Starts = Given.Monday.PlusWeeks(-2), FirstDay = Given.Monday.PlusWeeks(-2) }, Given.LastWeek with { Runs = [Run(Tue)] })).Shape.Runs);

    [Fact]
    public void A_week_of_walks_has_a_shape() =>
        Assert.Equal((Tue | Thu, 0, 0), Of(Given.Facts(Given.Ann, Given.LastWeek with { Walks = [new(Day(Tue), 30), new(Day(Thu), 30)] })).Shape);

    [Fact]
    public void A_part_of_a_week_has_none() => Assert.Equal(default, Of(Given.Facts(Given.Ann, Full with { FirstDay = Full.Starts.PlusDays(1) })).Shape);

    [Fact]
    public void Nor_has_a_week_in_which_nothing_was_planned() => Assert.Equal(default, Of(Given.Facts(Given.Ann, Given.LastWeek with { Strength = [Day(Wed)], Stretch = [Day(Mon)] })).Shape);

    [Fact]
    public void A_week_that_is_revised_keeps_its_own_shape_even_where_it_is_a_part()
    {
        var running = new PastRun(Given.Monday.PlusDays(4), 600, 30, Surface.Road, true, false);
        Assert.Equal(Fri, Of(Given.Facts(Given.Ann, Full, Given.LastWeek with { Starts = Given.Monday, FirstDay = Given.Monday.PlusDays(2), Runs = [running] }) with { Starts = Given.Monday, FirstDay = Given.Monday }).Shape.Runs);
    }

    [Fact]
    public void Strength_last_Sunday_is_seen()
    {
        Assert.True(Of(Given.Facts(Given.Ann, Full)).StrengthLastSunday);
        Assert.False(Of(Given.Facts(Given.Ann, Full with { Strength = [Day(Wed), Day(Sat)] })).StrengthLastSunday);
    }

    [Fact]
    public void Runs_of_the_last_weekend_are_seen()
    {
        (bool, bool) Ran(params PastRun[] runs) => Of(Given.Facts(Given.Ann, Given.LastWeek with { Runs = [.. runs] })) is var frame ? (frame.RanLastSaturday, frame.RanLastSunday) : default;
        Assert.Equal((true, false), Ran(Run(Thu), Run(Sat)));
        Assert.Equal((false, true), Ran(Run(Thu), Run(Sun)));
        Assert.Equal((false, false), Ran(Run(Thu)));
    }

    [Fact]
    public void Days_that_are_over_are_counted_by_what_they_hold()
    {
        PlannedDay On(int day, params Session[] sessions) => new(Given.Monday.PlusDays(day), [.. sessions]);
        var past = new[]
        {
            On(0, Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(5)))[0], new Session.Roll { Minutes = 5, Items = [] }),
            On(1, new Session.Strength { Minutes = 15, Items = [] }, new Session.Stretch { Minutes = 12, Items = [] }),
            On(2, new Session.Walk { Minutes = 30 }),
            On(3, new Session.Walk { Minutes = 30, Optional = true }),
            On(4, new Session.Rest { Minutes = 0 }),
        };
        var frame = Of(Given.Facts(Given.Ann), [.. past]);
        Assert.Equal((Mon | Tue | Wed | Thu, Mon, Tue, true), (frame.FixedUsed, frame.FixedRunDays, frame.FixedStrengthDays, frame.FixedStretch));
        Assert.Equal((2, DayMask.All, Sat | Sun), (frame.FixedRuns, frame.Covered, frame.Open));
        var swapped = Of(Given.Facts(Given.Ann), [On(0, new Session.Swap { Minutes = 30, Id = "X05" }), On(1, new Session.Stretch { Minutes = 12, Items = [] })]);
        Assert.Equal((1, 0, 0, true, false), (swapped.FixedRuns, swapped.FixedRunDays, swapped.FixedStrengthDays, swapped.FixedStretch, swapped.FixedLongest));
    }

    [Fact]
    public void A_longest_run_that_is_over_is_the_longest()
    {
        var week = Given.Week(Given.Ann with { LongestRunDay = IsoDayOfWeek.Tuesday }, Given.OnRung(5));
        Assert.True(Of(Given.Facts(Given.Ann), week.Days[..2]).FixedLongest);
        Assert.False(Of(Given.Facts(Given.Ann), week.Days[..1]).FixedLongest);
    }

    [Fact]
    public void Time_is_told_day_by_day_and_the_roomiest_is_known()
    {
        var frame = Of(Given.Facts(Given.Ann with { Days = Given.Days(tue: 45, thu: 20, sat: 90), Blackout = [new(Given.Monday.PlusDays(3), Given.Monday.PlusDays(3))] }));
        Assert.Equal([0, 45, 0, 0, 0, 90, 0], frame.Minutes);
        Assert.Equal((90, Tue | Sat, DayMask.All & ~Thu), (frame.MostMinutes, frame.Possible, frame.Open));
    }

    /// <summary>Every set of run days beside every weekend before it, with and without runs that are over.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(Mon)]
    [InlineData(Tue | Wed)]
    public void Runs_keep_their_distance_or_never_stand_three_in_a_row(int over)
    {
        for (var weekend = 0; weekend < 4; weekend++)
        {
            var frame = Frame(over, saturday: (weekend & 1) != 0, sunday: (weekend & 2) != 0);
            bool Ran(int day, int runs) => day switch { -2 => frame.RanLastSaturday, -1 => frame.RanLastSunday, >= 0 and < 7 => DayMask.Has(runs | over, day), _ => false };
            for (var runs = 0; runs <= DayMask.All; runs++)
            {
                var mask = runs;
                int[] placed = [.. Enumerable.Range(0, 7).Where(day => DayMask.Has(mask, day))];
                var apart = placed.All(day => !Ran(day - 1, mask) && !Ran(day + 1, mask));
                var notThree = placed.All(day => !Enumerable.Range(day - 2, 3).Any(first => Ran(first, mask) && Ran(first + 1, mask) && Ran(first + 2, mask)));
                if ((mask & over) == 0)
                {
                    Assert.Equal((apart, notThree), (frame.Spaces(mask, neighbours: false), frame.Spaces(mask, neighbours: true)));
                    Assert.All(placed, day => Assert.Equal(Ran(day - 1, mask), frame.RanBefore(day, mask)));
                }
            }
        }
    }

    private static WeekFrame Frame(int fixedRuns, bool saturday, bool sunday) => new()
    {
        Monday = Given.Monday,
        Covered = DayMask.All,
        Open = DayMask.All,
        Possible = DayMask.All,
        Minutes = [60, 60, 60, 60, 60, 60, 60],
        MostMinutes = 60,
        FixedRunDays = fixedRuns,
        RanLastSaturday = saturday,
        RanLastSunday = sunday,
    };

    private static WeekFrame Of(Facts facts, ImmutableArray<PlannedDay>? past = null) => WeekFrame.Of(facts with { Starts = Given.Monday }, Given.OnRung(5) with { FixedDays = past ?? [] });

    private static LocalDate Day(int bit) => Given.Monday.PlusWeeks(-1).PlusDays(DayMask.Last(bit));

    private static PastRun Run(int bit) => new(Day(bit), 600, 30, Surface.Road, Longest: false, Hills: false);
}
