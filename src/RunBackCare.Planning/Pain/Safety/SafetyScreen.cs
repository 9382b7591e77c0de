using System.Collections.Immutable;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>
/// Looks for the signs of training rules, section 6, in what a person wrote. Recall before precision: a harmless sentence that reads like
/// a sign may be flagged, a sign must not be missed. Pure, total, linear in the length of the words.
/// </summary>
public static class SafetyScreen
{
    /// <summary>Version of the phrase lists; it changes with any word in them.</summary>
    public const string Version = "en-2026.1";

    /// <summary>The sign that a score of nine or ten is as well.</summary>
    public const string WorstPain = "worst-pain";

    private static readonly Lexicon Lexicon = new([.. SignTable.All.SelectMany(s => s.Ways).SelectMany(w => w.Terms), HarmlessWords.All]);

    /// <param name="words">The person's own words, of any length.</param>
    /// <param name="over65">The person is over 65, so that a fall alone is a sign.</param>
    /// <returns>Each sign once, the most serious level first.</returns>
    public static ImmutableArray<SafetyFinding> Find(string words, bool over65 = false)
    {
        var utterance = Utterance.Of(words);
        if (utterance.Words.IsEmpty)
        {
            return [];
        }

        var found = Lexicon.Find(utterance, HarmlessWords.All);
        return [.. from sign in SignTable.All where sign.Ways.Any(way => (over65 || !way.OnlyOver65) && way.IsIn(utterance, found)) select new SafetyFinding(sign.Level, sign.Phrase)];
    }
}
