using System.Collections.Immutable;

namespace RunBackCare.Planning.Pain.Safety;

/// <summary>Why a clause begins.</summary>
internal enum Opening
{
    /// <summary>It goes on.</summary>
    None,

    /// <summary>A new subject without a mark between: "no numbness i have fever".</summary>
    Subject,

    /// <summary>A comma, a line, "and".</summary>
    Mark,

    /// <summary>"But": nothing said before reaches across it, and what was denied before may be meant now.</summary>
    Contrast,
}

/// <param name="Text">Small letters and digits alone; apostrophes are gone: <c>cant</c>.</param>
/// <param name="Line">The line it was written on; the answer to a question stands on the question's.</param>
/// <param name="Opens">How a clause opens before this word.</param>
internal readonly record struct Word(string Text, int Sentence, int Clause, int Line, Opening Opens);

/// <summary>What a person wrote, as words in clauses in sentences.</summary>
internal sealed class Utterance
{
    /// <summary>Lines shorter than this were ended by the person, not by their mail program. In letters and digits, with one space after each word.</summary>
    private const int ShortLine = 50;

    /// <summary>Nobody denies anything over more words than this.</summary>
    public const int LongestClause = 40;

    private Utterance(ImmutableArray<Word> words) => Words = words;

    public ImmutableArray<Word> Words { get; }

    public bool SameSentence(Span one, Span other) => Words[one.First].Sentence == Words[other.First].Sentence;

    public static Utterance Of(string text) => new Reader(PlainText.Of(text)).Read();

    public static string WithoutApostrophes(string text) => text.Replace("'", "", StringComparison.Ordinal);

    private sealed class Reader(string text)
    {
        private readonly ImmutableArray<Word>.Builder _words = ImmutableArray.CreateBuilder<Word>();
        private int _sentence;
        private int _clause;
        private int _line;
        private int _lineLength;
        private Opening _opening;
        private bool _sentenceEnds;
        private bool _questioned;

        public Utterance Read()
        {
            for (var at = 0; at < text.Length;)
            {
                var letter = text[at];
                if (char.IsAsciiLetterOrDigit(letter) || char.IsLetter(letter))
                {
                    at = ReadWord(at);
                    continue;
                }

                ReadMark(letter, at);
                at++;
            }

            return new(_words.ToImmutable());
        }

        private int ReadWord(int from)
        {
            var end = from;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsApostropheWithin(end)))
            {
                end++;
            }

            Add(WithoutApostrophes(text[from..end]));
            _lineLength += end - from + 1;
            return end;
        }

        private bool IsApostropheWithin(int at) => text[at] is '\'' or '`' && at + 1 < text.Length && char.IsLetter(text[at + 1]);

        private void Add(string word)
        {
            // "Fever? No." and "Fever: none" answer themselves.
            var line = _line;
            if (_questioned && _words is [.., var question] && word is "no" or "none" or "nope" or "nil")
            {
                (_sentenceEnds, _opening, line) = (false, Opening.None, question.Line);
            }

            var opening = Strongest(_opening, Clauses.Opening(word, _words.Count > 0 ? _words[^1].Text : ""));
            if (_sentenceEnds && _words.Count > 0)
            {
                _sentence++;
                opening = Opening.Mark;
            }

            if (opening != Opening.None)
            {
                _clause++;
            }

            _words.Add(new(word, _sentence, _clause, line, opening));
            (_opening, _sentenceEnds, _questioned) = (Opening.None, false, false);
        }

        private void ReadMark(char mark, int at)
        {
            switch (mark)
            {
                case '.' when IsBetweenWords(at) || IsEllipsis(at):
                    _opening = IsEllipsis(at) ? Opening.Mark : _opening;
                    break;
                case '.' or '!' or '?':
                    _sentenceEnds = true;
                    _questioned = mark == '?';
                    break;
                case '\n':
                    _opening = _lineLength < ShortLine ? Strongest(_opening, Opening.Mark) : _opening;
                    (_line, _lineLength) = (_line + 1, 0);
                    break;
                case '/' when _words.Count > 0 && _words[^1].Text.All(char.IsAsciiDigit) && text.AsSpan(0, at).TrimEnd() is [.., >= '0' and <= '9']:
                    Add("/");
                    break;
                case ',' or ';' or ':' or '(' or ')' or '*' or '=' or '>' or '|' or '\u2022':
                case '-' when at == 0 || char.IsWhiteSpace(text[at - 1]):
                    _questioned |= mark is ':' or '-' or '=';
                    _opening = Strongest(_opening, Opening.Mark);
                    break;
                default:
                    break;
            }
        }

        private bool IsBetweenWords(int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

        private bool IsEllipsis(int at) => (at > 0 && text[at - 1] == '.') || (at + 1 < text.Length && text[at + 1] == '.');

        private static Opening Strongest(Opening one, Opening other) => one > other ? one : other;
    }
}
