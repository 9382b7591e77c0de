using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;

namespace RunBackCare.Mail.Outgoing;

/// <summary>
/// Makes the whole message of a view. Same view, same addressing → the same bytes, so that a second attempt is the same message
/// and not only one with the same Message-ID.
/// </summary>
public sealed class LetterComposer(TemplateSet templates, Sender sender)
{
    /// <summary>RFC 5321, 4.5.3.1.1.</summary>
    private const int LongestLocalPart = 64;

    /// <summary>Longer ones have lost their way; a header's line holds 998.</summary>
    private const int LongestMessageId = 250;

    /// <summary>A long thread keeps its newest.</summary>
    private const int MostReferences = 10;

    /// <summary>Characters of a name that a To header shows.</summary>
    private const int LongestName = 60;

    /// <exception cref="ArgumentException">An address that cannot be written to, or a token too long for one.</exception>
    public Letter Compose(MailView view, Addressing addressing)
    {
        var rendered = templates.Render(view, sender.Operator);
        var replyTo = Address("reply", addressing.ReplyToken, sender.ReplyDomain);
        var message = new MimeMessage
        {
            MessageId = addressing.MessageId,
            Date = addressing.Date,
            Subject = rendered.Subject,
            Body = Body(view, rendered, addressing),
        };

        // A copy: an address remembers every message it stands in, and this one would keep all mails in memory for ever.
        message.From.Add(sender.From.Clone());
        message.To.Add(Recipient(addressing));
        message.ReplyTo.Add(new MailboxAddress(Encoding.UTF8, sender.From.Name, replyTo));
        Thread(message, addressing.Answers);
        if (addressing.Links.Leave is { } leave)
        {
            AddListHeaders(message.Headers, leave, replyTo);
        }

        message.Headers.Add("Feedback-ID", $"{view.Feedback}:{sender.FeedbackSender}");
        message.Headers.Add(HeaderId.ContentLanguage, view.Language);
        message.Headers.Add(HeaderId.AutoSubmitted, addressing.Answers is null ? "auto-generated" : "auto-replied");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        sender.Seal?.Sign(message);
        return new(message, Address("bounce", addressing.BounceToken, sender.BounceDomain), addressing.To);
    }

    /// <summary>RFC 5322, 3.6.4: the answer stands under the mail it answers. An ID that is none is passed over: it came from outside.</summary>
    private static void Thread(MimeMessage message, Answers? answers)
    {
        if (answers?.MessageId is not { } id || !IsMessageId(id))
        {
            return;
        }

        message.InReplyTo = id;
        message.References.AddRange([.. answers.References.Where(IsMessageId).Where(r => r != id).TakeLast(MostReferences), id]);
    }

    private static bool IsMessageId(string id) =>
        id.Length <= LongestMessageId && id.Count(c => c == '@') == 1 && id.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or '(' or ')' or '"' or ',' or ';' or ':' or '\\'));

    /// <summary>RFC 2919, 2369 and 8058: one POST without a login leaves, and so does a mail.</summary>
    private void AddListHeaders(HeaderList headers, Uri leave, string replyTo)
    {
        headers.Add(HeaderId.ListId, $"<{sender.ListId}>");
        headers.Add(HeaderId.ListUnsubscribe, $"<{leave.AbsoluteUri}>, <mailto:{replyTo}?subject=STOP>");
        headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
    }

    private static MailboxAddress Recipient(Addressing addressing)
    {
        if (!MailboxAddress.TryParse(addressing.To, out var address))
        {
            // The address itself stays out of messages that end in logs.
            throw new ArgumentException("The recipient's address cannot be written to.", nameof(addressing));
        }

        return new(Encoding.UTF8, OneLine.Of(addressing.Name, LongestName), address.Address);
    }

    private static string Address(string role, string token, string domain)
    {
        var local = $"{role}+{token}";
        return local.Length <= LongestLocalPart
            ? $"{local}@{domain}"
            : throw new ArgumentException($"A token of {token.Length} characters does not fit a local part of {LongestLocalPart}.", nameof(token));
    }

    private static MimeEntity Body(MailView view, Rendered rendered, Addressing addressing)
    {
        var alternatives = Alternatives(rendered, addressing.MessageId);
        return File(view, addressing) is { } file
            ? new Multipart("mixed", alternatives, Attachment(file)) { Boundary = Boundary("mixed", addressing.MessageId) }
            : alternatives;
    }

    /// <summary>Text first: a reader takes the last form it can show.</summary>
    private static MultipartAlternative Alternatives(Rendered rendered, string messageId) => new(Part(TextFormat.Plain, rendered.Text), Part(TextFormat.Html, rendered.Html))
    {
        Boundary = Boundary("alternative", messageId),
    };

    /// <summary>The calendar is a file to open, not an invitation to answer: it names no method, so no client draws buttons that would write to us.</summary>
    private static AttachedFile? File(MailView view, Addressing addressing) => view.Calendar is { Days.IsEmpty: false } calendar && addressing.CalendarKey is { } key
        ? new("week.ics", "text/calendar", Encoding.UTF8.GetBytes(CalendarFile.Of([calendar], key, Instant.FromDateTimeOffset(addressing.Date))))
        : view.File;

    private static MimePart Attachment(AttachedFile file)
    {
        var type = ContentType.Parse(file.MediaType);
        if (type.IsMimeType("text", "*"))
        {
            type.Charset = "utf-8";
        }

        return new(type)
        {
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = file.Name },
            Content = Encoded(file.Content.Span),
        };
    }

    private static string Boundary(string of, string messageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{of} {messageId}")).AsSpan(0, 16));

    /// <summary>Base64: smaller than quoted-printable for these pages' colons and equals signs, and safe from long lines.</summary>
    private static TextPart Part(TextFormat format, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return new(format)
            {
                ContentType = { Charset = "utf-8" },
                ContentTransferEncoding = ContentEncoding.Base64,
                Content = Encoded(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes))),
            };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Encoded here and once: SMTP measures a mail before it sends it, and would encode everything both times.</summary>
    private static MimeContent Encoded(ReadOnlySpan<byte> content) => new(new MemoryStream(Base64Lines.Of(content), writable: false), ContentEncoding.Base64);
}
