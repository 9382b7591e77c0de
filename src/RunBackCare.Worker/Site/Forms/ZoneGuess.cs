using Microsoft.Net.Http.Headers;
using NodaTime;
using NodaTime.TimeZones;

namespace RunBackCare.Worker.Site.Forms;

/// <summary>A first guess at where somebody lives, from the languages their browser asks for. Always shown, and theirs to change.</summary>
internal static class ZoneGuess
{
    private static readonly ILookup<string, string> ByCountry =
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).ToLookup(l => l.CountryCode, l => l.ZoneId, StringComparer.OrdinalIgnoreCase);

    /// <returns>Empty where the languages name no country with one zone.</returns>
    public static string Of(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(Zone).FirstOrDefault(zone => zone.Length > 0) ?? "";

    // A country of many zones is no guess.
    private static string Zone(StringWithQualityHeaderValue language) =>
        language.Value.Value?.Split('-') is [_, .., { Length: 2 } country] && ByCountry[country].Where(z => DateTimeZoneProviders.Tzdb.Ids.Contains(z)).ToList() is [var first, ..] zones
        && zones.Count <= 2 ? first : "";
}
