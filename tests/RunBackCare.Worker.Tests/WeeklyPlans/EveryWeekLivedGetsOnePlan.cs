using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.WeeklyPlans;

/// <summary>
/// Months of lives in all zones, around their changes of clock, confirmed at any moment, with slots and zones moved and pauses begun and ended:
/// each week that could be lived by a plan gets exactly one. The arithmetic is told here a second time, day by day, to hold the first against it.
/// </summary>
public sealed class EveryWeekLivedGetsOnePlan
{
    private const int LifeInDays = 100;

    private static readonly Duration JobsRunEvery = Duration.FromMinutes(5);

    private static readonly Gen<DateTimeZone> AnyZone = Gen.Int[0, Zones.All.Length - 1].Select(i => Zones.All[i]);

    private static readonly Gen<IsoDayOfWeek> AnyDay = Gen.Int[1, 7].Select(d => (IsoDayOfWeek)d);

    private static readonly Gen<LocalTime> AnyTime = Gen.Int[0, 24 * 12 - 1].Select(i => LocalTime.Midnight.PlusMinutes(i * 5));

    private static readonly Gen<Life> QuietLife =
        from zone in AnyZone
        from day in AnyDay
        from at in AnyTime
        from edge in Gen.Int[0, 9]
        from before in Gen.Int[0, 60 * 24 * 60]
        let edges = Zones.EdgesOf(zone)
        let confirmed = edges[edge % edges.Length] - Duration.FromMinutes(before)
        select new Life(new(day, at, zone), confirmed, [], confirmed + Duration.FromDays(LifeInDays));

    private static readonly Gen<Func<Instant, Change>> AnyChange = Gen.OneOf(
        Gen.Select(AnyDay, AnyTime, (day, hour) => (Func<Instant, Change>)(at => new Change.Slot(at, day, hour))),
        AnyZone.Select(zone => (Func<Instant, Change>)(at => new Change.Zone(at, zone))),
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 40], (inDays, days) => (Func<Instant, Change>)(at => new Change.Pause(at, inDays, days == 0 ? null : days))),
        Gen.Const((Func<Instant, Change>)(at => new Change.Resume(at))));

    private static readonly Gen<Life> MovedLife =
        from life in QuietLife
        from changes in Gen.Select(Gen.Int[0, LifeInDays * 24 * 60 - 1], AnyChange).Array[0, 6]
        select life with { Changes = [.. changes.OrderBy(c => c.Item1).Select(c => c.Item2(life.Confirmed + Duration.FromMinutes(c.Item1)))] };

    private static readonly Gen<Life> LifeWithOutages =
        from life in QuietLife
        from outages in Gen.Select(Gen.Int[0, LifeInDays * 24 * 60 - 1], Gen.Int[0, 20 * 24 * 60]).Array[1, 3]
        select life with
        {
            Changes = [.. outages.OrderBy(o => o.Item1).Select(o => new Change.Outage(life.Confirmed + Duration.FromMinutes(o.Item1), Duration.FromMinutes(o.Item2)))],
        };

    [Fact]
    public void A_life_without_changes_gets_every_week_at_its_slot() => QuietLife.Sample(
        life =>
        {
            var planned = LivedLife.Of(life).Planned;
            var local = life.Confirmed.InZone(life.Slot.Zone).LocalDateTime;
            var first = planned[0].Starts;

            Assert.Equal(DaysLeft(MondayBefore(local.Date), local) >= 3 ? MondayBefore(local.Date) : MondayBefore(local.Date).PlusWeeks(1), first);
            Assert.Equal(Enumerable.Range(0, planned.Count).Select(first.PlusWeeks), planned.Select(p => p.Starts));
            Assert.All(planned, p => Assert.InRange(p.When.At - Instant.Max(life.Confirmed, SlotByTheDay(life.Slot, p.Starts)), Duration.Zero, JobsRunEvery));
            Assert.All(planned.Skip(1), p => Assert.Equal(p.Starts, p.FirstDay));
            Assert.True(SlotByTheDay(life.Slot, planned[^1].Starts.PlusWeeks(1)) > life.Ends - JobsRunEvery);
        },
        iter: 2000);

    [Fact]
    public void A_life_with_moves_and_pauses_gets_one_plan_for_every_week_that_has_days_enough() => MovedLife.Sample(
        life =>
        {
            var lived = LivedLife.Of(life);

            Assert.Distinct(lived.Planned.Select(p => p.Starts));
            Assert.All(lived.Planned, OfferedOnlyDaysLeft);
            Assert.All(WeeksWithout(lived, life), week => Assert.All(Opportunities(lived, week), moment => Assert.InRange(DaysLeft(week, moment), 0, 2)));
        },
        iter: 3000);

    [Fact]
    public void After_an_outage_what_is_left_of_a_week_is_planned_and_what_is_gone_is_not() => LifeWithOutages.Sample(
        life =>
        {
            var planned = LivedLife.Of(life).Planned;

            Assert.Distinct(planned.Select(p => p.Starts));
            Assert.All(planned, OfferedOnlyDaysLeft);
            Assert.Equal(planned.OrderBy(p => p.Starts), planned);
        },
        iter: 1000);

    private static void OfferedOnlyDaysLeft(PlannedAt planned)
    {
        var local = Local(planned.When);
        var left = Left(planned.Starts, local, planned.When.Pauses);

        // A job within its hour counts as on time, so that noon may have passed meanwhile.
        var onTime = Left(planned.Starts, local.PlusHours(-1), planned.When.Pauses);
        Assert.Contains(planned.FirstDay, new[] { left.FirstOrDefault(), onTime.FirstOrDefault() });
        Assert.True(Math.Max(left.Count, onTime.Count) >= 3);
        Assert.True(planned.When.At >= planned.When.Slot.For(planned.Starts));
    }

    /// <summary>From the week of confirmation to the one before the end.</summary>
    private static IEnumerable<LocalDate> WeeksWithout(LivedLife lived, Life life)
    {
        var planned = lived.Planned.Select(p => p.Starts).ToHashSet();
        var last = life.Ends.InZone(lived.Moments[^1].Slot.Zone).Date.PlusWeeks(-1);
        for (var monday = MondayBefore(life.Confirmed.InZone(life.Slot.Zone).Date); monday <= last; monday = monday.PlusWeeks(1))
        {
            if (!planned.Contains(monday))
            {
                yield return monday;
            }
        }
    }

    /// <summary>Every moment from the week's slot on at which it could have been planned: at each change, and at the slot itself as it then stood.</summary>
    private static IEnumerable<Moment> Opportunities(LivedLife lived, LocalDate week)
    {
        foreach (var (moment, next) in lived.Moments.Zip(lived.Moments.Skip(1).Append(null)))
        {
            var at = Instant.Max(moment.At, SlotByTheDay(moment.Slot, week));
            if (next is null || at + JobsRunEvery < next.At)
            {
                yield return moment with { At = at };
            }
        }
    }

    private static int DaysLeft(LocalDate week, Moment moment) => Left(week, Local(moment), moment.Pauses).Count;

    private static int DaysLeft(LocalDate week, LocalDateTime now) => Left(week, now, []).Count;

    private static List<LocalDate> Left(LocalDate week, LocalDateTime now, ImmutableArray<Pause> pauses)
    {
        var left = new List<LocalDate>();
        for (var day = week; day < week.PlusWeeks(1); day = day.PlusDays(1))
        {
            var isStillToCome = day > now.Date || (day == now.Date && now.TimeOfDay <= LocalTime.Noon);
            if (isStillToCome && pauses.All(p => day < p.From || (p.To is { } to && day > to)))
            {
                left.Add(day);
            }
        }

        return left;
    }

    private static Instant SlotByTheDay(SendSlot slot, LocalDate week)
    {
        var at = week + LocalTime.Noon;
        while (at.DayOfWeek != slot.Day || at.TimeOfDay != slot.At)
        {
            at = at.PlusMinutes(-5);
        }

        return slot.Zone.AtLeniently(at).ToInstant();
    }

    private static LocalDate MondayBefore(LocalDate day)
    {
        while (day.DayOfWeek != IsoDayOfWeek.Monday)
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    private static LocalDateTime Local(Moment moment) => moment.At.InZone(moment.Slot.Zone).LocalDateTime;
}
