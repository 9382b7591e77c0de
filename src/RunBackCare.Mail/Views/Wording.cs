using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using RunBackCare.Mail.Templates;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Views;

/// <summary>Dates, durations, distances and counts as a person reads them.</summary>
internal sealed partial class Wording
{
    public const string DefaultLanguage = "en-GB";

    public const string ReplyAbove = "Reply above this line";

    /// <summary>Characters of a name that a greeting shows; longer ones are cut with an ellipsis.</summary>
    private const int LongestName = 60;

    /// <summary>A blank at which a page does not break the line: a number stays with its unit.</summary>
    public const char Tie = '\u00a0';

    private const decimal MetresAMile = 1609.344m;

    private readonly CultureInfo _culture;

    /// <param name="language">
    /// A person's language tag. The mails' words are English: another language would give English sentences with foreign dates, so it
    /// reads as British English.
    /// </param>
    public Wording(string? language)
    {
        _culture = CultureInfo.GetCultureInfo(language is not null && language.StartsWith("en-", StringComparison.OrdinalIgnoreCase) ? Known(language) : DefaultLanguage);
        Language = _culture.Name;
    }

    public string Language { get; }

    public static string Greeting(string name) => OneLine.Of(name, LongestName) is { Length: > 0 } shown ? $"Hello {shown}," : "Hello,";

    /// <summary>Such as <c>30 November</c>.</summary>
    public string Date(LocalDate day) => day.ToDateOnly().ToString("M", _culture).Replace(' ', Tie);

    /// <summary>Such as <c>30 Nov</c>, for the head of a table's row.</summary>
    public string ShortDate(LocalDate day) => day.ToDateOnly().ToString(_culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal), _culture).Replace(' ', Tie);

    /// <summary>Such as <c>Monday 30 November</c>.</summary>
    public string Day(LocalDate day) => $"{Weekday(day)} {Date(day)}";

    /// <summary>Such as <c>the week from Monday 23 November to Sunday 29 November</c>.</summary>
    public string Week(LocalDate monday) => $"the week from {Day(monday)} to {Day(monday.PlusDays(6))}";

    public string Weekday(LocalDate day) => Weekday(day.DayOfWeek);

    public string Weekday(IsoDayOfWeek day) => _culture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));

    /// <summary>Such as <c>Mon</c>.</summary>
    public string ShortWeekday(LocalDate day) => _culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((int)day.DayOfWeek % 7));

    /// <summary>Such as <c>17:00</c> or, in the United States, <c>5:00 PM</c>.</summary>
    public string Time(LocalTime time) => time.ToTimeOnly().ToString("t", _culture);

    /// <summary>Such as <c>30 s</c>, <c>2 min</c>, <c>1 min 30 s</c>.</summary>
    public static string Duration(int seconds) => (seconds / 60, seconds % 60) switch
    {
        (0, var s) => $"{s}{Tie}s",
        (var m, 0) => Minutes(m),
        var (m, s) => $"{Minutes(m)}{Tie}{s}{Tie}s",
    };

    public static string Minutes(int minutes) => $"{minutes}{Tie}min";

    /// <summary>Such as <c>45 min</c>, <c>3 h</c>, <c>3 h 10 min</c>.</summary>
    public static string Hours(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var m) => Minutes(m),
        (var h, 0) => $"{h}{Tie}h",
        var (h, m) => $"{h}{Tie}h{Tie}{Minutes(m)}",
    };

    public string Distance(int kilometres, Units units) => units == Units.Miles
        ? $"{Math.Round(kilometres * 1000 / MetresAMile).ToString("N0", _culture)}{Tie}miles"
        : $"{kilometres.ToString("N0", _culture)}{Tie}km";

    /// <summary>A distance that nobody can know exactly: to the next fifty.</summary>
    public string About(int kilometres, Units units)
    {
        var whole = units == Units.Miles ? kilometres * 1000 / MetresAMile : kilometres;
        return $"{(Math.Round(whole / 50) * 50).ToString("N0", _culture)}{Tie}{(units == Units.Miles ? "miles" : "km")}";
    }

    /// <summary>A distance that was told, such as <c>3.2 km</c>.</summary>
    public string Told(int metres, Units units) => units == Units.Miles
        ? $"{(metres / MetresAMile).ToString("0.#", _culture)}{Tie}miles"
        : $"{(metres / 1000m).ToString("0.#", _culture)}{Tie}km";

    /// <summary>Such as <c>one run</c>, <c>three runs</c>, <c>12 runs</c>.</summary>
    public static string Count(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Number(int number) => number switch
    {
        0 => "no",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Such as <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items switch
    {
        [] => "",
        [var only] => only,
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    public static string Sentence(string words) => words.Length == 0 ? "" : $"{Capital(words)}.";

    public static string Capital(string words) => words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    public static string On(Surface surface) => surface switch
    {
        Surface.Grass => "on grass",
        Surface.Trail => "on a trail",
        Surface.Track => "on a track",
        Surface.Treadmill => "on a treadmill",
        Surface.Road => "on the road",
        _ => throw new ArgumentOutOfRangeException(nameof(surface), surface, "Not a surface."),
    };

    /// <summary>Such as <c>10 × 1 min</c>.</summary>
    public static string Times(int times, int seconds) => $"{times}{Tie}×{Tie}{Duration(seconds)}";

    /// <summary>A text or dose as it was written, with each number held to its unit: "10 ×" at the end of a line says nothing, and "side" at the head of one little.</summary>
    public static string Tied(string text) => UnitBlank().Replace(text, $"{Tie}");

    /// <summary>With plain blanks, for a place that breaks lines itself or not at all.</summary>
    public static string Untied(string text) => text.Replace(Tie, ' ');

    [GeneratedRegex("(?<=[0-9]) (?=(?:s|seconds?|min|minutes?|h|hours?|m|kg|km|miles?|per cent|of 10)\\b|[%×])|(?<=×|[0-9] of) (?=[0-9])|(?<=\\beach) (?=side\\b)", RegexOptions.None, 1000)]
    private static partial Regex UnitBlank();

    private static string Known(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            return DefaultLanguage;
        }
    }
}
