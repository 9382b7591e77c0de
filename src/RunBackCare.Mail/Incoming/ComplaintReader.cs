using MimeKit;

namespace RunBackCare.Mail.Incoming;

internal static class ComplaintReader
{
    public static IncomingMail.Complaint? Read(MimeMessage message, MailHead head)
    {
        if (message.BodyParts.OfType<MessageFeedbackReport>().FirstOrDefault() is not { } report)
        {
            return null;
        }

        var original = OriginalReader.Read(message);
        return new()
        {
            Head = head,
            Feedback = (report.Fields["Feedback-Type"] ?? "").Trim().ToLowerInvariant(),
            Recipients = [.. HeadReader.Addresses(report.Fields, "Original-Rcpt-To").Distinct(StringComparer.OrdinalIgnoreCase)],
            Original = original with { Addresses = [.. original.Addresses.Concat(HeadReader.Addresses(report.Fields, "Original-Mail-From")).Distinct(StringComparer.OrdinalIgnoreCase)] },
        };
    }
}
