using RunBackCare.Mail.Incoming.Bounces;
using RunBackCare.Mail.Incoming.Words;

namespace RunBackCare.Mail.Incoming;

/// <summary>Reads a raw message. Total: whatever bytes come, something is returned, within bounds of time and memory.</summary>
public static class IncomingReader
{
    /// <summary>What lies behind is not read: nobody's answer is that long.</summary>
    private const int MostBytes = 30 * 1024 * 1024;

    public static IncomingMail Read(byte[] raw, Func<string, bool>? isOurs = null) => Read(new MemoryStream(raw, writable: false), isOurs);

    /// <param name="raw">Read from where it stands, to its end at most.</param>
    /// <param name="isOurs">Whether we send from an address; a mail from there has come round. Null where nothing is known of us.</param>
    public static IncomingMail Read(Stream raw, Func<string, bool>? isOurs = null)
    {
        try
        {
            return Sort(MessageParsing.Parse(raw, MostBytes), isOurs ?? (_ => false));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The parser is of others, and its input is of anybody: no message may stop the inbox.
            return new IncomingMail.Other { Head = MailHead.Unknown, Why = $"unreadable: {fault.GetType().Name}" };
        }
    }

    /// <summary>The order matters: many bounces call themselves automatic, and a loop may carry anything.</summary>
    private static IncomingMail Sort(ParsedMail mail, Func<string, bool> isOurs)
    {
        var head = mail.Head;
        if (SesNotice.Read(mail) is { } notice)
        {
            return notice;
        }

        if (ComplaintReader.Read(mail) is { } complaint)
        {
            return complaint;
        }

        if (BounceReader.Read(mail) is { } bounce)
        {
            return bounce;
        }

        if (head.From is { } from && isOurs(from))
        {
            return new IncomingMail.Loop { Head = head };
        }

        if (AutoReplySigns.In(mail.Message, head) is { } why)
        {
            return new IncomingMail.AutoReply { Head = head, Why = why };
        }

        return new IncomingMail.Reply { Head = head, Words = WordsReader.Read(mail.Message) };
    }
}
