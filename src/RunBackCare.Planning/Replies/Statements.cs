using System.Buffers;
using System.Text.RegularExpressions;
using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Replies;

/// <summary>Lines and sentences: what is quoted back when it was not understood.</summary>
internal static partial class Statements
{
    private const string Enders = ".!?;";

    private static readonly SearchValues<char> DateDigits = SearchValues.Create("0123456789.");

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\u2028\u2029\u0085");

    public static IEnumerable<string> Lines(string words)
    {
        for (var from = 0; from <= words.Length;)
        {
            var length = words.AsSpan(from).IndexOfAny(LineEnds);
            var line = length < 0 ? words[from..] : words.Substring(from, length);
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line.Trim();
            }

            from += line.Length + 1;
        }
    }

    /// <summary>Numbers that count lines, "1." and "2." or "1)" and "2)", say nothing else.</summary>
    public static IEnumerable<string> Unnumbered(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var numbered = all.Select((line, at) => (at, Number: Numbered.Match(line))).Where(l => l.Number.Success).ToList();
        if (numbered.Count < 2 || numbered.Where((l, i) => l.Number.Groups["number"].ValueSpan is not [var digit] || digit - '0' != i + 1).Any())
        {
            return all;
        }

        foreach (var (at, number) in numbered)
        {
            all[at] = all[at][number.Length..];
        }

        return all;
    }

    [GeneratedRegex(@"^(?<number>[1-9])[.)]\s+(?=\S)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 250)]
    private static partial Regex Numbered { get; }

    /// <summary>A full stop behind "Tue", "Nov" or "24.11" ends nothing, nor does one within a number.</summary>
    public static IEnumerable<string> Of(string line, Language language)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (Enders.Contains(line[i], StringComparison.Ordinal) && (i + 1 == line.Length || char.IsWhiteSpace(line[i + 1])) && !IsShort(line.AsSpan(start, i - start), language))
            {
                yield return line[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        if (start < line.Length && !string.IsNullOrWhiteSpace(line[start..]))
        {
            yield return line[start..].Trim();
        }
    }

    private static bool IsShort(ReadOnlySpan<char> before, Language language)
    {
        if (before.Length > 0 && char.IsAsciiDigit(before[^1]))
        {
            return before[(before.LastIndexOfAnyExcept(DateDigits) + 1)..].Contains('.');
        }

        var from = before.Length;
        while (from > 0 && char.IsLetter(before[from - 1]))
        {
            from--;
        }

        return before.Length - from is > 0 and < 6
            && language.TryFind(PlainText.Of(before[from..].ToString()), out var sense)
            && sense.Meaning is Meaning.Weekday or Meaning.Month;
    }
}
