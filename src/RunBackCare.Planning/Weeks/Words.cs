using System.Collections.Immutable;
using NodaTime;

namespace RunBackCare.Planning.Weeks;

/// <summary>Numbers and days as they stand in a sentence.</summary>
internal static class Words
{
    private static readonly ImmutableArray<string> Numbers = ["none", "one", "two", "three", "four", "five", "six", "seven"];

    public static string Number(int number) => number >= 0 && number < Numbers.Length ? Numbers[number] : $"{number}";

    /// <param name="day">0 for Monday.</param>
    public static string Day(int day) => $"{(IsoDayOfWeek)(day + 1)}";

    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };
}
