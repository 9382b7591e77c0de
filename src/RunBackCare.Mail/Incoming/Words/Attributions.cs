using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>
/// "On … wrote:" in the languages of mail programs, told by its verb, and where the verb is not known by its build: a moment, an address and a colon.
/// </summary>
internal static partial class Attributions
{
    /// <param name="aboveQuote">Quoted lines follow: then less is needed.</param>
    public static bool Is(string line, Func<bool> aboveQuote)
    {
        var text = Normal(line);
        var ends = text.EndsWith(':') || text.EndsWith('：') || text.EndsWith(":-", StringComparison.Ordinal);
        if (!ends && !text.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var address = Address.IsMatch(text);
        var moment = Moment.IsMatch(text);
        if (Quoting.IsMatch(text) && ends)
        {
            return true;
        }

        if (EndsWithVerb.IsMatch(text))
        {
            return (ends && (moment || address || aboveQuote())) || (Opener.IsMatch(text) && moment && address);
        }

        if (!ends)
        {
            return false;
        }

        return (moment && address) || (HasVerb.IsMatch(text) && (address || moment)) || ((moment || address) && text.Length < 200 && aboveQuote());
    }

    /// <summary>Begins as one does, with a moment: what follows on the next lines goes on with it.</summary>
    public static bool Opens(string line) => Opener.IsMatch(Normal(line)) && Moment.IsMatch(Normal(line));

    private static string Normal(string line) => line.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim(' ', '\t', '*', '_', '\u200e', '\u200f', '\u202a', '\u202c', '\ufeff');

    // "14:30", "18.30", "17h35", "2024", "3 PM".
    [GeneratedRegex(@"\b[0-2]?\d[:.h][0-5]\d\b|\b(19|20)\d\d(\b|[年년.])|\b\d{1,2} ?[ap]\.?m\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Moment { get; }

    [GeneratedRegex(@"[^\s<>@]{1,64}@[^\s<>@]{1,255}|<\s*[^<>]{1,200}@", RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Address { get; }

    [GeneratedRegex(@"^(quoting|zitat von|citando( a)?|selon|quoth|citát|citat från|citerar|in reply to|in a message dated|en réponse à)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Quoting { get; }

    [GeneratedRegex(@"^(-+ ?)?(on|at|le|el|am|em|il|in data|op|den|dne|dňa|w dniu|dnia|pe|la|vào|på|ons?|tis?|tor|fre|lør|man|mån|d\.|στις|на|от|в|у|在|于|於|tarihinde|pada|kl|dana)\b|^\d", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Opener { get; }

    private const string Verbs = """
        wrote|writes|written|schrieb(\ folgendes|en)?|geschrieben|hat\ geschrieben|a\ écrit|à\ écrit|a\ ecrit|écrivait|escribió|escribio|ha\ escrito|escribe|escreveu|ha\ scritto|scrive|scriveva|
        schreef(\ het\ volgende)?|het\ volgende\ geschreven|geschreven|skrev(\ följande|\ følgende)?|skriver|kirjoitti|kirjoittaa|napisał(\(a\)|a)?|pisze|napísal(\(a\)|a)?|napsal(\(a\)|a)?|
        írta|ezt\ írta|a\ scris|написа|пишет|написал(\(а\)|а)?|писал(\(а\)|а)?|пише|написав(\(ла\))?|έγραψε|yazdı|şunu\ yazdı|şunları\ yazdı|写道|寫道|写了|書きました|のメッセージ|のメール|
        작성|님이\ 작성|님이\ 씀|썼습니다|đã\ viết|menulis|كتب|כתב|כתבה|מאת|va\ escriure|ha\ escrit|je\ napisa[ol](\(la\)|la)?|pisala?|rašė|rakstīja|kirjutas|idatzi\ du|เขียน|skrifaði|scríobh|ysgrifennodd
        """;

    [GeneratedRegex($@"(^|[\s,>""'）)\]]|(?<=\d))({Verbs})\s*[-–—]*\s*[:：]?-?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex EndsWithVerb { get; }

    [GeneratedRegex($@"(^|[\s,>""'）)\]])({Verbs})([\s:：,]|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex HasVerb { get; }
}
