using System.Net;
using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Tests;

/// <summary>A rendered form as a person reads it: words in their order, whatever the lines and marks around them.</summary>
internal static partial class Reading
{
    public static string OfText(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>Addresses of links and words of attributes included.</summary>
    public static string OfPage(string html) => OfText(WebUtility.HtmlDecode(html));

    /// <summary>The words of each paragraph and heading that a page shows below its top line.</summary>
    public static IEnumerable<string> Paragraphs(string html) =>
        Blocks().Matches(html).Select(m => OfText(WebUtility.HtmlDecode(Tags().Replace(m.Groups["words"].Value, " ")))).Where(p => p.Length > 0 && p != "RunBackCare");

    [GeneratedRegex(@"[\s\u00a0]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("<(?<tag>p|h1|h2|h3|h4|li)\\b[^>]*>(?<words>.*?)</\\k<tag>>", RegexOptions.Singleline, 1000)]
    private static partial Regex Blocks();
}
