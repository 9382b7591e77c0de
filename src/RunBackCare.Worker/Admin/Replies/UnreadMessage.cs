using MimeKit;
using NodaTime;
using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Admin.Replies;

/// <summary>A message in the words its admin reads.</summary>
/// <param name="Text">What the person sees of it themselves: the text part, cut short. Null where the raw mail is no longer kept.</param>
internal sealed record UnreadMessage(long Id, long? SubscriberId, Instant ArrivedAt, InboundOutcome Outcome, string? Reason, string? Text)
{
    private const int LongestText = 4_000;

    public static UnreadMessage Of(InboundMessage message) =>
        new(message.Id, message.SubscriberId, message.ArrivedAt, message.Outcome, message.Reason, message.Raw is { } raw ? TextOf(raw) : null);

    /// <summary>What came in may be anything; a page that cannot be shown for it would help nobody.</summary>
    private static string TextOf(byte[] raw)
    {
        try
        {
            using var stream = new MemoryStream(raw, writable: false);
            using var message = MimeMessage.Load(stream);
            var text = (message.TextBody ?? message.HtmlBody ?? "").Trim();
            return text.Length == 0 ? "(no text)" : text.Length <= LongestText ? text : $"{text[..LongestText]} …";
        }
        catch (FormatException)
        {
            return "(this is no mail)";
        }
    }

    public string Why => Outcome switch
    {
        InboundOutcome.Unreadable => "Nothing in it could be read; the person was asked once.",
        InboundOutcome.ForeignSender => "A good reply address, but another sender than the one it was given to.",
        InboundOutcome.NoToken => "A known sender, but nothing shows that it answers a mail of ours.",
        InboundOutcome.OverCap => "More replies in a day than a person writes.",
        InboundOutcome.Failed => "Reading it failed by a fault of ours.",
        _ => "",
    };
}
