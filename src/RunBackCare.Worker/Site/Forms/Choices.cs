using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Worker.Site.Forms;

/// <summary>What may be chosen, in the words of the page. Values are those of the profile format.</summary>
internal static class Choices
{
    public static ImmutableArray<Choice> Experience { get; } =
    [
        new("none", "I am not yet comfortable walking for half an hour"),
        new("walks", "I walk for half an hour in comfort, and do not run"),
        new("run_walks", "I run with walking breaks"),
        new("runs", "I run without breaks"),
    ];

    public static ImmutableArray<Choice> Goal { get; } =
    [
        new("run_walk_for_life", "Run and walk, for good"),
        new("thirty_minutes", "Half an hour of running without a break"),
        new("build", "Longer runs than that"),
    ];

    public static ImmutableArray<Choice> RunsPerWeek { get; } = [new("2", "Two"), new("3", "Three"), new("4", "Four")];

    public static ImmutableArray<Choice> Weekdays { get; } =
        [new("mon", "Monday"), new("tue", "Tuesday"), new("wed", "Wednesday"), new("thu", "Thursday"), new("fri", "Friday"), new("sat", "Saturday"), new("sun", "Sunday")];

    public static ImmutableArray<Choice> LongestRunDay { get; } = [new("", "Any of my days"), .. Weekdays];

    public static ImmutableArray<Choice> Surfaces { get; } =
        [new("grass", "Grass"), new("trail", "Forest or park trails"), new("track", "A running track"), new("treadmill", "A treadmill"), new("road", "Roads and pavements")];

    public static ImmutableArray<Choice> UsualSurface { get; } = [new("", "Choose for me"), .. Surfaces];

    public static ImmutableArray<Choice> Kit { get; } =
        [new("mat", "A mat or a rug"), new("band", "A resistance band"), new("roller", "A foam roller"), new("step", "A step or a stair"), new("ball", "A gym ball"), new("weight", "A weight or a heavy bag"), new("poles", "Walking poles")];

    public static ImmutableArray<Choice> Worse { get; } =
        [new("neither", "Neither, or I do not know"), new("bending", "Bending forwards, sitting"), new("arching", "Leaning back, standing long")];

    public static ImmutableArray<Choice> Assessed { get; } = [new("false", "Not yet"), new("true", "Yes, a doctor or physiotherapist has looked at it")];

    public static ImmutableArray<Choice> Bmi { get; } = [new("false", "No, or I would rather not say"), new("true", "Yes")];

    public static ImmutableArray<Choice> Units { get; } = [new("km", "Kilometres"), new("mi", "Miles")];

    public static ImmutableArray<Choice> Sleep { get; } =
        [new("", "I would rather not say"), new("1", "1, poorly"), new("2", "2"), new("3", "3, so so"), new("4", "4"), new("5", "5, well")];

    public static ImmutableArray<Choice> Scores { get; } = [.. Enumerable.Range(0, 11).Select(n => new Choice(Text(n), n switch { 0 => "0, none", 10 => "10, the worst I can imagine", _ => Text(n) }))];

    public static ImmutableArray<Choice> Screening { get; } =
    [
        new("pregnant", "I am pregnant"),
        new("birth_within_year", "I gave birth within the last year"),
        new("spinal_surgery", "I have had surgery on my spine"),
        new("told_not_to_run", "A doctor or therapist told me not to run"),
        new("heart", "I have heart trouble, or faint on effort"),
        new("under_18", "I am under 18"),
    ];

    /// <summary>Of tzdb, but for abbreviations and fixed offsets, which know no summer.</summary>
    public static ImmutableArray<Choice> Zones { get; } =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(l => l.ZoneId).Append("Etc/UTC").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new Choice(id, id.Replace('_', ' ')))];

    public static IReadOnlyList<Choice> ZonesWith(string chosen) => chosen.Length == 0
        ? [new("", "Please choose"), .. Zones]
        : Zones.Any(z => z.Value == chosen) ? Zones : [new(chosen, chosen), .. Zones];

    /// <param name="minutes">What stands there now, which may be any number.</param>
    public static IReadOnlyList<Choice> Minutes(string minutes)
    {
        int[] usual = [Availability.ShortestDay, 30, 45, 60, 75, 90, 120, 180];
        var own = int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? usual.Append(number).Distinct().Order() : usual.Order();
        return [new("", "No run"), .. own.Select(n => new Choice(Text(n), $"Up to {n} min"))];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
