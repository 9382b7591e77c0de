using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>Finds the returned mail, or its head alone, in a report.</summary>
internal static class OriginalReader
{
    private static readonly string[] Recipients = ["To", "Cc", "X-Original-To", "Delivered-To"];

    private static readonly string[] Senders = ["Reply-To", "Return-Path", "From", "Sender"];

    public static OriginalMail Read(ParsedMail report) => Headers(report) is { } headers ? Of(headers) : OriginalMail.Unknown;

    public static OriginalMail Of(HeaderList headers) => new()
    {
        MessageId = HeadReader.Id(headers[HeaderId.MessageId]),
        Recipients = [.. Addresses(headers, Recipients)],
        Addresses = [.. Addresses(headers, [.. Recipients, .. Senders])],
    };

    private static IEnumerable<string> Addresses(HeaderList headers, string[] names) =>
        names.SelectMany(name => HeadReader.Addresses(headers, name)).Distinct(StringComparer.OrdinalIgnoreCase);

    private static HeaderList? Headers(ParsedMail report)
    {
        foreach (var part in Parts.Of(report.Message))
        {
            switch (part)
            {
                case MessagePart { Message: { } message }:
                    return message.Headers;
                case TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers"):
                    return Load(text);
                default:
                    break;
            }
        }

        // The report's own head is the first group with a Message-ID; the returned mail's is another.
        return FieldGroups.Of(report.RawText, "Message-ID").Skip(1).FirstOrDefault();
    }

    private static HeaderList? Load(TextPart text) => FieldGroups.Of(PartText.Read(text).ReplaceLineEndings("\n"), "From").FirstOrDefault();
}
