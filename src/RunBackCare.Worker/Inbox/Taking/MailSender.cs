namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>Who wrote a reply, as far as it shows that.</summary>
internal abstract record MailSender
{
    private MailSender()
    {
    }

    /// <summary>The person whose mail it answers.</summary>
    public sealed record Proven(long Id) : MailSender;

    /// <summary>It answers somebody's mail, but comes from another address.</summary>
    /// <param name="Holder">Whose mail it answers.</param>
    /// <param name="Writer">Whose the address is; null where it is nobody's we know.</param>
    public sealed record Foreign(long Holder, long? Writer) : MailSender;

    /// <summary>It claims to come from somebody we know, and answers no mail of ours.</summary>
    public sealed record Unproven(long Id) : MailSender;

    public sealed record Stranger : MailSender;
}
