using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>Feedback reports (RFC 5965), also those whose parts are put together badly.</summary>
internal static class ComplaintReader
{
    public static IncomingMail.Complaint? Read(ParsedMail mail)
    {
        if (Fields(mail) is not { } fields)
        {
            return null;
        }

        var original = OriginalReader.Read(mail);
        var recipients = HeadReader.Addresses(fields, "Original-Rcpt-To").Concat(HeadReader.Addresses(fields, "Removal-Recipient")).ToList();
        return new()
        {
            Head = mail.Head,
            Feedback = (fields["Feedback-Type"] ?? "").Trim().ToLowerInvariant(),
            Recipients = [.. (recipients.Count > 0 ? (IEnumerable<string>)recipients : original.Recipients).Distinct(StringComparer.OrdinalIgnoreCase)],
            Original = original.With(HeadReader.Addresses(fields, "Original-Mail-From")),
        };
    }

    private static HeaderList? Fields(ParsedMail mail)
    {
        if (Parts.Of(mail.Message).OfType<MessageFeedbackReport>().FirstOrDefault() is { } report && report.Fields["Feedback-Type"] is not null)
        {
            return report.Fields;
        }

        var isReport = mail.Message.Body?.ContentType is { } type && type.IsMimeType("multipart", "report") && type.Parameters["report-type"] is { } kind && kind.Equals("feedback-report", StringComparison.OrdinalIgnoreCase);
        return isReport || Parts.Of(mail.Message).Any(p => p.ContentType.IsMimeType("message", "feedback-report")) ? FieldGroups.Of(mail.RawText, "Feedback-Type").FirstOrDefault() : null;
    }
}
