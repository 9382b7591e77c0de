using System.Collections.Frozen;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Words that open a clause in the middle of a sentence.</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Contrasts = FrozenSet.ToFrozenSet(
        ["but", "however", "although", "though", "tho", "yet", "except", "apart", "unless", "instead", "rather"]);

    private static readonly FrozenSet<string> Joins = FrozenSet.ToFrozenSet(["and", "then", "because", "cos", "while", "whereas", "so", "also", "plus"]);

    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(["i", "im", "ive", "it", "its", "there", "theres", "they", "we", "he", "she"]);

    public static Opening Opening(string word, string before) =>
        Contrasts.Contains(word) ? Safety.Opening.Contrast
        : Joins.Contains(word) && before != "pins" ? Safety.Opening.Mark
        : Subjects.Contains(word) && before.Length > 0 && !Joins.Contains(before) && !Contrasts.Contains(before) ? Safety.Opening.Subject
        : Safety.Opening.None;
}
