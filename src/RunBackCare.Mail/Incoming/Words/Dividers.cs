using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>"-----Original Message-----", "Begin forwarded message:" and their like.</summary>
internal static partial class Dividers
{
    private const int Longest = 120;

    private const int LongestBare = 40;

    public static bool Is(string[] lines, int at)
    {
        var line = lines[at];
        if (line.Length > Longest)
        {
            return false;
        }

        var text = line.AsSpan().Trim();
        return text.Length > 0 && (char.IsLetterOrDigit(text[0])
            ? (text[^1] is ':' or '：' && Begin.IsMatch(line)) || (text.Length <= LongestBare && Bare.IsMatch(line) && IsAboveHead(lines, at + 1))
            : Ruled.IsMatch(line) || RuledAuthor.IsMatch(line));
    }

    private static bool IsAboveHead(string[] lines, int at) => at < lines.Length && HeaderBlock.IsHeader(lines[at]);

    private const string Names = """
        original|urspr(ü|ue)ng|oprindelig|opprinnelig|oorspronkelijk|forward|weitergeleitet|doorgest|doorgezonden|d'origine|d’origine|transf(é|e)r|r(é|e)exp|transmis|mensaje|reenviado|messaggio|inoltrat|mensagem|encaminhad|
        сообщени|пересл|пересыл|исходн|alkuper|v(ä|a)litetty|vidarebefordra|videresend|oryginal|przekazan|wiadomo|p(ů|u)vodn|p(ř|r)eposlan|p(ô|o)vodn|eredeti|tov(á|a)bb|orijinal|ileti|原始|转发|轉寄|元のメ|転送|원본|전달|thư\ gốc|chuyển\ tiếp|αρχικ|προωθ|mesaj|izvorn|nachricht|bericht|besked|melding|
        الأصلية|المقورية
        """;

    [GeneratedRegex($@"^\s*[-_=*\#+~—–]{{2,}}\s*[^\d\n]{{0,40}}({Names})[^\n]{{0,60}}?[-_=*\#+~—–:：]*\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex Ruled { get; }

    // "---- Jane Doe wrote ----"
    [GeneratedRegex(@"^\s*-{2,}\s*[^\n]{1,90}?\b(wrote|schrieb|escribió|a écrit|ha scritto|escreveu|schreef|skrev|написал\w*)\s*:?\s*-{2,}\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex RuledAuthor { get; }

    [GeneratedRegex(@"^\s*(begin forwarded message|begin forwarded email|anfang der weitergeleiteten (nachricht|e-mail)|début du message (réexpédié|transféré)|inicio del mensaje reenviado|inizio (del )?messaggio inoltrato|início da mensagem (encaminhada|reenviada)|begin doorgestuurd bericht|vidarebefordrat brev|videresendt (besked|melding)|start på videresendt besked|начало переадресованного сообщения|początek przekazywanej wiadomości|开始转发的邮件|開始轉寄郵件|転送されたメッセージ|전달된 메시지 시작)\s*[:：]?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Begin { get; }

    [GeneratedRegex(@"^\s*(original message|forwarded message|message d.origine|ursprüngliche nachricht|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht)\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Bare { get; }
}
