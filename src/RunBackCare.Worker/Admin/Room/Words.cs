using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace RunBackCare.Worker.Admin.Room;

/// <summary>Moments and stored words as the control room writes them.</summary>
internal static class Words
{
    /// <summary>Admins of one installation may sit anywhere: UTC, always.</summary>
    public static string Time(Instant? at) => at is { } instant ? instant.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "–";

    public static string Day(LocalDate? day) => day is { } date ? date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) : "–";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"OnlyTwoWords" reads "only two words".</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');
}
