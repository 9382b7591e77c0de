using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>
/// Whether a machine wrote a mail (RFC 3834). X-Auto-Response-Suppress asks *us* not to answer automatically and stands in many a person's mail; Precedence
/// says how to treat a mail and not who wrote it: neither is a sign.
/// </summary>
internal static class AutoReplySigns
{
    /// <returns>What shows it, for the admin; null where nothing does.</returns>
    public static string? In(MimeMessage message, MailHead head)
    {
        if (message.Headers["Auto-Submitted"] is { } submitted && !submitted.TrimStart().StartsWith("no", StringComparison.OrdinalIgnoreCase))
        {
            return "Auto-Submitted";
        }

        return head.ReturnPathIsEmpty ? "an empty Return-Path" : null;
    }
}
