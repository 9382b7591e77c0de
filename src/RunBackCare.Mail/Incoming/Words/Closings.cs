using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>What stands below a person's words without being theirs: signatures, phone footers, disclaimers.</summary>
internal static partial class Closings
{
    private const int LongestFooter = 160;

    public static bool IsLine(string line) =>
        Rule.IsMatch(line) || line.StartsWith("-----BEGIN PGP SIGNATURE-----", StringComparison.Ordinal) || DashedSignature.IsMatch(line) || (line.Length <= LongestFooter && Footer.IsMatch(line)) || Disclaimer.IsMatch(line);

    /// <summary>Programs draw one above a signature, and people wherever they like.</summary>
    public static bool IsRule(string line) => Rule.IsMatch(line);

    /// <summary>Put in by a program in the midst of words.</summary>
    public static bool IsNoise(string line) => line.Length <= LongestFooter && Noise.IsMatch(line);

    public static bool IsDashedName(string line) => DashedName.IsMatch(line);

    // "-- " (RFC 3676, 4.3), and what people draw instead.
    [GeneratedRegex(@"^\s*(--|—|–|[-_=*#~+·•—–]{3,}|(- ){3,}-?|(\* ){3,}\*?)\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Rule { get; }

    // "--Anna", "-- Anna Berg", "__ Anna"
    [GeneratedRegex(@"^\s*(--|__)\s?\p{L}[^\d]{0,60}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex DashedSignature { get; }

    [GeneratedRegex(@"^\s*[-–—]\s?\p{Lu}[\p{L}.'’]*(\s\p{Lu}[\p{L}.'’-]*){0,3}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex DashedName { get; }

    private const string Devices = """
        i-?phone|ipad|ipod|android|samsung|galaxy|blackberry|windows|outlook|nokia|htc|sony|xperia|huawei|honor|xiaomi|redmi|poco|oneplus|oppo|vivo|realme|motorola|moto|pixel|lg|lumia|wiko|mobile|mobil\w*|handy|smartphone|phone|handset|tablet|mail|e-?mail|gmail|
        yahoo|aol|gmx|web\.de|proton\w*|spark|airmail|bluemail|typeapp|k-9|thunderbird|tutanota|mailbox|newton|nine|edison|fastmail|hey|superhuman|front|zoho|mac(book)?|apple|watch|telekom|vodafone|orange|verizon|at&t|t-mobile|palm|surface|fairphone|posteo|telefon\w*|téléphone|móvil|celular|cellulare|galaksi|почт\w*|手机|電話
        """;

    [GeneratedRegex($$"""
        ^[\s*_>(\[]*(
          sent\ (from|via|with|by|using|on)\ (my\ |the\ |a\ |an\ |your\ )?\[?([\w'’&.-]+\ ){0,3}?({{Devices}})\b(<[^>]*>)?(\ \w+\]|\])?(\([^)]*\))?[^.!?\n]{0,70}[.!]?(\ get\ the\ app)?[\s*)\]]*(<[^>]*>|\([^)]*\)|\[[^\]]*\])?\W*
        | sent\ from\ my(\ [\w'’&-]+){1,3}
        | (get|download|obtenir|obtenez|obtener|hol(en)?\ (sie\ )?(dir\ )?|ottieni|download|obter|scarica)\ (outlook|bluemail|spark|yahoo|the\ (all-new|new)\ )[^.!?\n<]{0,80}(<[^>]*>)?
        | (von\ meinem?|vom|von)\ ([\w'’.-]+\ ){0,3}(gesendet|geschickt)\W*
        | (diese\ (nachricht|mail|e-mail)\ wurde\ von\ meinem|gesendet\ (von|mit|aus|über|via))\ [^!?\n]{0,80}
        | (envoyé|envoyée)\ (de|depuis|à\ partir\ d|avec|via|par)[\s'’e][^!?\n]{0,80}
        | (enviado|enviada|enviat)\ (desde|de|do|da|com|con|a\ partir|via|por|mediante|través)\b[^!?\n]{0,80}
        | (inviato|inviata)\ (da|dal|dalla|con|tramite)\b[^!?\n]{0,80}
        | (verzonden|verstuurd)\ (vanaf|vanuit|met|via|van|door)\b[^!?\n]{0,80}
        | (skickat|sänt|sendt|sent)\ (från|fra|frå|med|via)\b[^!?\n]{0,80}
        | (lähetetty|lähettäjä)\s[^!?\n:]{0,60}
        | (wysłane|wysłano|wysłana)\ (z|ze|przy|za)\b[^!?\n]{0,80}
        | (odesláno|odoslané|poslano|poslané)\ (z|ze|s|iz)\b[^!?\n]{0,80}
        | (отправлено|отправлена|надіслано|изпратено)\ (с|со|из|от|через|з|із)\b[^!?\n]{0,80}
        | (trimis|στάλθηκε|elküldve|iphone’?umdan|iphone'?umdan|poslat[ao]?)\s[^!?\n]{0,60}
        | [^\n]{1,30}(から送信|から送信されました|’dan\ gönderildi|'?(dan|den)\ gönderildi|에서\ 보냄|에서\ 보냈습니다|傳送|发送|發送)\W*
        | (发自|發自|从我的|寄自|傳送自|發送自)[^\n]{1,40}
        | (đã\ )?gửi\ từ\ [^\n]{1,40}
        | dikirim\ dari\ [^\n]{1,40}
        | (نُشر|أرسلت|تم\ الإرسال|مرسل)\ من\ [^\n]{1,40} | נשלח\ מ[^\n]{1,40}
        | yahoo\ mail:\ search,\ organize,\ conquer | virus-free\.[^\n]{0,60} | secured\ with\ (proton|tuta)[^\n]{0,60}
        )\s*$
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex Footer { get; }

    [GeneratedRegex(@"^\W*(confidentiality (notice|note)|disclaimer\b|this (e-?mail|message|communication)( message)?( \(?(and|including) any (attachments?|files)[^)]*\)?)?,? (is|are|may be|contains?|may contain|and its|has been (scanned|checked|sent))|the information (contained )?in this (e-?mail|message|communication)|diese (e-?mail|nachricht) (enthält|ist vertraulich|wurde auf viren)|ce (message|courriel|mail)[^.]{0,60}(confidentiel|virus)|este (mensaje|correo|mensagem|e-?mail)[^.]{0,80}confiden|questo messaggio[^.]{0,80}(riservat|confiden)|le informazioni contenute in quest|dit bericht[^.]{0,60}vertrouwelijk|to unsubscribe (from|send|visit|click)|you (are receiving|received|'re receiving) this (e-?mail|message) because|please consider the environment)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Disclaimer { get; }

    [GeneratedRegex(@"^\s*(-----BEGIN PGP SIGNED MESSAGE-----|Hash: SHA-?\d{1,3}|\[(cid:|image:|https?://|mailto:|quoted text hidden|inline image|bild:|logo)[^\]]*\](<[^>]*>)?|\[\.\.\.\]|<mailto:[^>]*>|external (email|sender)[^\n]{0,80})\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Noise { get; }
}
