using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>Finds the returned mail, or its head alone, in a report.</summary>
internal static class OriginalReader
{
    private static readonly string[] Holding = ["To", "Cc", "Reply-To", "Return-Path", "From", "Sender", "X-Original-To", "Delivered-To", "X-Failed-Recipients"];

    public static OriginalMail Read(MimeMessage report) => Headers(report) is { } headers
        ? new()
        {
            MessageId = HeadReader.Id(headers[HeaderId.MessageId]),
            Addresses = [.. Holding.SelectMany(name => HeadReader.Addresses(headers, name)).Distinct(StringComparer.OrdinalIgnoreCase)],
        }
        : OriginalMail.Unknown;

    private static HeaderList? Headers(MimeMessage report)
    {
        foreach (var part in Parts.Of(report))
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

        return null;
    }

    private static HeaderList Load(TextPart text)
    {
        using var stream = text.Content?.Open() ?? Stream.Null;
        return HeaderList.Load(stream);
    }
}
