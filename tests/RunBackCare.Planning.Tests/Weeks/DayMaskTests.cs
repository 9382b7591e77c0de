using CsCheck;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>Sets of weekdays, Monday the first bit, and how evenly they stand in a week that comes again.</summary>
public sealed class DayMaskTests
{
    [Fact]
    public void There_are_thirty_five_ways_to_take_three_days_of_seven()
    {
        Assert.Equal([1, 7, 21, 35, 35, 21, 7, 1], Enumerable.Range(0, 8).Select(size => DayMask.OfSize(size).Length));
        Assert.All(DayMask.OfSize(3).ToArray(), mask => Assert.Equal(3, Enumerable.Range(0, 7).Count(day => DayMask.Has(mask, day))));
    }

    [Theory]
    [InlineData(0b000_0000, 0, 0)]
    [InlineData(0b000_0001, 49, 0)]
    [InlineData(0b100_0000, 49, 0)]
    [InlineData(0b000_0011, 37, 1)] // a day, then six
    [InlineData(0b100_0001, 37, 36)]
    [InlineData(0b010_1010, 17, 8)] // Tuesday, Thursday, Saturday: two, two, three over the week's turn
    [InlineData(0b101_0010, 17, 13)] // Tuesday, Friday, Sunday: three, two, two
    [InlineData(0b111_1111, 7, 6)]
    public void The_squares_of_the_gaps_say_how_uneven_they_are(int mask, int uneven, int inside) =>
        Assert.Equal((uneven, inside), (DayMask.Uneven(mask), DayMask.UnevenInside(mask)));

    [Theory]
    [InlineData(new[] { 60, 60, 60, 60, 60, 60, 60 }, 3, 4)]
    [InlineData(new[] { 60, 0, 0, 0, 0, 0, 60 }, 1, 2)] // Sunday and Monday are neighbours
    [InlineData(new[] { 60, 60, 0, 0, 0, 0, 60 }, 2, 2)]
    [InlineData(new[] { 60, 60, 60, 0, 0, 0, 0 }, 2, 2)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0 }, 0, 0)]
    [InlineData(new[] { 0, 20, 0, 20, 0, 20, 0 }, 3, 3)]
    public void Runs_fit_with_a_day_between_or_two_in_a_row(int[] days, int spaced, int neighbours)
    {
        var availability = new Availability([.. days]);
        Assert.Equal((spaced, neighbours), (DayMask.MostSpaced(availability, neighbours: false), DayMask.MostSpaced(availability, neighbours: true)));
    }

    [Theory]
    [InlineData(new[] { 60, 0, 0, 0, 0, 0, 0 }, true)]
    [InlineData(new[] { 60, 45, 0, 45, 0, 45, 0 }, true)]
    [InlineData(new[] { 60, 0, 60, 0, 45, 0, 0 }, false)]
    [InlineData(new[] { 60, 0, 0, 45, 0, 0, 60 }, false)] // Thursday and Sunday are two, and Sunday is as long
    [InlineData(new[] { 60, 60, 45, 0, 0, 0, 45 }, false)]
    [InlineData(new[] { 45, 0, 60, 0, 45, 0, 0 }, false)]
    [InlineData(new[] { 0, 0, 0, 0, 0, 0, 0 }, false)]
    public void Monday_is_the_only_long_day_that_spaced_runs_leave(int[] days, bool only) => Assert.Equal(only, DayMask.OnlyMondayIsLong(new([.. days])));

    /// <summary>The same, asked of every set of runs: as many as a week after week can hold, one of them on another day as long.</summary>
    [Fact]
    public void Any_days_agree_with_a_look_at_every_set() => Gen.Int[0, 3].Array[7].Sample(
        lengths =>
        {
            var days = new Availability([.. lengths.Select(length => 20 * length)]);
            bool IsPossible(int day) => lengths[day % 7] > 0;
            bool IsSpaced(int mask) => Enumerable.Range(0, 7).All(day => !DayMask.Has(mask, day) || (IsPossible(day) && !DayMask.Has(mask, (day + 1) % 7)));
            int[] spaced = [.. Enumerable.Range(0, 128).Where(IsSpaced)];
            var most = spaced.Max(DayMask.Count);
            var asLong = Enumerable.Range(1, 6).Where(day => lengths[day] == lengths.Max()).ToArray();
            var only = lengths[0] > 0 && lengths[0] == lengths.Max() && !spaced.Any(mask => DayMask.Count(mask) == most && asLong.Any(day => DayMask.Has(mask, day)));
            Assert.Equal((most, only), (DayMask.MostSpaced(days, neighbours: false), DayMask.OnlyMondayIsLong(days)));
        },
        iter: 5_000);
}
