using System.Collections.Frozen;
using NodaTime.TimeZones;

namespace RunBackCare.Mail.Views;

/// <summary>
/// The number that brings an ambulance. Where a country has several, the medical one. 112 stands for every country that is not in the
/// table: it is the number of Europe and of India, and mobile phones of the GSM family pass it on nearly everywhere else.
/// </summary>
/// <param name="Digits">As one dials it.</param>
/// <param name="IsOwn">Known to be that country's; otherwise the mail says so.</param>
public sealed record EmergencyNumber(string Digits, bool IsOwn)
{
    private const string Europe = "112";

    private static readonly FrozenDictionary<string, string> ByCountry = new (string Digits, string Countries)[]
    {
        (Europe, "AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GE GR HR HU IE IN IS IT LI LT LU LV MC MD ME MK MT NL PL PT RO RS SE SI SK SM TR UA VA XK"),
        ("911", "AG AS BM BS CA CR DO EC GU HN KY MP MX PA PH PR PY SV US UY VE VI"),
        ("999", "BH GB GG GI HK IM JE KE MO MY QA"),
        ("119", "JP KR TW"),
        ("000", "AU CC CX"),
        ("111", "NZ"),
        ("113", "NO SJ"),
        ("101", "IL"),
        ("107", "AR"),
        ("115", "VN"),
        ("120", "CN"),
        ("123", "CO EG"),
        ("131", "CL"),
        ("192", "BR"),
        ("995", "SG"),
        ("997", "SA"),
        ("998", "AE"),
        ("1669", "TH"),
    }.SelectMany(row => row.Countries.Split(' '), (row, country) => KeyValuePair.Create(country, row.Digits)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> CountryByZone =
        (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).ToFrozenDictionary(l => l.ZoneId, l => l.CountryCode, StringComparer.Ordinal);

    /// <param name="country">Two letters, as the person gave them; null where they did not.</param>
    /// <param name="zone">Their time zone, such as <c>Europe/Berlin</c>: it tells the country where nothing better does.</param>
    public static EmergencyNumber For(string? country, string? zone = null) =>
        (country ?? CountryOf(zone)) is { } code && ByCountry.TryGetValue(code, out var digits) ? new(digits, IsOwn: true) : new(Europe, IsOwn: false);

    private static string? CountryOf(string? zone) => zone is null ? null
        : CountryByZone.TryGetValue(zone, out var country) ? country
        : TzdbDateTimeZoneSource.Default.CanonicalIdMap.TryGetValue(zone, out var canonical) ? CountryByZone.GetValueOrDefault(canonical) : null;
}
