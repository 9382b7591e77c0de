using System.Collections.Immutable;
using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Pain.Symptoms;

/// <summary>
/// Looks for the symptoms of training rules, section 7, in what a person wrote, and for how long they say it has lasted. Pure, total, linear in the
/// length of the words. What is a safety sign as well is found by the safety screen all the same, and that one decides.
/// </summary>
public static class SymptomScreen
{
    /// <summary>Version of the word lists; it changes with any word in them.</summary>
    public const string Version = "en-2026.1";

    private const int LastingWithin = 12;

    private static readonly Lexicon Lexicon = new(
    [
        .. SymptomWords.All.SelectMany(s => s.Ways).SelectMany(w => w.Terms), SymptomWords.Harmless, SymptomWords.Over, Lasting.Week, Lasting.Fortnight,
    ]);

    /// <param name="words">The person's own words, of any length.</param>
    /// <returns>Each symptom once.</returns>
    public static ImmutableArray<SymptomFinding> Find(string words)
    {
        var utterance = Utterance.Of(words);
        if (utterance.Words.IsEmpty)
        {
            return [];
        }

        var found = Lexicon.Find(utterance, SymptomWords.Harmless);
        return
        [
            .. from symptom in SymptomWords.All
               where symptom.Ways.Any(way => way.IsIn(utterance, found)) && !symptom.Ways.Any(way => IsOver(way, utterance, found))
               select new SymptomFinding(symptom.Symptom, Days(symptom.Ways, utterance, found)),
        ];
    }

    /// <summary>"The tingling in my foot is gone": it was told of before, and is no more.</summary>
    private static bool IsOver(Way way, Utterance utterance, Occurrences found) => With(way, SymptomWords.Over).IsIn(utterance, found);

    private static int Days(ImmutableArray<Way> ways, Utterance utterance, Occurrences found) =>
        ways.Any(way => With(way, Lasting.Fortnight).IsIn(utterance, found)) ? Lasting.FortnightDays
        : ways.Any(way => With(way, Lasting.Week).IsIn(utterance, found)) ? Lasting.WeekDays
        : 0;

    private static Way With(Way way, Terms terms) => (way + terms) with { Within = Math.Max(way.Within, LastingWithin) };
}
