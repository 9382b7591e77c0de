using NodaTime;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

public sealed class SendSlotFacts
{
    private static readonly LocalDate Monday = new(2026, 11, 30);

    [Theory]
    [InlineData(IsoDayOfWeek.Sunday, "17:00", "2026-11-29T17:00:00")]
    [InlineData(IsoDayOfWeek.Saturday, "06:30", "2026-11-28T06:30:00")]
    [InlineData(IsoDayOfWeek.Monday, "00:00", "2026-11-30T00:00:00")]
    [InlineData(IsoDayOfWeek.Monday, "12:00", "2026-11-30T12:00:00")]
    [InlineData(IsoDayOfWeek.Monday, "12:01", "2026-11-23T12:01:00")]
    [InlineData(IsoDayOfWeek.Tuesday, "09:00", "2026-11-24T09:00:00")]
    public void A_week_leaves_at_the_last_such_hour_that_is_not_after_its_Monday_noon(IsoDayOfWeek day, string at, string leaves)
    {
        var slot = new SendSlot(day, NodaTime.Text.LocalTimePattern.GeneralIso.Parse(at + ":00").Value, DateTimeZone.Utc);

        Assert.Equal(leaves, slot.LocalFor(Monday).ToString("s", null));
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_moves_on_by_as_much()
    {
        var slot = new SendSlot(IsoDayOfWeek.Sunday, new(2, 30), DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

        Assert.Equal(Instant.FromUtc(2027, 3, 28, 1, 30), slot.For(new(2027, 3, 29)));
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_counts()
    {
        var slot = new SendSlot(IsoDayOfWeek.Sunday, new(2, 30), DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), slot.For(new(2026, 10, 26)));
    }

    [Fact]
    public void In_every_zone_at_both_edges_every_day_and_hour_leaves_once_a_week()
    {
        var slots =
            from zone in Zones.All
            from edge in Zones.EdgesOf(zone)
            from day in Enumerable.Range(1, 7)
            from hour in Enumerable.Range(0, 24)
            select (Slot: new SendSlot((IsoDayOfWeek)day, new(hour, hour % 4 * 15), zone), Monday: PlanSchedule.MondayOf(edge.InZone(zone).Date));

        foreach (var (slot, monday) in slots)
        {
            var leaves = Enumerable.Range(-1, 4).Select(w => slot.For(monday.PlusWeeks(w))).ToList();
            Assert.All(leaves.Zip(leaves.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalDays, 6.0, 8.0));
        }
    }
}
