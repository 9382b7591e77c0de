namespace RunBackCare.Mail.Incoming;

/// <summary>Why a mail did not arrive. The words are those that bounce analysers share; printed in lower case, without blanks.</summary>
public enum BounceReason
{
    /// <summary>The report does not say, or in words that nobody knows.</summary>
    Undefined,

    UserUnknown,
    HostUnknown,
    HasMoved,

    /// <summary>The host takes no mail at all, such as a null MX.</summary>
    NotAccept,

    MailboxFull,
    Expired,
    Filtered,
    Rejected,
    Blocked,
    AuthFailure,
    BadReputation,
    RequirePtr,
    SpamDetected,
    VirusDetected,
    PolicyViolation,
    SecurityError,
    NoRelaying,
    NotCompliantRfc,
    ContentError,
    Suspend,
    NetworkError,
    SystemError,
    SystemFull,
    MailerError,
    MesgTooBig,
    ExceedLimit,
    TooManyConn,
    Speeding,
    OnHold,
    SyntaxError,
    FailedStartTls,
    Delivered,
    Vacation,
    Feedback,
}
