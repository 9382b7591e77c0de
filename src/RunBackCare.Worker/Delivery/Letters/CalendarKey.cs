using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>The name of a person's events in every calendar: it never changes, and neither the person nor their number can be read from it.</summary>
internal static class CalendarKey
{
    private const int Letters = 16;

    public static string Of(Subscriber subscriber) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"calendar:{subscriber.Seed}"))))[..Letters];
}
