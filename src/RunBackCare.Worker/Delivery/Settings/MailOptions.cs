using System.Security.Cryptography;
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

    /// <summary>Under which our public key stands in the DNS, before <c>._domainkey.</c> and the domain of <see cref="From"/>; empty where the relay signs.</summary>
    public string? DkimSelector { get; set; }

    /// <summary>The RSA private key, in PEM.</summary>
    public string? DkimKeyFile { get; set; }

    /// <summary>What the composer needs to know of us.</summary>
    public Sender ToSender(OperatorOptions by) => new()
    {
        From = MailboxAddress.Parse(From),
        ReplyDomain = ReplyDomain,
        BounceDomain = BounceDomain is { Length: > 0 } domain ? domain : ReplyDomain,
        ListId = ListId is { Length: > 0 } list ? list : $"weekly.{ReplyDomain}",
        FeedbackSender = FeedbackSender,
        Operator = new(by.Name, by.PostalAddress, by.Contact),
        Seal = DkimSelector is { Length: > 0 } selector && DkimKeyFile is { Length: > 0 } file
            ? DkimSeal.Read(MailboxAddress.Parse(From).Domain, selector, File.ReadAllText(file))
            : null,
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
        CheckSeal(options, faults);
        return faults.Result();
    }

    private static void CheckSeal(MailOptions options, SettingFaults faults)
    {
        const string Key = "/etc/runbackcare/dkim.pem";
        var (selector, file) = (options.DkimSelector is { Length: > 0 }, options.DkimKeyFile is { Length: > 0 });
        faults.Refuse(file && !selector, nameof(options.DkimSelector), "is missing though there is a key file: the name under which the public key stands in the DNS", "mail2026");
        faults.Refuse(selector && !IsDomain(options.DkimSelector), nameof(options.DkimSelector), "must be one name of the DNS", "mail2026");
        faults.Refuse(selector && !file, nameof(options.DkimKeyFile), "is missing though there is a selector: the RSA private key in PEM", Key);
        if (file && selector && KeyFault(options.DkimKeyFile!) is { } fault)
        {
            faults.Refuse(true, nameof(options.DkimKeyFile), fault, Key);
        }
    }

    private static string? KeyFault(string path)
    {
        try
        {
            using var seal = DkimSeal.Read("example.org", "check", File.ReadAllText(path));
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "names a file that cannot be read: the RSA private key in PEM";
        }
        catch (CryptographicException fault)
        {
            return $"cannot be used ({fault.Message.TrimEnd('.')})";
        }
    }

    private static bool IsMailbox(string text) =>
        MailboxAddress.TryParse(text, out var mailbox) && IsDomain(mailbox.Domain) && mailbox.LocalPart.Length > 0;

    private static bool IsDomain(string? text) => text is { Length: > 0 } && Uri.CheckHostName(text) == UriHostNameType.Dns;

    private static bool IsFeedbackSender(string text) => text.Length is >= 5 and <= 15 && text.All(char.IsAsciiLetterOrDigit);
}
