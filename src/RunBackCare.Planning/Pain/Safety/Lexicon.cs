using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>
/// Finds every term of the phrase lists in one pass. Each word of the text is looked up by itself, by its beginnings and with one slip of
/// the finger, so that the time grows with the text alone and not with the lists.
/// </summary>
internal sealed class Lexicon
{
    private const int LongestWord = 32;

    private readonly FrozenDictionary<string, int> _words;
    private readonly FrozenDictionary<string, int> _beginnings;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _slips;
    private readonly FrozenDictionary<string, int> _meant;
    private readonly FrozenDictionary<int, ImmutableArray<Compiled>> _starts;

    public Lexicon(ImmutableArray<Terms> lists)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var starts = new Dictionary<int, List<Compiled>>();
        foreach (var list in lists.Distinct())
        {
            foreach (var term in list.All)
            {
                var compiled = new Compiled(list, [.. term.Words.Select(w => new Step([.. w.Choices.Select(Id)], w.Optional, w.Gap))]);
                foreach (var id in compiled.Steps[0].Ids)
                {
                    if (!starts.TryGetValue(id, out var begun))
                    {
                        starts[id] = begun = [];
                    }

                    begun.Add(compiled);
                }
            }
        }

        _words = ids.Where(e => !e.Key.EndsWith('*')).ToFrozenDictionary(StringComparer.Ordinal);
        _beginnings = ids.Where(e => e.Key.EndsWith('*')).ToFrozenDictionary(e => e.Key[..^1], e => e.Value, StringComparer.Ordinal);
        _meant = ids.GroupBy(e => e.Key.TrimEnd('*'), e => e.Value, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        _slips = Spelling.Slips(_meant.Keys);
        _starts = starts.ToFrozenDictionary(e => e.Key, e => e.Value.ToImmutableArray());

        int Id(string word) => ids.TryGetValue(word, out var id) ? id : ids[word] = ids.Count;
    }

    /// <param name="harmless">Terms whose words count for nothing else: what looks like a sign and is none.</param>
    public Occurrences Find(Utterance utterance, Terms harmless)
    {
        var known = new Dictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        var read = new ImmutableArray<int>[utterance.Words.Length];
        for (var i = 0; i < read.Length; i++)
        {
            var word = utterance.Words[i].Text;
            if (!known.TryGetValue(word, out read[i]))
            {
                known[word] = read[i] = Ids(word);
            }
        }

        var found = new Occurrences();
        for (var i = 0; i < read.Length; i++)
        {
            foreach (var id in read[i])
            {
                foreach (var term in _starts.GetValueOrDefault(id, []))
                {
                    if (End(term, utterance, read, i) is >= 0 and var end)
                    {
                        found.Add(term.List, new(i, end));
                    }
                }
            }
        }

        found.Hide(harmless);
        return found;
    }

    private ImmutableArray<int> Ids(string word)
    {
        var ids = ImmutableArray.CreateBuilder<int>();
        if (_words.TryGetValue(word, out var exact))
        {
            ids.Add(exact);
        }
        else if (word.Length <= LongestWord)
        {
            foreach (var meant in Spelling.Meant(word, _slips))
            {
                ids.Add(_meant[meant]);
            }
        }

        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, LongestWord); length > 1; length--)
        {
            if (beginnings.TryGetValue(word.AsSpan(0, length), out var id))
            {
                ids.Add(id);
            }
        }

        return ids.ToImmutable();
    }

    /// <summary>The last word of the term that begins at <paramref name="first"/>; below zero where it does not.</summary>
    private static int End(Compiled term, Utterance utterance, ImmutableArray<int>[] read, int first)
    {
        var at = first;
        for (var s = 1; s < term.Steps.Length; s++)
        {
            var step = term.Steps[s];
            var next = -1;
            for (var skip = 0; skip <= step.Gap && next < 0; skip++)
            {
                var place = at + 1 + skip;
                if (place < read.Length && utterance.Words[place].Sentence == utterance.Words[first].Sentence && step.Ids.AsSpan().IndexOfAny(read[place].AsSpan()) >= 0)
                {
                    next = place;
                }
            }

            if (next >= 0)
            {
                at = next;
            }
            else if (!step.Optional)
            {
                return -1;
            }
        }

        return at;
    }

    private sealed record Compiled(Terms List, ImmutableArray<Step> Steps);

    private sealed record Step(ImmutableArray<int> Ids, bool Optional, int Gap);
}

/// <summary>Where each list of terms was found, in the order of the text.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<Terms, List<Span>> _found = [];

    public void Add(Terms list, Span span)
    {
        if (!_found.TryGetValue(list, out var spans))
        {
            _found[list] = spans = [];
        }

        spans.Add(span);
    }

    public IReadOnlyList<Span> Of(Terms list) => _found.TryGetValue(list, out var spans) ? spans : [];

    /// <summary>Those whose first word stands near, found by halving: texts can be long.</summary>
    public IEnumerable<Span> Near(Terms list, Span key, int within)
    {
        var spans = Of(list);
        var (low, high) = (0, spans.Count);
        var from = key.First - within - LongestTerm;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].First < from ? (middle + 1, high) : (low, middle);
        }

        for (; low < spans.Count && spans[low].First <= key.Last + within + 1; low++)
        {
            if (spans[low].Distance(key) <= within)
            {
                yield return spans[low];
            }
        }
    }

    public void Hide(Terms harmless)
    {
        if (!_found.TryGetValue(harmless, out var hidden))
        {
            return;
        }

        var words = hidden.SelectMany(s => Enumerable.Range(s.First, s.Last - s.First + 1)).ToHashSet();
        foreach (var (list, spans) in _found)
        {
            if (list != harmless)
            {
                spans.RemoveAll(s => words.Contains(s.First) || words.Contains(s.Last));
            }
        }
    }

    private const int LongestTerm = 16;
}
