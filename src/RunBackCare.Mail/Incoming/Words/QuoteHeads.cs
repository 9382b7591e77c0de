namespace RunBackCare.Mail.Incoming.Words;

/// <summary>What programs write above a quoted or forwarded mail: "On … wrote:", its head, or a dividing line.</summary>
internal static class QuoteHeads
{
    /// <summary>Long names and addresses are broken over lines.</summary>
    private const int MostLines = 4;

    private const int LongestAttribution = 500;

    private const int MostBlankLines = 10;

    /// <returns>How many lines it takes; 0 where none begins here.</returns>
    public static int Length(string[] lines, int at)
    {
        if (HeaderBlock.Length(lines, at) is var block and > 0)
        {
            return block;
        }

        if (Dividers.Is(lines, at))
        {
            return 1 + AfterDivider(lines, at + 1);
        }

        return Attribution(lines, at);
    }

    /// <summary>The head of the mail that follows belongs to the dividing line.</summary>
    private static int AfterDivider(string[] lines, int at)
    {
        var next = at;
        while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        return next < lines.Length && HeaderBlock.Length(lines, next) is var block and > 0 ? next - at + block : 0;
    }

    private static int Attribution(string[] lines, int at)
    {
        for (var count = 1; count <= MostLines && at + count <= lines.Length; count++)
        {
            if (Joined(lines, at, count) is not { } joined)
            {
                return 0;
            }

            var next = at + count;
            if (Attributions.Is(joined, () => IsAboveQuote(lines, next)))
            {
                return BeginsLater(lines, at, count) ? 0 : count;
            }
        }

        return 0;
    }

    /// <summary>Null where the lines cannot be one: names and addresses are broken over lines, but never over an empty one.</summary>
    private static string? Joined(string[] lines, int at, int count)
    {
        var joined = lines[at].Trim();
        for (var i = at + 1; i < at + count; i++)
        {
            // Some programs break inside an address, so that its ">" begins a line.
            if (string.IsNullOrWhiteSpace(lines[i]) || (QuotedLine.Is(lines[i]) && joined.LastIndexOf('<') <= joined.LastIndexOf('>')))
            {
                return null;
            }

            joined = $"{joined} {lines[i].Trim()}";
        }

        return joined.Length is > 0 and <= LongestAttribution ? joined : null;
    }

    /// <summary>The person's last words may stand directly above: then it is the lines below them alone.</summary>
    private static bool BeginsLater(string[] lines, int at, int count)
    {
        var opens = Attributions.Opens(lines[at]);
        for (var skipped = 1; skipped < count; skipped++)
        {
            if ((!opens || Attributions.Opens(lines[at + skipped]))
                && Joined(lines, at + skipped, count - skipped) is { } rest
                && Attributions.Is(rest, () => IsAboveQuote(lines, at + count)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAboveQuote(string[] lines, int at)
    {
        var last = Math.Min(lines.Length, at + MostBlankLines);
        while (at < last && string.IsNullOrWhiteSpace(lines[at]))
        {
            at++;
        }

        return at < lines.Length && QuotedLine.Is(lines[at]);
    }
}
