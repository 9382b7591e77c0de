using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>
/// One slip of the finger in a longer word: a letter missing, doubled, added or swapped with its neighbour; in words of eight letters and
/// more also a wrong one. The first letter must stand, and "fewer" is no "fever".
/// </summary>
internal static class Spelling
{
    private const int ShortestSlip = 5;
    private const int ShortestWrongLetter = 8;

    /// <summary>Words in their own right that a slip would take for another.</summary>
    private static readonly FrozenSet<string> OwnWords = FrozenSet.ToFrozenSet(
        ["election", "chill", "bowl", "stars", "chest", "pens", "bumps", "trail", "trails", "ladders", "incident", "incidents", "steady", "lighting"]);

    /// <summary>Each word by what is left of it when one letter is taken out, and by itself.</summary>
    public static FrozenDictionary<string, ImmutableArray<string>> Slips(IEnumerable<string> words) =>
        (from word in words where word.Length >= ShortestSlip from left in Shortened(word).Append(word).Distinct(StringComparer.Ordinal) group word by left)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    public static IEnumerable<string> Meant(string word, FrozenDictionary<string, ImmutableArray<string>> slips)
    {
        if (word.Length < ShortestSlip - 1 || OwnWords.Contains(word))
        {
            return [];
        }

        return Shortened(word).Append(word).Distinct(StringComparer.Ordinal)
            .SelectMany(left => slips.GetValueOrDefault(left, []))
            .Distinct(StringComparer.Ordinal)
            .Where(meant => IsSlip(word, meant));
    }

    private static IEnumerable<string> Shortened(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    private static bool IsSlip(string written, string meant)
    {
        if (written[0] != meant[0])
        {
            return false;
        }

        if (written.Length != meant.Length)
        {
            var (longer, shorter) = written.Length > meant.Length ? (written, meant) : (meant, written);
            return longer.Length == shorter.Length + 1 && Shortened(longer).Contains(shorter, StringComparer.Ordinal);
        }

        var differ = Enumerable.Range(0, meant.Length).Where(i => written[i] != meant[i]).ToArray();
        return differ switch
        {
            [var one, var other] => other == one + 1 && written[one] == meant[other] && written[other] == meant[one],
            [var one] => meant.Length >= ShortestWrongLetter && one < meant.Length - 1,
            _ => false,
        };
    }
}
