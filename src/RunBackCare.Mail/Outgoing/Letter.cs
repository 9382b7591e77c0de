using System.Collections.Immutable;
using MimeKit;

namespace RunBackCare.Mail.Outgoing;

/// <summary>A message ready for a server: what people see, and the envelope around it.</summary>
/// <param name="Message">With every header but those a relay adds.</param>
/// <param name="EnvelopeFrom">Where bounces go: <c>bounce+token@…</c>.</param>
/// <param name="EnvelopeTo">One address, always.</param>
public sealed record Letter(MimeMessage Message, string EnvelopeFrom, string EnvelopeTo);

/// <summary>Who sends: the same for every mail of an installation.</summary>
public sealed record Sender
{
    /// <summary>A real mailbox, with the name people see.</summary>
    public required MailboxAddress From { get; init; }

    /// <summary>Domain of <c>reply+token@…</c> and of Message-IDs.</summary>
    public required string ReplyDomain { get; init; }

    /// <summary>Domain of <c>bounce+token@…</c>.</summary>
    public required string BounceDomain { get; init; }

    /// <summary>Without angle brackets, such as <c>weekly.example.org</c>.</summary>
    public required string ListId { get; init; }

    /// <summary>Feedback-ID's last part: 5 to 15 letters that name the sender, never a person.</summary>
    public required string FeedbackSender { get; init; }

    public required Operator Operator { get; init; }

    /// <summary>Null where the relay signs.</summary>
    public DkimSeal? Seal { get; init; }
}

/// <summary>Who runs this installation; in every footer.</summary>
public sealed record Operator(string Name, string PostalAddress, string Contact);

/// <summary>What is particular to one message: to whom, under which identity, with which links.</summary>
public sealed record Addressing
{
    public required string To { get; init; }

    public required string Name { get; init; }

    /// <summary>Without angle brackets; the same on every attempt.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Local part token of the reply address.</summary>
    public required string ReplyToken { get; init; }

    /// <summary>Local part token of the envelope sender.</summary>
    public required string BounceToken { get; init; }

    public required Links Links { get; init; }

    /// <summary>The mail that this one answers; null where we write first.</summary>
    public Answers? Answers { get; init; }

    /// <summary>Names the person's events in calendars, on every attempt and for ever, and tells nothing of them; null where no calendar comes along.</summary>
    public string? CalendarKey { get; init; }
}

/// <summary>A mail of a person's that is answered at once, by this program.</summary>
/// <param name="MessageId">Its own, without angle brackets; null where it had none.</param>
/// <param name="References">Those it named, oldest first, without angle brackets.</param>
public sealed record Answers(string? MessageId, ImmutableArray<string> References);

/// <summary>A file beside a mail's words.</summary>
internal sealed record AttachedFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>Absolute addresses of this person's pages. Null where the mail must not carry that link.</summary>
public sealed record Links
{
    /// <summary>Null where there is nothing to leave: a mail to the operator, the last word to somebody erased.</summary>
    public required Uri? Leave { get; init; }

    /// <summary>The week in a browser.</summary>
    public Uri? Week { get; init; }

    /// <summary>One tap to answer.</summary>
    public Uri? Pain { get; init; }

    public Uri? Preferences { get; init; }

    public Uri? Calendar { get; init; }

    /// <summary>Only in the mail that asks for confirmation.</summary>
    public Uri? Confirm { get; init; }
}
