using System.Collections.Frozen;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>Cuts a page where its boxes nest deeper than any mail program's: the time to build such a tree grows with the square of its depth.</summary>
internal static class HtmlDepth
{
    private const int Deepest = 300;

    private const int LongestName = 12;

    /// <summary>These end by themselves, or are left open by many.</summary>
    private static readonly FrozenSet<string> Open = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p", "td", "th", "tr", "wbr", "o:p"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsOpen = Open.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Cut(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = Name(html.AsSpan(at + (closes ? 2 : 1)));
            if (name.Length == 0 || IsOpen.Contains(name))
            {
                continue;
            }

            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest)
            {
                return html[..at];
            }
        }

        return html;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (length < tag.Length && length < LongestName && (char.IsAsciiLetterOrDigit(tag[length]) || tag[length] is ':' or '-'))
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(tag[0]) ? tag[..length] : [];
    }
}
