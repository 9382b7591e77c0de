using System.Globalization;
using System.Text.RegularExpressions;
using RunBackCare.Planning.Pain.Safety;

namespace RunBackCare.Planning.Replies;

/// <summary>Cuts a statement into tokens. Numbers come out in the shape they were written in; what they measure is decided later.</summary>
internal sealed partial class Tokenizer(Language language)
{
    private const string Numberish = ".,:/-";

    public List<Token> Read(string statement)
    {
        var raw = Cut(PlainText.Of(Phone.Replace(Marks(Apart.Replace(HalfOfTen.Replace(statement, "."), "")), " tel ")));
        var tokens = new List<Token>(raw.Count);
        for (var i = 0; i < raw.Count;)
        {
            i += Phrase(raw, i, tokens);
        }

        return tokens;
    }

    /// <summary>The longest phrase that begins here; how many raw parts it took.</summary>
    private int Phrase(List<Raw> raw, int from, List<Token> tokens)
    {
        for (var length = Math.Min(language.LongestPhrase, raw.Count - from); length > 0; length--)
        {
            var parts = raw.GetRange(from, length);
            if (!parts.TrueForAll(p => p.IsWord) && !(length > 1 && parts.TrueForAll(p => p.Text.Length > 0)))
            {
                continue;
            }

            if (language.TryFind(string.Join(' ', parts.Select(p => p.Text)), out var sense))
            {
                tokens.Add(new(sense.Meaning, sense.Value, sense.Meaning == Meaning.Number ? sense.Value : 0));
                return length;
            }
        }

        tokens.Add(raw[from].Token ?? Token.Unknown);
        return 1;
    }

    /// <summary>What people tick and cross out in a list.</summary>
    private static string Marks(string statement) => Crosses.Replace(Ticks.Replace(statement, " done "), " skipped ");

    [GeneratedRegex("[✓✔✅☑]", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Ticks { get; }

    [GeneratedRegex("[✗✘❌✖☒]", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Crosses { get; }

    // "+49 30 1234567", "07700 900123": eight digits or more behind a plus or a nought, and no date.
    [GeneratedRegex(@"(?<![0-9.,/:-])(?=[+0]([ ()/.-]{0,3}[0-9]){8})(?![0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4})(\+|0)[0-9]{1,14}([ ()/.-]{1,3}[0-9]+){0,6}", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Phone { get; }

    // "5,5/10" is no list.
    [GeneratedRegex("(?<=(?<![0-9,.])[0-9]),(?=5 ?/ ?10(?![0-9]))", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex HalfOfTen { get; }

    // "2 / 10" is "2/10", and "4 ½" is one number.
    [GeneratedRegex(@"(?<=[0-9])[^\S\r\n]+(?=/[^\S\r\n]*10(?![0-9]))|(?<=[0-9][^\S\r\n]*/)[^\S\r\n]+(?=10(?![0-9]))|(?<=[0-9])[^\S\r\n]+(?=½)", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Apart { get; }

    private static List<Raw> Cut(string text)
    {
        var raw = new List<Raw>();
        for (var at = 0; at < text.Length;)
        {
            var letter = text[at];
            if (char.IsLetter(letter))
            {
                at = CutWord(text, at, raw);
            }
            else if (char.IsAsciiDigit(letter) || (letter == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            {
                at = CutNumber(text, at, raw);
            }
            else
            {
                CutMark(text, at, raw);
                at++;
            }
        }

        return raw;
    }

    private static int CutWord(string text, int from, List<Raw> raw)
    {
        var end = from;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '\'' or '`' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            end++;
        }

        // "mon2" and "tue3" are a day and a score; "l5", "c25k" and "t12" are names.
        var digits = end;
        while (digits > from && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        if (digits - from < 3)
        {
            digits = end;
        }

        raw.Add(Raw.Word(text[from..digits].Replace("'", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal)));
        return digits;
    }

    private static int CutNumber(string text, int from, List<Raw> raw)
    {
        var end = from;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (Numberish.Contains(text[end], StringComparison.Ordinal) && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var before = from > 0 && text[from - 1] == '+' ? "+" : "";
        raw.Add(new(text[from..end], Numbers.Read(before + text[from..end])));
        if (end < text.Length && text[end] == '%')
        {
            raw.Add(Raw.Word("%"));
            return end + 1;
        }

        // "3ish" is a three.
        return text.AsSpan(end).StartsWith("ish", StringComparison.Ordinal) ? end + 3 : end;
    }

    private static void CutMark(string text, int at, List<Raw> raw)
    {
        switch (text[at])
        {
            case ',' or ';' or '(' or ')' or '|' or '/' or '\t' or '!' or '?' or '[' or ']':
                raw.Add(new("", new(Meaning.Comma)));
                break;
            case '&' or '+':
                raw.Add(new("", new(Meaning.And)));
                break;
            case '-' when at > 0 && text[at - 1] == ' ' && at + 1 < text.Length && text[at + 1] == ' ':
                raw.Add(new("", new(Meaning.Sign, '-')));
                break;
            case ':' or '=' or '~' or '>':
                raw.Add(new("", new(Meaning.Sign, ':')));
                break;
            default:
                break;
        }
    }

    /// <summary>One part as written; marks have no text, so that no phrase reaches across them.</summary>
    private sealed record Raw(string Text, Token? Token)
    {
        public bool IsWord => Token is null;

        public static Raw Word(string text) => new(text, null);
    }

    /// <summary>The shapes of numbers.</summary>
    private static partial class Numbers
    {
        private const int Milliseconds = 250;

        public static Token Read(string written)
        {
            if (DayMonth().Match(written) is { Success: true } date)
            {
                return new(Meaning.Date, (int)Value(date.Groups["month"].ValueSpan), Other: Value(date.Groups["day"].ValueSpan));
            }

            if (Plain().IsMatch(written))
            {
                return new(Meaning.Number, Number: Value(written));
            }

            if (Half().IsMatch(written))
            {
                return new(Meaning.Number, Number: Value(written.Replace(',', '.')));
            }

            if (OfTen().Match(written) is { Success: true } ofTen)
            {
                return new(Meaning.OfTen, Number: Value(ofTen.Groups["upper"].ValueSpan));
            }

            if (Span().Match(written) is { Success: true } span && Value(span.Groups["lower"].ValueSpan) <= Value(span.Groups["upper"].ValueSpan))
            {
                return new(Meaning.Number, Number: Value(span.Groups["upper"].ValueSpan));
            }

            if (Iso().Match(written) is { Success: true } iso)
            {
                return new(Meaning.Date, (int)Value(iso.Groups["month"].ValueSpan), Other: Value(iso.Groups["day"].ValueSpan));
            }

            if (List().IsMatch(written))
            {
                return new(Meaning.NumberList, List: [.. written.Split(',').Select(n => Value(n))]);
            }

            return Part().Match(written) is { Success: true } part
                ? new(Meaning.Fraction, Number: Value(part.Groups["part"].ValueSpan), Other: Value(part.Groups["of"].ValueSpan))
                : new(Meaning.OtherNumber);
        }

        private static decimal Value(ReadOnlySpan<char> digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint, NumberFormatInfo.InvariantInfo);

        [GeneratedRegex(@"^(0|[1-9][0-9]{0,3})?(\.[0-9]{1,2})?$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex Plain();

        [GeneratedRegex("^[0-9]{1,2},5$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex Half();

        [GeneratedRegex(@"^(?:[0-9]{1,2}-)?(?<upper>[0-9]{1,2}(?:\.[0-9])?)/10$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex OfTen();

        [GeneratedRegex(@"^(?<lower>[0-9]{1,3}(?:\.[0-9])?)-(?<upper>[0-9]{1,3}(?:\.[0-9])?)$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex Span();

        [GeneratedRegex("^20[0-9]{2}-(?<month>[0-9]{2})-(?<day>[0-9]{2})$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex Iso();

        [GeneratedRegex(@"^(?<day>1[3-9]|2[0-9]|3[01])[./](?<month>0?[1-9]|1[0-2])([./](20)?[0-9]{2})?$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex DayMonth();

        [GeneratedRegex("^[0-9]{1,2}(,[0-9]{1,2})+$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex List();

        [GeneratedRegex("^(?<part>[0-9]{1,2})/(?<of>[0-9]{1,2})$", RegexOptions.ExplicitCapture, Milliseconds)]
        private static partial Regex Part();
    }
}
