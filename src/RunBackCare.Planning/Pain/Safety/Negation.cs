using System.Collections.Frozen;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>
/// Whether a sign is denied. Narrow on purpose: the denial must lead straight to the sign within one clause ("no numbness", "I have no
/// fever", "it is not numb", "fever: none"). Anything in between that is not a mere filler leaves the sign standing.
/// </summary>
internal static class Negation
{
    private static readonly FrozenSet<string> Denials = FrozenSet.ToFrozenSet(
        ["no", "not", "never", "without", "nor", "neither", "dont", "doesnt", "didnt", "havent", "hasnt", "hadnt", "isnt", "arent", "wasnt", "werent", "aint"]);

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(
        [
            "a", "an", "the", "any", "my", "of", "in", "with", "have", "had", "has", "having", "got", "get", "been", "be", "being", "feel", "feels",
            "feeling", "felt", "is", "was", "are", "were", "am", "more", "longer", "further", "new", "sign", "signs", "symptom", "symptoms", "i", "at", "all",
            "both", "experience", "experienced", "experiencing", "notice", "noticed", "noticing", "suffer", "suffering", "from", "running",
        ]);

    /// <summary>What may stand in a denied list before its "or": "no pain or numbness", "no fever or chills".</summary>
    private static readonly FrozenSet<string> Listed = FrozenSet.ToFrozenSet(
        [
            "pain", "pains", "ache", "aches", "numbness", "numb", "tingling", "weakness", "weak", "fever", "chills", "fevers", "loss", "weight", "lump", "lumps", "leaking",
            "swelling", "trouble", "problem", "problems", "issues", "falls", "fall", "accidents", "accident", "chest", "back", "leg", "legs", "bladder",
            "bowel", "infection", "sweats", "night", "needles", "pins", "unwell", "dizzy", "dizziness", "unsteady", "injections", "cancer",
        ]);

    /// <summary>Words that turn a denial round: "never had chest pain like this", "no numbness until today", "not only numb".</summary>
    private static readonly FrozenSet<string> Turns = FrozenSet.ToFrozenSet(
        ["like", "before", "until", "till", "such", "only", "just", "sure", "bad", "strong", "much", "doubt", "stop", "stopping", "other", "apart"]);

    private static readonly FrozenSet<string> Answers = FrozenSet.ToFrozenSet(["no", "none", "nil", "nope"]);

    private const int SecondDenialWithin = 12;

    /// <param name="key">What must be denied.</param>
    /// <param name="others">What else belongs to the sign.</param>
    public static bool Denies(Utterance utterance, Span key, IReadOnlyList<Span> others) =>
        IsDenied(utterance, key, others) && !others.Any(other => IsAcrossContrast(utterance, key, other));

    private static bool IsDenied(Utterance utterance, Span key, IReadOnlyList<Span> others)
    {
        var words = utterance.Words;
        var clause = words[key.First].Clause;
        var end = key.Last;
        while (end - key.Last < Utterance.LongestClause && end + 1 < words.Length && words[end + 1].Clause == clause)
        {
            end++;
        }

        if (end > key.Last && words[end].Sentence == words[key.Last].Sentence && words[end].Line == words[key.Last].Line && Answers.Contains(words[end].Text) && !others.Any(o => o.Contains(end)))
        {
            return true;
        }

        var at = Before(utterance, key.First - 1, clause, others);
        if (at < 0 || HasTurn(utterance, at, end))
        {
            return false;
        }

        // A second denial in front lifts the first: "can't say I have no fever" has none, and so does "not without".
        for (var i = at - 1; i >= Math.Max(0, at - SecondDenialWithin) && words[i + 1].Opens is Opening.None or Opening.Subject; i--)
        {
            if (Denials.Contains(words[i].Text) || words[i].Text is "cant" or "cannot")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place of the denial that leads straight to <paramref name="at"/>; below zero where none does.</summary>
    private static int Before(Utterance utterance, int at, int clause, IReadOnlyList<Span> others)
    {
        var words = utterance.Words;
        var listing = false;
        for (var last = at - Utterance.LongestClause; at >= Math.Max(0, last) && words[at].Clause == clause; at--)
        {
            var word = words[at].Text;
            if (others.Any(o => o.Contains(at)))
            {
                continue;
            }

            if (word is "or" or "nor")
            {
                listing = true;
                continue;
            }

            if (Denials.Contains(word))
            {
                return at;
            }

            if (!Fillers.Contains(word) && !(listing && Listed.Contains(word)))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool HasTurn(Utterance utterance, int from, int end)
    {
        for (var i = from; i <= end; i++)
        {
            if (Turns.Contains(utterance.Words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAcrossContrast(Utterance utterance, Span key, Span other)
    {
        var (from, to) = key.First < other.First ? (key.Last + 1, other.First) : (other.Last + 1, key.First);
        for (var i = from; i <= to; i++)
        {
            if (utterance.Words[i].Opens == Opening.Contrast)
            {
                return true;
            }
        }

        return false;
    }
}
