using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using NodaTime;
using RunBackCare.Worker.Commands;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>Writes the reply that a mail program would write to a person's latest mail, their mail quoted below, into the folder where answers arrive.</summary>
internal sealed class DropReply(IDbContextFactory<RunBackCareDb> contexts, ILetterWriter letters, IOptions<InboxOptions> options, IClock clock)
{
    /// <returns>The file.</returns>
    /// <exception cref="CommandException">There is no folder, no such person, or no mail to answer.</exception>
    public async Task<string> RunAsync(string address, string text, CancellationToken cancellation)
    {
        if (options.Value.Folder is not { Length: > 0 } folder)
        {
            throw new CommandException($"Answers do not arrive in a folder here: set {InboxOptions.Section}:Folder, or answer from a mail program.");
        }

        var mail = await LatestAsync(address, cancellation);
        if (await letters.WriteAsync(mail, cancellation) is not WrittenLetter.Ready ready)
        {
            throw new CommandException("Their latest mail can no longer be written, so there is nothing to answer.");
        }

        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{Guid.CreateVersion7():n}{FolderSource.Ending}");
        await ReplyTo(ready.Letter.Message, address, text).WriteToAsync(file + ".new", cancellation);
        File.Move(file + ".new", file);
        return file;
    }

    private async Task<ClaimedMail> LatestAsync(string address, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var key = AddressKey.Of(address);
        if (await db.Subscribers.Where(s => s.AddressKey == key).Select(s => (long?)s.Id).SingleOrDefaultAsync(cancellation) is not { } id)
        {
            throw new CommandException("Nobody has this address here.");
        }

        return await db.Outbox.AsNoTracking()
            .Where(m => m.SubscriberId == id && m.State == DeliveryState.Sent && m.Kind != MailKind.OperatorAlert)
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id)
            .AsClaimed()
            .FirstOrDefaultAsync(cancellation) ?? throw new CommandException("They have had no mail yet: run-due or a running worker sends what is due.");
    }

    private MimeMessage ReplyTo(MimeMessage mail, string address, string text)
    {
        var now = clock.GetCurrentInstant().ToDateTimeOffset();
        var reply = new MimeMessage
        {
            Subject = $"Re: {mail.Subject}",
            Date = now,
            InReplyTo = mail.MessageId,
            Body = new TextPart("plain") { Text = $"{text}\n\nOn {mail.Date:ddd, d MMM yyyy} at {mail.Date:HH:mm}, {mail.From.Mailboxes.First().Name} wrote:\n\n{Quoted(mail.TextBody ?? "")}" },
        };
        reply.From.Add(MailboxAddress.Parse(address));
        reply.To.AddRange(mail.ReplyTo);
        reply.References.Add(mail.MessageId!);
        return reply;
    }

    private static string Quoted(string text) => string.Concat(text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => $"> {line}\n"));
}
