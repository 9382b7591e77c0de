using NodaTime;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>The day and hour at which a person wants their weeks, where they live.</summary>
internal readonly record struct SendSlot(IsoDayOfWeek Day, LocalTime At, DateTimeZone Zone)
{
    /// <summary>A week has to arrive while its Monday can still be lived by it.</summary>
    public static LocalTime LatestOnMonday => LocalTime.Noon;

    public static SendSlot Of(Subscriber subscriber) => new(subscriber.SendDay, subscriber.SendAt, DateTimeZoneProviders.Tzdb[subscriber.Zone]);

    /// <summary>The latest such day and hour that is not after Monday noon of the week.</summary>
    public LocalDateTime LocalFor(LocalDate monday)
    {
        var day = monday.PlusDays(1).Previous(Day);
        return (day == monday && At > LatestOnMonday ? day.PlusWeeks(-1) : day) + At;
    }

    /// <summary>An hour that the clocks skip moves on by as much as they do; of one that comes twice, the first counts.</summary>
    public Instant For(LocalDate monday) => LocalFor(monday).InZoneLeniently(Zone).ToInstant();
}
