using System.Text.RegularExpressions;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>The head of a quoted mail written out as text: From, Sent, To, Subject, in the languages of mail programs.</summary>
internal static partial class HeaderBlock
{
    private const int MostLines = 14;

    /// <summary>An address too long for its line goes on on the next.</summary>
    private const int MostContinued = 2;

    private const int KindsThatSuffice = 3;

    private const int LongestName = 40;

    public static bool IsHeader(string line) => Kind(line) != HeaderKind.None;

    /// <returns>How many lines it takes; 0 where none begins here.</returns>
    public static int Length(string[] lines, int at)
    {
        if (!IsHeader(lines[at]))
        {
            return 0;
        }

        var kinds = HeaderKind.None;
        var (end, continued, telling) = (at, 0, false);
        for (var i = at; i < lines.Length && i < at + MostLines; i++)
        {
            var kind = Kind(lines[i]);
            if (kind != HeaderKind.None)
            {
                kinds |= kind;
                telling |= Tells.IsMatch(lines[i]);
                (end, continued) = (i, 0);
            }
            else if (string.IsNullOrWhiteSpace(lines[i]) || ++continued > MostContinued)
            {
                // One blank line may stand between two headers, not more.
                if (i + 1 >= lines.Length || continued > MostContinued || !IsHeader(lines[i + 1]))
                {
                    break;
                }
            }
            else
            {
                telling |= Tells.IsMatch(lines[i]);
            }
        }

        var count = System.Numerics.BitOperations.PopCount((uint)kinds);
        var enough = count >= KindsThatSuffice || (count == KindsThatSuffice - 1 && telling && (kinds & (HeaderKind.From | HeaderKind.Date)) != HeaderKind.None);
        return enough ? end - at + 1 : 0;
    }

    private static HeaderKind Kind(string line)
    {
        if (line.Length > 1000 || line.AsSpan(0, Math.Min(line.Length, LongestName)).IndexOfAny(':', '：') < 0 || Header.Match(line) is not { Success: true } found)
        {
            return HeaderKind.None;
        }

        return found.Groups["from"].Success ? HeaderKind.From
            : found.Groups["date"].Success ? HeaderKind.Date
            : found.Groups["to"].Success ? HeaderKind.To
            : HeaderKind.Subject;
    }

    [Flags]
    private enum HeaderKind
    {
        None = 0,
        From = 1,
        Date = 2,
        To = 4,
        Subject = 8,
    }

    [GeneratedRegex(@"@|\b(19|20)\d\d\b|\d{1,2}[:.]\d\d", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patterns.Milliseconds)]
    private static partial Regex Tells { get; }

    [GeneratedRegex("""
        ^[\s*_|]*(
          (?<from>from|von|de|da|van|fra|från|frá|lähettäjä|od|от|від|из|feladó|gönderen|kimden|expéditeur|remitente|mittente|absender|afzender|avsändare|de\ la|din\ partea|από|发件人|發件人|寄件者|寄件人|差出人|送信元|보낸\ 사람|보낸사람|từ|người\ gửi|dari|מאת|من|pošiljatelj|reply-to|antwort\ an|répondre\ à)
        | (?<date>date|sent|datum|gesendet|envoyé(\ le)?|enviado(\ el|\ em|\ a)?|fecha|data|inviato(\ il)?|verzonden|dato|sendt|skickat|päivämäärä|lähetetty|data\ wysłania|wysłano|дата|отправлено|надіслано|odesláno|odoslané|dátum|küldve|elküldve|gönderildi|tarih|gönderme\ tarihi|trimis|ημερομηνία|στάλθηκε|发送时间|发送日期|日期|傳送時間|寄件日期|時間|日時|送信日時|보낸\ 날짜|날짜|ngày|đã\ gửi|tanggal|dikirim|תאריך|נשלח|التاريخ|تاريخ\ الإرسال|poslano|message\ du)
        | (?<to>to|an|à|a|para|per|aan|til|till|vastaanottaja|do|komu|кому|címzett|kime|alıcı|destinataire|destinatario|ontvanger|către|προς|收件人|收件者|宛先|받는\ 사람|받는사람|đến|tới|kepada|אל|إلى|prima|cc|kopie(\ an)?|copie(\ à)?|копия|kopia|kopi|bcc)
        | (?<subject>subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|тема|předmět|predmet|tárgy|konu|subiect|θέμα|主题|主題|主旨|件名|제목|chủ\ đề|tiêu\ đề|perihal|subjek|נושא|הנדון|الموضوع|zadeva|sujet|attachments|importance|anhänge|priorität)
        )[\s*_]*[:：]
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Patterns.Milliseconds)]
    private static partial Regex Header { get; }
}
