using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>From all that is said of one recipient to one reason: the server's own words first, then those of the report, then the status alone.</summary>
internal static partial class Verdict
{
    private const int LongestDiagnostic = 500;

    /// <summary>Whoever has not said why by then does not say it.</summary>
    private const int MostLetters = 4_000;

    /// <param name="field">The status field of a report, with or without a comment.</param>
    /// <param name="diagnostic">The server's own words.</param>
    /// <param name="prose">What the report says to people.</param>
    public static BouncedRecipient Of(string? address, string? field, string diagnostic, string prose, bool waits)
    {
        diagnostic = OnOneLine(diagnostic);
        prose = OnOneLine(prose);
        var (answer, told) = (SmtpAnswer.In(diagnostic), SmtpAnswer.In(prose));
        var status = Status(StatusIn(field), answer.Status, told.Status);
        var situation = new Situation(status, answer.Code ?? told.Code, answer.Command ?? told.Command) { AddressIsSaidMissing = diagnostic.Length == 0 && SaidMissing.IsMatch(prose) };
        var reason = StatusReasons.OfOurs(status) ?? ReasonWords.Find(Plain(diagnostic), situation) ?? ReasonWords.Find(Plain(prose), situation) ?? StatusReasons.Find(situation) ?? (waits ? BounceReason.Expired : BounceReason.Undefined);
        return new()
        {
            Address = address,
            Status = status,
            ReplyCode = situation.Code,
            Reason = reason,
            Waits = waits,
            Diagnostic = Short(diagnostic.Length > 0 ? diagnostic : prose),
        };
    }

    public static BouncedRecipient Arrived(string? address, string? field, string diagnostic) =>
        new() { Address = address, Status = StatusIn(field), Reason = BounceReason.Delivered, Diagnostic = Short(OnOneLine(diagnostic)) };

    /// <summary>The server that refused knows better than the one that reports, unless it says nothing in particular.</summary>
    private static string? Status(string? field, string? answered, string? told) =>
        answered is not null && (!IsVague(answered) || field is null) ? answered
        : field is not null && !IsVague(field) ? field
        : told is not null && !IsVague(told) && (field is null || told[0] == field[0]) ? told
        : field ?? told;

    private static bool IsVague(string status) => status.EndsWith(".0.0", StringComparison.Ordinal);

    private static string? StatusIn(string? field) => field is null ? null : Digits.Match(field) is { Success: true } found ? found.Value : null;

    private static string OnOneLine(string words) => Blanks.Replace(words.Length > MostLetters ? words[..MostLetters] : words, " ").Trim();

    /// <summary>Without addresses, of people and of pages: their names may sound like a reason.</summary>
    private static string Plain(string words) => Blanks.Replace(Addresses.Replace(Pages.Replace(Continued.Replace(words, " "), "${topic}"), "<>"), " ").ToLowerInvariant();

    private static string Short(string line) => line.Length > LongestDiagnostic ? line[..LongestDiagnostic] : line;

    [GeneratedRegex(@"[245]\.\d{1,3}\.\d{1,3}", RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Digits { get; }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Blanks { get; }

    [GeneratedRegex(@"[^\s<>:""]{1,200}@[^\s<>:""]{1,255}", RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Addresses { get; }

    // One large provider names the reason in the address of its page.
    [GeneratedRegex(@"https?://[^\s<>""?]{0,300}(\?p=(?<topic>\w{1,40})|[^\s<>""]{0,300})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Pages { get; }

    [GeneratedRegex("address not found", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex SaidMissing { get; }

    // "550-5.1.1" at the head of each further line of an answer.
    [GeneratedRegex(@"(?<=\s)[245]\d\d[- ](#?[245]\.\d{1,3}\.\d{1,3})?\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Continued { get; }
}

/// <summary>What surrounds a server's words.</summary>
internal sealed record Situation(string? Status, int? Code, string? Command)
{
    public bool IsTemporary => Status is ['4', ..] || (Status is null && Code is >= 400 and < 500);

    /// <summary>The report says to people that there is no such address.</summary>
    public bool AddressIsSaidMissing { get; init; }

    /// <summary>So does subject 1 of RFC 3463, but for its two codes about the sender.</summary>
    public bool SpeaksOfAddress => AddressIsSaidMissing || (Status is [_, '.', '1', '.', .. var detail] && detail is not ("7" or "8"));
}
