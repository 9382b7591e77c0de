using MimeKit;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>From the body's parts to the person's words.</summary>
internal static class WordsReader
{
    /// <summary>Letters that are looked at; the rest of a longer mail is kept raw and read by nobody.</summary>
    private const int MostLetters = 200_000;

    private const int DeepestNesting = 30;

    public static WrittenWords Read(MimeMessage message)
    {
        var text = Body(message.Body, 0);
        return OwnWords.Of(text.Length > MostLetters ? text[..MostLetters] : text);
    }

    private static string Body(MimeEntity? entity, int depth) => entity switch
    {
        _ when depth > DeepestNesting => "",
        TextPart { IsAttachment: false } text => Text(text),
        MultipartAlternative alternatives => Alternative(alternatives, depth),
        MultipartRelated related => Body(related.Root, depth + 1),
        Multipart parts => Joined(parts, depth),
        _ => "",
    };

    private static string Text(TextPart part) =>
        part.IsHtml ? HtmlText.Of(PartText.Read(part))
        : part.IsPlain ? FlowedText.Of(PartText.Read(part), part)
        : "";

    /// <summary>The plain form, unless it is empty beside a written one: some programs send an empty stub.</summary>
    private static string Alternative(MultipartAlternative alternatives, int depth)
    {
        var texts = alternatives.Take(Parts.Most).OrderBy(p => p is TextPart { IsPlain: true } ? 0 : 1).Select(p => Body(p, depth + 1));
        return texts.FirstOrDefault(t => t.Any(char.IsLetterOrDigit)) ?? "";
    }

    /// <summary>Pictures cut a text in pieces; all of them are the person's.</summary>
    private static string Joined(Multipart parts, int depth)
    {
        var joined = new System.Text.StringBuilder();
        foreach (var part in parts.Take(Parts.Most))
        {
            if (Body(part, depth + 1) is { Length: > 0 } text)
            {
                joined.Append(joined.Length > 0 ? "\n" : "").Append(text);
            }

            if (joined.Length > MostLetters)
            {
                break;
            }
        }

        return joined.ToString();
    }
}
