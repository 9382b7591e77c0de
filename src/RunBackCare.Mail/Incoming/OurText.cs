using System.Text;
using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming;

/// <summary>
/// What we wrote, to be taken out of what others quote. Our lessons and safety mails name the signs they warn of, and come back below many a harmless answer.
/// </summary>
public sealed partial class OurText
{
    /// <summary>A shorter line of ours is only told from theirs by the lines around it.</summary>
    private const int TellingBlanks = 4;

    private readonly string _words;

    /// <param name="texts">Plain text, or the source of a page or template; marks do not matter.</param>
    public OurText(IEnumerable<string> texts)
    {
        var words = new StringBuilder();
        foreach (var text in texts)
        {
            words.Append(Words(Plain(text)));
        }

        _words = words.ToString();
    }

    /// <returns>The text without the lines that are ours.</returns>
    public string Without(string text)
    {
        var lines = text.Split('\n').Select(line => (Line: line, Words: Words(line))).ToList();
        var telling = lines.Select(l => l.Words.AsSpan().Count(' ') > TellingBlanks && IsOurs(l.Words)).ToList();
        return string.Join('\n', lines.Where((l, i) => !telling[i] && !(IsBeside(telling, i) && IsOurs(l.Words))).Select(l => l.Line));
    }

    private bool IsOurs(string words) => _words.Contains(words, StringComparison.Ordinal);

    private static bool IsBeside(List<bool> telling, int i) => (i > 0 && telling[i - 1]) || (i + 1 < telling.Count && telling[i + 1]);

    private static string Plain(string text) => System.Net.WebUtility.HtmlDecode(Tags.Replace(text, " "));

    /// <summary>Letters and digits alone, each word between blanks: what programs do to quotes, colours, dashes and line ends does not matter.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter))
            {
                words.Append(char.ToLowerInvariant(letter));
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }

    [GeneratedRegex("<style.*?</style>|<[^>]*>", RegexOptions.Singleline | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tags { get; }
}
