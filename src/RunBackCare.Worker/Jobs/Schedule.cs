using System.Globalization;

namespace RunBackCare.Worker.Jobs;

/// <summary>Intervals as cron expressions, always in UTC: a person's own hour is data, so no cron ever meets daylight saving.</summary>
internal static class Schedule
{
    private const int Minute = 60;
    private const int Hour = 3600;

    /// <summary>Cron can only say what divides a minute or an hour evenly.</summary>
    public static bool CanBeEvery(int seconds) => seconds is > 0 and < Minute
        ? Minute % seconds == 0
        : seconds is >= Minute and <= Hour && seconds % Minute == 0 && Hour % seconds == 0;

    /// <exception cref="ArgumentOutOfRangeException"><see cref="CanBeEvery"/> is false.</exception>
    public static string Every(int seconds) => seconds switch
    {
        _ when !CanBeEvery(seconds) => throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "Cron cannot say this interval."),
        Hour => "0 * * * *",
        < Minute => string.Create(CultureInfo.InvariantCulture, $"*/{seconds} * * * * *"),
        _ => string.Create(CultureInfo.InvariantCulture, $"*/{seconds / Minute} * * * *"),
    };
}
