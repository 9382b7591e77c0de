namespace RunBackCare.Mail.Incoming.Words;

/// <summary>
/// Divides a plain text into what the person wrote and what they quoted or sign with. Where it cannot be told, a line is not theirs: an answer that is missed is
/// asked again, a quoted number taken for pain is not noticed by anybody.
/// </summary>
internal static class OwnWords
{
    private const int MostLines = 5_000;

    /// <summary>A quoted line of this length was full when it was broken; what stands alone below it belongs to it.</summary>
    private const int FullLine = 60;

    public static WrittenWords Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', MostLines + 1);
        return new Division(lines.Length > MostLines ? lines[..MostLines] : lines).Divide();
    }

    private sealed class Division(string[] lines)
    {
        private readonly List<string> _own = [];
        private readonly List<string> _aside = [];
        private readonly List<string> _unsure = [];

        public WrittenWords Divide()
        {
            var at = 0;
            while (at < lines.Length)
            {
                at = Take(at);
            }

            TakeNameAside();
            return new(Text(_own), Text(_aside)) { Unsure = Text(_unsure) };
        }

        private bool HasOwn => _own.Exists(l => !string.IsNullOrWhiteSpace(l));

        /// <returns>The next line to look at.</returns>
        private int Take(int at)
        {
            var line = lines[at];
            if (string.IsNullOrWhiteSpace(line))
            {
                Keep(line);
                return at + 1;
            }

            if (QuotedLine.Is(line) || IsRestOfQuote(at))
            {
                return Aside(at, 1);
            }

            if (ReplyAbove.Is(line))
            {
                return AsideToEnd(at);
            }

            if (QuoteHeads.Length(lines, at) is var head and > 0)
            {
                // Marked quotes end where their marks end, and below may stand the answer; an unmarked one has no end.
                return IsQuoteOrEnd(at + head) ? Aside(at, head) : AsideToEnd(at);
            }

            if (HasOwn && Closings.IsRule(line) && BelowRule.Of(Below(at + 1)) is var below)
            {
                _unsure.AddRange(below.Unsure);
                if (below.IsAnswer)
                {
                    return Aside(at, 1);
                }
            }

            if (Closings.IsLine(line))
            {
                // Above everything else it divides nothing.
                return HasOwn ? AsideToEnd(at) : Aside(at, 1);
            }

            if (Closings.IsNoise(line))
            {
                return Aside(at, 1);
            }

            _own.Add(line);
            return at + 1;
        }

        private void Keep(string blank)
        {
            if (_own.Count > 0 && !(_own[^1].Length == 0 && _aside.Count > 0 && blank.Length == 0 && LastWasAside))
            {
                _own.Add(blank);
            }
        }

        private bool LastWasAside { get; set; }

        private int Aside(int at, int count)
        {
            _aside.AddRange(lines[at..(at + count)]);
            if (_own.Count > 0 && _own[^1].Trim().Length > 0)
            {
                _own.Add("");
            }

            LastWasAside = true;
            return at + count;
        }

        private int AsideToEnd(int at)
        {
            _aside.AddRange(lines[at..]);
            return lines.Length;
        }

        /// <summary>Down to whatever divides next.</summary>
        private List<string> Below(int at)
        {
            var below = new List<string>();
            for (; at < lines.Length && below.Count <= BelowRule.MostLines; at++)
            {
                var line = lines[at];
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                if (QuotedLine.Is(line) || ReplyAbove.Is(line) || Closings.IsLine(line) || QuoteHeads.Length(lines, at) > 0)
                {
                    break;
                }

                below.Add(line);
            }

            return below;
        }

        private bool IsQuoteOrEnd(int at)
        {
            while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at]))
            {
                at++;
            }

            return at == lines.Length || QuotedLine.Is(lines[at]);
        }

        /// <summary>The end of a quoted line that some program broke without a mark.</summary>
        private bool IsRestOfQuote(int at) =>
            at > 0 && at + 1 < lines.Length && QuotedLine.Is(lines[at - 1]) && QuotedLine.Is(lines[at + 1]) && lines[at - 1].TrimEnd().Length >= FullLine;

        /// <summary>"-Anna" or "- Anna Berg" as the last line is a signature; a list of such lines is none.</summary>
        private void TakeNameAside()
        {
            var last = _own.FindLastIndex(l => !string.IsNullOrWhiteSpace(l));
            if (last > 0 && Closings.IsDashedName(_own[last]) && !_own[last - 1].TrimStart().StartsWith('-') && _own.Take(last).Any(l => !string.IsNullOrWhiteSpace(l)))
            {
                _aside.Insert(0, _own[last]);
                _own.RemoveRange(last, _own.Count - last);
            }
        }

        private static string Text(List<string> lines) => string.Join('\n', lines).Trim();
    }
}
