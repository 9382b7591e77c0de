namespace RunBackCare.Mail.Incoming.Words;

/// <summary>A line with a quote's mark before it.</summary>
internal static class QuotedLine
{
    private const int LongestInitials = 4;

    public static bool Is(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.Length == 0)
        {
            return false;
        }

        // ">3" is somebody's arrow only where nothing else is quoted, and then nobody can tell.
        if (text[0] is '>' or '›' or '»' or '＞')
        {
            return !text.StartsWith(">>> ", StringComparison.Ordinal) || !text.Contains("<<<", StringComparison.Ordinal);
        }

        return text.StartsWith("&gt;", StringComparison.Ordinal) || HasInitials(text);
    }

    /// <summary>Old clients write who said it: "AB> ".</summary>
    private static bool HasInitials(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOf('>');
        return mark is > 0 and <= LongestInitials && !text[..mark].ContainsAnyExceptInRange('A', 'Z');
    }
}
