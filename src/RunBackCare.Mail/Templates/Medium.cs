using System.Buffers;
using System.Globalization;
using System.Text;

namespace RunBackCare.Mail.Templates;

/// <summary>
/// How a view's string becomes part of a mail. Escaping happens here, once, before a template sees the string:
/// Scriban escapes nothing, and a template must not have to think of it.
/// </summary>
internal abstract class Medium
{
    public static Medium Html { get; } = new HtmlMedium();

    public static Medium Text { get; } = new TextMedium();

    /// <summary>A string as it may stand anywhere in this medium, quoted attributes included.</summary>
    public abstract string Place(string value);

    /// <exception cref="InvalidOperationException">Not an address that a mail may link to.</exception>
    public string Place(Uri value) => value is { IsAbsoluteUri: true, Scheme: "https" or "http" or "mailto" }
        ? PlaceAddress(value.AbsoluteUri)
        : throw new InvalidOperationException("A mail links to absolute https, http and mailto addresses only.");

    protected abstract string PlaceAddress(string address);

    private sealed class TextMedium : Medium
    {
        public override string Place(string value) => OneLine.Of(value);

        protected override string PlaceAddress(string address) => address;
    }

    private sealed class HtmlMedium : Medium
    {
        private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'`");

        public override string Place(string value) => Escape(LongWords.Breakable(OneLine.Of(value)));

        protected override string PlaceAddress(string address) => Escape(address);

        private static string Escape(string value)
        {
            if (value.AsSpan().IndexOfAny(Special) < 0)
            {
                return value;
            }

            var escaped = new StringBuilder(value.Length + 32);
            foreach (var c in value)
            {
                _ = c switch
                {
                    '&' => escaped.Append("&amp;"),
                    '<' => escaped.Append("&lt;"),
                    '>' => escaped.Append("&gt;"),
                    '"' => escaped.Append("&quot;"),
                    '\'' => escaped.Append("&#39;"),
                    '`' => escaped.Append("&#96;"),
                    _ => escaped.Append(c),
                };
            }

            return escaped.ToString();
        }
    }
}

/// <summary>
/// A string that can do no harm to the line it stands on: one line, no control characters, no marks that turn the direction of the
/// text around it, no lone surrogates.
/// </summary>
internal static class OneLine
{
    public static string Of(string value)
    {
        if (IsPlain(value))
        {
            return value;
        }

        var line = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            if ((Rune.IsWhiteSpace(rune) && rune.Value != '\u00a0') || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!TurnsDirection(rune))
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>At most that many characters as a reader counts them, with an ellipsis where something was cut.</summary>
    public static string Of(string value, int most)
    {
        var line = Of(value);
        var elements = StringInfo.GetTextElementEnumerator(line);
        for (var count = 0; elements.MoveNext(); count++)
        {
            if (count == most)
            {
                return line[..elements.ElementIndex].TrimEnd(' ') + "…";
            }
        }

        return line;
    }

    // Nearly every string of a mail: one pass, nothing allocated.
    private static bool IsPlain(string value)
    {
        var before = ' ';
        foreach (var c in value)
        {
            var plain = c == ' ' ? before != ' ' : c is > ' ' and < '\u007f' or >= '\u00a0' and < '\u0600' or > '\u2010' and < '\u2028' or '\u00d7';
            if (!plain)
            {
                return false;
            }

            before = c;
        }

        return before != ' ' || value.Length == 0;
    }

    private static bool TurnsDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
