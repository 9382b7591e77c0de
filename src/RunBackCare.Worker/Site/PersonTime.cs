using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RunBackCare.Worker.Site;

/// <summary>A moment as its person would say it.</summary>
internal static class PersonTime
{
    private static readonly Duration Soon = Duration.FromMinutes(30);
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.Create("'on' dddd, d MMMM 'at' HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    /// <returns>Such as "within the hour" or "on Sunday, 29 November at 17:00".</returns>
    public static string Words(Instant? at, string zone, Instant now) => at is not { } moment || moment < now + Soon
        ? "within the hour"
        : Pattern.Format(moment.InZone(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc).LocalDateTime);
}
