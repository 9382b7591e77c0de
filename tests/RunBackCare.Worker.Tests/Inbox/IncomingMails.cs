using System.Text;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>Messages as they come in from outside.</summary>
internal static class IncomingMails
{
    public static MimeMessage Reply(string from, string to, string words, Instant at, string subject = "Re: Your week")
    {
        var message = new MimeMessage { Subject = subject, Date = at.ToDateTimeOffset(), MessageId = MimeUtils.GenerateMessageId("mail.example.net"), Body = new TextPart("plain") { Text = words } };
        message.From.Add(MailboxAddress.Parse(from));
        message.To.Add(MailboxAddress.Parse(to));
        return message;
    }

    public static MimeMessage With(this MimeMessage message, string header, string value)
    {
        message.Headers.Replace(header, value);
        return message;
    }

    public static MimeMessage Vacation(string from, string to, Instant at) => Reply(from, to, "I am away until Monday. 3", at, "Out of office").With("Auto-Submitted", "auto-replied");

    /// <summary>A delivery report (RFC 3464) about a mail of ours, as most servers write it.</summary>
    public static MimeMessage Bounce(string to, string about, string status, string said, Instant at, string action = "failed")
    {
        var report = new Multipart("report")
        {
            new TextPart("plain") { Text = "Your mail could not be delivered." },
            Status($"Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; {about}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {said}\n"),
        };
        report.ContentType.Parameters.Add("report-type", "delivery-status");
        var message = Reply("mailer-daemon@mx.example.net", to, "", at, "Undelivered Mail Returned to Sender").With("Auto-Submitted", "auto-replied").With("Return-Path", "<>");
        message.Body = report;
        return message;
    }

    /// <summary>A complaint (RFC 5965) about a mail that carried this reply address.</summary>
    public static MimeMessage Complaint(string replyAddress, Instant at, string feedback = "abuse")
    {
        var report = new Multipart("report")
        {
            new TextPart("plain") { Text = "This is an abuse report." },
            Part("message/feedback-report", $"Feedback-Type: {feedback}\nUser-Agent: Provider/1.0\nVersion: 1\n"),
            Part("message/rfc822", $"From: plans@example.org\nTo: undisclosed@example.net\nReply-To: {replyAddress}\nSubject: Your week\n\nhello\n"),
        };
        report.ContentType.Parameters.Add("report-type", "feedback-report");
        var message = Reply("feedback@mx.example.net", "abuse@example.org", "", at, "FW: Your week");
        message.Body = report;
        return message;
    }

    private static MimeEntity Status(string fields) => Part("message/delivery-status", fields);

    private static MimeEntity Part(string type, string text) => MimeEntity.Load(new MemoryStream(Encoding.UTF8.GetBytes($"Content-Type: {type}\n\n{text}")));
}
