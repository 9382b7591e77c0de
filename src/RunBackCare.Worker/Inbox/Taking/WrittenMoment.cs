using NodaTime;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>When a person wrote: by their own clock where it can be right, else when it arrived.</summary>
internal static class WrittenMoment
{
    private static readonly Duration Believed = Duration.FromDays(2);

    /// <param name="date">Of the message's own header.</param>
    public static LocalDateTime Of(OffsetDateTime? date, Instant arrived, DateTimeZone zone)
    {
        var written = date?.ToInstant();
        return (written <= arrived && written >= arrived - Believed ? written.Value : arrived).InZone(zone).LocalDateTime;
    }
}
