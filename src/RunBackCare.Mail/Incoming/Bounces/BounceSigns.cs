using System.Text.RegularExpressions;
using MimeKit;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>Whether a message speaks of the delivery of another. One sign that a person's mail could carry is not enough.</summary>
internal static partial class BounceSigns
{
    public static bool In(ParsedMail mail)
    {
        var message = mail.Message;
        if (IsReport(message, "delivery-status") || message.Headers["X-Failed-Recipients"] is not null || Parts.Of(message).Any(p => p is MessageDeliveryStatus))
        {
            return !IsReport(message, "disposition-notification");
        }

        var signs = (Daemon.IsMatch(message.Headers["From"] ?? "") ? 2 : 0)
            + (Subject.IsMatch(mail.Head.Subject) ? 1 : 0)
            + (mail.Head.ReturnPathIsEmpty ? 1 : 0)
            + (Opening.IsMatch(Prose.FirstLines(mail)) ? 2 : 0);
        return signs >= 3 || (signs == 2 && Daemon.IsMatch(message.Headers["From"] ?? "") && message.Headers[HeaderId.InReplyTo] is null);
    }

    private static bool IsReport(MimeMessage message, string kind) =>
        message.Body?.ContentType is { } type && type.IsMimeType("multipart", "report") && string.Equals(type.Parameters["report-type"], kind, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"mailer-?daemon|postmaster|post_master|mail ?delivery|mail\.delivery|delivery (sub)?system|mail administrator|mail deliver|sysadmin@|system administrator|mailadmin|mdaemon|ses-em-d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Daemon { get; }

    [GeneratedRegex(@"undeliver|deliver(y|ed)?\b.{0,30}(fail|status|report|problem|error|notif|delay|issue|incomplete)|(fail|problem|error|delay|not).{0,30}deliver|failure notice|returned? (mail|to sender|message)|mail (system )?error|could ?n.t (be )?(deliver|sen)|non[- ]?(delivery|remis)|warning: (could not send|message)|unzustellbar|nicht zugestellt|rückläufer|échec|non remis|no se (ha )?(pudo|podido)|mancata consegna|niet afgeleverd|delayed mail|mail delivery|error sending your mail|недостав|не доставлен|配信|送信.{0,6}(エラー|失敗|できません)|退信|投递失败|returned: ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Subject { get; }

    [GeneratedRegex("""
        qmail-send\ program|created\ automatically\ by\ (the\ )?mail\ delivery|transcript\ of\ session|mail\ system\ at\ host|delivery\ to\ the\ following\ recipients?|(was|were|been|be|was\ not|could\ not\ be)\ (un)?(able\ to\ )?deliver(ed)?|
        unable\ to\ deliver|did\ not\ reach\ the\ following|undeliverable|error\ (was\ )?delivering|delivery\ (has\ )?(failed|failure|errors?)|automatically\ generated\ delivery\ status|had\ permanent\ fatal\ errors|
        trouble\ delivering|failure\ reasons|this\ is\ the\ (postfix|mailer|mail|dragonfly)|error\ occurred\ while\ (trying|attempting)\ to\ deliver|the\ group\ you\ tried\ to\ contact|could\ not\ be\ sent|permanent\ (error|failure)|error\ message\ below
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex Opening { get; }
}
