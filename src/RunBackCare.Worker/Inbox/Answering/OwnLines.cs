using Microsoft.EntityFrameworkCore;
using RunBackCare.Mail.Incoming;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>
/// Our own words in what a reply quotes. Our lessons and safety mails name the signs they warn of, and come back below many a harmless answer.
/// </summary>
internal sealed class OwnLines(IDbContextFactory<RunBackCareDb> contexts, ILetterWriter writer)
{
    /// <summary>So many of a person's last mails are compared.</summary>
    private const int MostMails = 6;

    /// <returns>The text without the lines that stand in a mail we sent to this person.</returns>
    public async Task<string> WithoutOursAsync(long subscriberId, string text, CancellationToken cancellation) =>
        text.Length == 0 ? text : new OurText(await OursAsync(subscriberId, cancellation)).Without(text);

    private async Task<IEnumerable<string>> OursAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Outbox.AsNoTracking()
            .Where(m => m.SubscriberId == subscriberId && m.Kind != MailKind.OperatorAlert)
            .OrderByDescending(m => m.Id)
            .Take(MostMails)
            .AsClaimed()
            .ToListAsync(cancellation);
        var write = await writer.PrepareAsync(rows, cancellation);
        return rows.Select(row => write(row)).OfType<WrittenLetter.Ready>().SelectMany(ready => new[] { ready.Letter.Message.TextBody ?? "", ready.Letter.Message.HtmlBody ?? "" });
    }
}
