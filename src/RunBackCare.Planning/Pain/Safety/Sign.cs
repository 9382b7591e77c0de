using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>One sign of the safety screen, and every way of saying it.</summary>
/// <param name="Phrase">Stable name.</param>
internal sealed record Sign(SafetyLevel Level, string Phrase, params ImmutableArray<Way> Ways);

/// <summary>
/// Things said near each other, in any order: "numb" and "between the legs". The first is what a negation must deny; "no numbness between
/// my legs" denies it, "not in my foot but between my legs" does not.
/// </summary>
internal sealed record Way(ImmutableArray<Terms> Parts)
{
    private const int UnlessWithin = 24;

    /// <summary>Words that may stand between the first part and each other one.</summary>
    public int Within { get; init; } = 8;

    /// <summary>The parts may stand anywhere in the mail, in different sentences.</summary>
    public bool Anywhere { get; init; }

    /// <summary>A sign in an older person alone.</summary>
    public bool OnlyOver65 { get; init; }

    /// <summary>Said near by in the same sentence, these make it harmless.</summary>
    public Terms? Unless { get; init; }

    /// <summary>The words have no denial: a score of nine is one however it is said.</summary>
    public IEnumerable<Terms> Terms => Unless is null ? Parts : Parts.Append(Unless);

    public static implicit operator Way(Terms terms) => new([terms]);

    public static Way operator +(Way way, Terms terms) => way with { Parts = way.Parts.Add(terms) };

    public bool IsIn(Utterance utterance, Occurrences found)
    {
        if (Anywhere)
        {
            return Parts.All(part => found.Of(part).Any(span => !Negation.Denies(utterance, span, [])));
        }

        foreach (var key in found.Of(Parts[0]))
        {
            if (IsAt(key, utterance, found))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAt(Span key, Utterance utterance, Occurrences found)
    {
        if (Unless is not null && found.Near(Unless, key, UnlessWithin).Any(u => utterance.SameSentence(u, key)))
        {
            return false;
        }

        var others = new List<Span>(Parts.Length);
        foreach (var part in Parts.AsSpan()[1..])
        {
            if (Nearest(key, part, utterance, found) is not { } other)
            {
                return false;
            }

            others.Add(other);
        }

        return !Negation.Denies(utterance, key, others);
    }

    private Span? Nearest(Span key, Terms part, Utterance utterance, Occurrences found)
    {
        // Text without a single full stop is searched as far as the window, no farther.
        Span? best = null;
        foreach (var other in found.Near(part, key, Within))
        {
            if (!other.Overlaps(key) && utterance.SameSentence(other, key) && (best is null || other.Distance(key) < best.Value.Distance(key)))
            {
                best = other;
            }
        }

        return best;
    }
}

/// <summary>Different words for one thing, as <see cref="Term"/> writes them, parted by <c>|</c>.</summary>
internal sealed class Terms(string written)
{
    public ImmutableArray<Term> All { get; } = [.. written.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Term.Parse)];

    public static Way operator +(Terms one, Terms other) => new([one, other]);
}

/// <summary>
/// A row of words. <c>numb*</c> any ending · <c>weak/numb</c> one or the other · <c>[my/the]</c> may be missing · <c>..</c> up to three
/// words of any kind.
/// </summary>
internal sealed record Term(ImmutableArray<TermWord> Words)
{
    public static Term Parse(string written)
    {
        var words = ImmutableArray.CreateBuilder<TermWord>();
        var gap = 0;
        foreach (var part in written.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                gap = 3;
                continue;
            }

            var optional = part.StartsWith('[');
            words.Add(new(part == "/" ? ["/"] : [.. part.Trim('[', ']').Split('/')], optional, gap));
            gap = 0;
        }

        return new(words.DrainToImmutable());
    }
}

/// <param name="Choices">Plain words; a <c>*</c> at the end stands for any ending.</param>
/// <param name="Gap">Words that may stand before it.</param>
internal sealed record TermWord(ImmutableArray<string> Choices, bool Optional, int Gap);

/// <summary>Words <paramref name="First"/> to <paramref name="Last"/> of an utterance.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(int First, int Last)
{
    public bool Overlaps(Span other) => First <= other.Last && other.First <= Last;

    public bool Contains(int index) => First <= index && index <= Last;

    /// <summary>Words in between.</summary>
    public int Distance(Span other) => Math.Max(0, Math.Max(First - other.Last, other.First - Last) - 1);
}
