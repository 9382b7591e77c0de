using Microsoft.Extensions.Options;
using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery.Settings;

/// <summary>Under which names we write.</summary>
internal sealed class MailOptions
{
    public const string Section = "RunBackCare:Mail";

    /// <summary>A real mailbox, with the name people see.</summary>
    public string From { get; set; } = "";

    /// <summary>Domain of <c>reply+token@…</c> and of Message-IDs.</summary>
    public string ReplyDomain { get; set; } = "";

    /// <summary>Domain of <c>bounce+token@…</c>; the reply domain where empty.</summary>
    public string? BounceDomain { get; set; }

    /// <summary>Without angle brackets; <c>weekly.</c> and the reply domain where empty.</summary>
    public string? ListId { get; set; }

    /// <summary>Feedback-ID's last part, 5 to 15 letters.</summary>
    public string FeedbackSender { get; set; } = "runbackcare";

    /// <summary>What the composer needs to know of us.</summary>
    public Sender ToSender(OperatorOptions by) => new()
    {
        From = MailboxAddress.Parse(From),
        ReplyDomain = ReplyDomain,
        BounceDomain = BounceDomain is { Length: > 0 } domain ? domain : ReplyDomain,
        ListId = ListId is { Length: > 0 } list ? list : $"weekly.{ReplyDomain}",
        FeedbackSender = FeedbackSender,
        Operator = new(by.Name, by.PostalAddress, by.Contact),
    };
}

internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = new SettingFaults(MailOptions.Section);
        faults.Refuse(!IsMailbox(options.From), nameof(options.From), "is missing or no address: a real mailbox, with the name people see", "\"RunBackCare <plans@example.org>\"");
        faults.Refuse(!IsDomain(options.ReplyDomain), nameof(options.ReplyDomain), "is missing or no domain: where answers arrive", "reply.example.org");
        faults.Refuse(options.BounceDomain is { Length: > 0 } bounce && !IsDomain(bounce), nameof(options.BounceDomain), "is no domain: where bounces arrive", "bounce.example.org");
        faults.Refuse(options.ListId is { Length: > 0 } list && !IsDomain(list), nameof(options.ListId), "must look like a domain, without angle brackets", "weekly.example.org");
        faults.Refuse(!IsFeedbackSender(options.FeedbackSender), nameof(options.FeedbackSender), "must be 5 to 15 letters or digits", "runbackcare");
        return faults.Result();
    }

    private static bool IsMailbox(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && IsDomain(mailbox.Domain) && mailbox.LocalPart.Length > 0;

    private static bool IsDomain(string? text) => text is { Length: > 0 } && Uri.CheckHostName(text) == UriHostNameType.Dns;

    private static bool IsFeedbackSender(string text) => text.Length is >= 5 and <= 15 && text.All(char.IsAsciiLetterOrDigit);
}
