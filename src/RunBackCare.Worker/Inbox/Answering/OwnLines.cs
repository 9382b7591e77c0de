using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>
/// Our own words in what a reply quotes. Our lessons and safety mails name the signs they warn of, and come back below many a harmless answer.
/// </summary>
internal sealed partial class OwnLines(IDbContextFactory<RunBackCareDb> contexts, ILetterWriter letters)
{
    /// <summary>So many of a person's last mails are compared.</summary>
    private const int MostMails = 6;

    /// <summary>A shorter line of ours is only told from theirs by the lines around it.</summary>
    private const int TellingWords = 4;

    /// <returns>The text without the lines that stand in a mail we sent to this person.</returns>
    public async Task<string> WithoutOursAsync(long subscriberId, string text, CancellationToken cancellation)
    {
        var ours = await OursAsync(subscriberId, cancellation);
        var lines = text.Split('\n').Select(line => (Line: line, Words: Words(line))).ToList();
        var telling = lines.Select(l => l.Words.Count(c => c == ' ') > TellingWords && ours.Contains(l.Words, StringComparison.Ordinal)).ToList();
        return string.Join('\n', lines.Where((l, i) => !telling[i] && !(IsBeside(telling, i) && ours.Contains(l.Words, StringComparison.Ordinal))).Select(l => l.Line));
    }

    private static bool IsBeside(List<bool> telling, int i) => (i > 0 && telling[i - 1]) || (i + 1 < telling.Count && telling[i + 1]);

    private async Task<string> OursAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Outbox.AsNoTracking()
            .Where(m => m.SubscriberId == subscriberId && m.Kind != MailKind.OperatorAlert)
            .OrderByDescending(m => m.Id)
            .Take(MostMails)
            .AsClaimed()
            .ToListAsync(cancellation);
        var ours = new StringBuilder();
        foreach (var letter in (await letters.WriteAsync(rows, cancellation)).Values.OfType<WrittenLetter.Ready>())
        {
            ours.Append(Words(letter.Letter.Message.TextBody ?? "")).Append(Words(OfHtml(letter.Letter.Message.HtmlBody ?? "")));
        }

        return ours.ToString();
    }

    private static string OfHtml(string html) => WebUtility.HtmlDecode(Tags.Replace(html, " "));

    /// <summary>Letters and digits alone, each word between blanks: what clients do to quotes, colours, dashes and line ends does not matter.</summary>
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
