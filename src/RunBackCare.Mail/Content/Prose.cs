using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Content;

/// <summary>What every text must be that a person reads: short, whole sentences, and nothing that a mail could take for markup.</summary>
internal static partial class Prose
{
    private const int LongestName = 60;
    private const int LongestCaution = 200;
    private const int LongestText = 600;
    private const int LongestLevelText = 250;

    public static string Short(Entry entry, string field, string example) => Required(entry, field, example, LongestName);

    public static string Line(Entry entry, string field, string example) => Required(entry, field, example, LongestCaution);

    public static string HowTo(Entry entry) => Sentences(entry, "how_to", ">- and two to four short sentences on the next lines");

    public static string Text(Entry entry) => Sentences(entry, "text", ">- and two to four sentences on the next lines");

    public static string? Caution(Entry entry) => Optional(entry, "caution", LongestCaution);

    public static string? LevelHowTo(Entry entry) => Optional(entry, "how_to", LongestLevelText);

    private static string Sentences(Entry entry, string field, string example)
    {
        var text = Required(entry, field, example, LongestText);
        var ends = SentenceEnd().Count(text);
        if (text.Length > 0 && ends is < 2 or > 4)
        {
            entry.Fault(field, $"{field} has {ends} {(ends == 1 ? "sentence" : "sentences")}; it must have two to four");
        }
        else if (text.Length > 0 && !WholeSentence().IsMatch(text))
        {
            entry.Fault(field, $"{field} must end with a full stop");
        }

        return text;
    }

    private static string Required(Entry entry, string field, string example, int longest)
    {
        var text = entry.Text(field, example);
        Check(entry, field, text, longest);
        return text;
    }

    private static string? Optional(Entry entry, string field, int longest)
    {
        var text = entry.OptionalText(field);
        Check(entry, field, text ?? "", longest);
        return text;
    }

    private static void Check(Entry entry, string field, string text, int longest)
    {
        if (text.Length > longest)
        {
            entry.Fault(field, $"{field} has {text.Length} characters; shorten it to {longest} at most");
        }

        if (Markup().Match(text) is { Success: true } mark)
        {
            entry.Fault(field, $"{field} has '{mark.Value}'; mails print the text as it stands, so write it in words");
        }

        if (text.Any(char.IsControl))
        {
            entry.Fault(field, $"{field} must be one line; begin it with >- to write it over several");
        }
    }

    [GeneratedRegex(@"[.!?][""')]?(?=\s|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[.!?][""')]?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeSentence();

    [GeneratedRegex(@"[<>]|\{\{|\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Markup();
}
