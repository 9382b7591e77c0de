namespace RunBackCare.Testing.MailServers;

/// <summary>Where in a mail's way a fault strikes; none before its recipient is known.</summary>
public enum SmtpMoment
{
    Recipient,

    /// <summary>At the DATA command.</summary>
    Data,

    /// <summary>While the mail's bytes arrive.</summary>
    InsideBody,

    /// <summary>When the mail is whole, before the answer.</summary>
    AfterDot,
}

/// <summary>What a scripted server does wrong.</summary>
public abstract record SmtpFault(SmtpMoment At)
{
    /// <summary>Answers this instead, and goes on.</summary>
    public sealed record Says(SmtpMoment At, string Reply) : SmtpFault(At);

    /// <summary>Answers this and hangs up at once.</summary>
    public sealed record SaysAndHangsUp(SmtpMoment At, string Reply) : SmtpFault(At);

    /// <summary>Hangs up without a word. After the dot it may have kept the mail.</summary>
    public sealed record HangsUp(SmtpMoment At, bool KeepsMail = false) : SmtpFault(At);

    /// <summary>Breaks the connection as a failing network does, without the farewell of TCP. After the dot it may have kept the mail.</summary>
    public sealed record Resets(SmtpMoment At, bool KeepsMail = false) : SmtpFault(At);

    /// <summary>Never says anything again.</summary>
    public sealed record FallsSilent(SmtpMoment At) : SmtpFault(At);
}
