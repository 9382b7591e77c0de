using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>What a report says to people, up to where it returns the mail. Every server writes its own; they have in common that an address is followed by its fault.</summary>
internal sealed partial class Prose
{
    private const int MostLetters = 20_000;

    /// <summary>Of one recipient's fault.</summary>
    private const int MostWords = 1_500;

    private Prose(string text) => Text = text;

    public string Text { get; }

    /// <summary>A warning only: it is still being tried.</summary>
    public bool Waits => StillTrying.IsMatch(Text);

    public static Prose Of(ParsedMail mail)
    {
        var text = Texts(mail);
        if (Returned.Match(text) is { Success: true } returned && returned.Index > 0)
        {
            text = text[..returned.Index];
        }

        return new(Short(text));
    }

    public static string FirstLines(ParsedMail mail)
    {
        var text = Texts(mail);
        return text.Length > 1_500 ? text[..1_500] : text;
    }

    /// <returns>What is said of an address, up to the next one; null where it is not named.</returns>
    public string? About(string? address)
    {
        if (address is null || Text.IndexOf(address, StringComparison.OrdinalIgnoreCase) is not (var at and >= 0))
        {
            return null;
        }

        var next = Starts.Match(Text, Math.Min(Text.Length, at + address.Length));
        while (next.Success && next.Groups["address"].Value.Equals(address, StringComparison.OrdinalIgnoreCase))
        {
            next = next.NextMatch();
        }

        var end = next.Success ? next.Index : Text.Length;
        return Text[at..Math.Min(end, at + MostWords)];
    }

    /// <summary>Who is named, in order, with what is said of each.</summary>
    public IEnumerable<(string? Address, string Words)> Recipients(ParsedMail mail)
    {
        var senders = mail.Head.Addressed;
        var failed = HeadReader.Addresses(mail.Message.Headers, "X-Failed-Recipients").ToList();
        var named = failed.Count > 0 ? failed : Starts.Matches(Text, Heading.Match(Text) is { Success: true } heading ? heading.Index : 0).Select(m => m.Groups["address"].Value.TrimEnd('.', '>', ')', ';'))
            .Where(a => !senders.Contains(a, StringComparer.OrdinalIgnoreCase) && !Postmaster.IsMatch(a)).ToList();
        named = [.. named.Distinct(StringComparer.OrdinalIgnoreCase)];
        if (named.Count == 0)
        {
            named = [.. OriginalReader.Read(mail).Recipients.Take(1)];
        }

        return named.Count switch
        {
            0 => [(null, Text)],
            1 => [(named[0], Text)],
            _ => named.Select(a => ((string?)a, About(a) ?? Text)),
        };
    }

    private static string Texts(ParsedMail mail)
    {
        var text = new StringBuilder();
        foreach (var part in Parts.Of(mail.Message))
        {
            if (part is MessagePart || text.Length > MostLetters)
            {
                break;
            }

            if (part is TextPart { IsPlain: true } plain)
            {
                text.Append(Short(PartText.Read(plain))).Append('\n');
            }
        }

        if (text.Length > 0)
        {
            return text.ToString().ReplaceLineEndings("\n");
        }

        // Nothing that the tree shows: the boundary may be wrong, or the words stand in HTML alone.
        return Parts.Of(mail.Message).OfType<TextPart>().FirstOrDefault(p => p.IsHtml) is { } html
            ? Short(Words.HtmlText.Of(PartText.Read(html)))
            : mail.RawText.IndexOf("\n\n", StringComparison.Ordinal) is var head and >= 0 ? Short(mail.RawText[head..]) : "";
    }

    private static string Short(string text) => text.Length > MostLetters ? text[..MostLetters] : text;

    [GeneratedRegex(@"^[ \t]*(-+ ?(this|below|the (header|body)|original|returned|unsent|enclosed|included|forwarded|undelivered|message)[^\n]*|(included is|enclosed is|here is) a copy[^\n]*|(message headers|original message) follow[^\n]*|-{3,}\s*|below is a copy of[^\n]*|received: ?(from|by|\()[^\n]*|return-path: [^\n]*|dkim-signature: [^\n]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline, Patterns.Milliseconds)]
    private static partial Regex Returned { get; }

    [GeneratedRegex(@"(did not reach the|following|of) [^\n]{0,30}(recipient|address|destination)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Heading { get; }

    // An address that begins a line, or follows the words with which servers name a recipient.
    [GeneratedRegex("""
        (^[ \t]*(\d{3}[ ]|[*"<(\[-]|recipient:[ ]*|final-recipient:[^;\n]*;[ ]*|to:[ ]*)*[ ]*<?
         | (rcpt\ to:|rcpt_to:|rcpt:|mail\ to|message\ to|recipient|recipients?:|errors?:|delivered\ to:?)[ ]*[<"]?)
        (?<address>[^\s<>"@,;:()\[\]]{1,64}@[^\s<>"@,;:()\[\]]{1,255})
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex Starts { get; }

    [GeneratedRegex(@"^(postmaster|mailer-daemon|abuse|support|root|admin)@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Postmaster { get; }

    [GeneratedRegex(@"warning (message )?only|still being retried|has not yet been delivered|will be retried|do not need to resend|delivery .{0,40}delayed|has been delayed|continue to (try|be attempted)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex StillTrying { get; }
}
