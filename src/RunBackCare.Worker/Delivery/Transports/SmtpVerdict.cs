using System.Text.RegularExpressions;
using MailKit.Net.Smtp;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>What a server's refusal means for the mail at hand.</summary>
internal static partial class SmtpVerdict
{
    private const int ServiceGoesAway = 421;

    /// <summary>Answers that speak of us, not of the person: the receivers' rules for authenticated senders.</summary>
    private static readonly string[] OwnFaults = ["5.7.25", "5.7.26", "5.7.27", "5.7.515", "4.7.25", "4.7.26", "4.7.27", "4.7.515"];

    /// <param name="at">Which step was refused.</param>
    /// <param name="text">Already cleaned.</param>
    public static SendResult Of(SmtpStep at, int code, string text)
    {
        if (IsOwnFault(at, code, text))
        {
            return new SendResult.Deferred(code, $"{code} {text}", OwnFault: true);
        }

        return code >= 500 ? new SendResult.Refused(code, $"{code} {text}") : new SendResult.Deferred(code, $"{code} {text}");
    }

    /// <summary>Whether going on with other mails on this connection, or at all, makes sense.</summary>
    public static bool IsTrouble(SendResult result) => result switch
    {
        SendResult.Deferred { OwnFault: true } => true,
        SendResult.Deferred { Code: ServiceGoesAway } => true,
        SendResult.Broken or SendResult.Uncertain => true,
        _ => false,
    };

    private static bool IsOwnFault(SmtpStep at, int code, string text) =>
        OwnFaults.Contains(EnhancedStatus.Match(text).Value)
        || code is (int)SmtpStatusCode.AuthenticationRequired or 534 or 535 or 538
        || (at == SmtpStep.Sender && code >= 500 && code is not (int)SmtpStatusCode.ExceededStorageAllocation);

    [GeneratedRegex(@"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.None, 1000)]
    private static partial Regex EnhancedStatus { get; }
}

internal enum SmtpStep
{
    /// <summary>MAIL FROM.</summary>
    Sender,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA, before the mail's first byte.</summary>
    Data,

    /// <summary>The answer to the whole mail.</summary>
    Message,
}
