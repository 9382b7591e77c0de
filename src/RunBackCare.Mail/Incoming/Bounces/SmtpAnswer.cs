using System.Globalization;
using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>What a server answered, found in words: code, enhanced status, and to which command.</summary>
/// <param name="Command">RCPT, DATA, MAIL, HELO or CONN; null where it is not said.</param>
internal sealed partial record SmtpAnswer(int? Code, string? Status, string? Command)
{
    public static SmtpAnswer In(string words)
    {
        var both = CodeAndStatus.Match(words);
        var code = both.Success ? both.Groups["code"].Value : CodeAlone.Match(words).Groups["code"].Value;
        var status = both.Success ? both.Groups["status"].Value : StatusAlone.Match(words).Value;
        return new(code.Length > 0 ? int.Parse(code, CultureInfo.InvariantCulture) : null, status.Length > 0 ? status : null, CommandIn(words));
    }

    public static string? CommandIn(string words)
    {
        var said = Commands.Matches(words) is [.., var last] ? last.Value.ToUpperInvariant() : "";
        return said.Length == 0 ? null
            : Data.IsMatch(said) ? "DATA"
            : said.Contains("RCPT", StringComparison.Ordinal) || said.Contains("RECIPIENT", StringComparison.Ordinal) ? "RCPT"
            : said.Contains("MAIL", StringComparison.Ordinal) || said.Contains("SENDER", StringComparison.Ordinal) ? "MAIL"
            : said.Contains("ELO", StringComparison.Ordinal) || said.Contains("HLO", StringComparison.Ordinal) || said.Contains("NAME", StringComparison.Ordinal) ? "HELO"
            : "CONN";
    }

    // "550 5.1.1", "550-5.7.26", "550 #5.1.0", "550-'5.7.1", "ERROR_CODE :550, ERROR_CODE :5.2.1".
    [GeneratedRegex(@"(?<![\d.])(?<code>[245]\d\d)[ :,#'-]{1,3}(?:ERROR_CODE :)?(?<status>[245]\.\d{1,3}\.\d{1,3})(?![\d.])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex CodeAndStatus { get; }

    [GeneratedRegex(@"(?<![\d.:/\[=-])(?<code>[45][0-5]\d)(?=[ :;,<-]|$)(?!\.\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex CodeAlone { get; }

    [GeneratedRegex(@"(?<![\d.])[245]\.[0-7]\.\d{1,3}(?![\d.])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex StatusAlone { get; }

    [GeneratedRegex(@"in (reply|response) to (the )?(end of )?(RCPT|DATA|MAIL|EHLO|HELO)|(after|following|during|while sending|did not like our|\bon) (the )?(end of data|final DATA|RCPT|DATA|MAIL( FROM)?|EHLO|HELO|initial connection|connect|pipelined)\b|>>> ?(RCPT|MAIL|DATA|EHLO|HELO|\.)|\[(RCPT_TO|MAIL_FROM|DATA|EHLO|HELO|CONN)\]|SMTP:(RCPT|MAIL|DATA)|-+ ?SMTP command\s+(RCPT|MAIL|DATA|EHLO)|does not like recipient|rejected recipient|failed after I sent the message|sender was rejected|my name was rejected|refused to accept your message \(DATA\)|refused to talk to me", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Commands { get; }

    [GeneratedRegex(@"DATA|SENT THE MESSAGE|>>> ?\.", RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Data { get; }
}
