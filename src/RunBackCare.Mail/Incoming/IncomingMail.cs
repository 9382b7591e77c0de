using System.Collections.Immutable;

namespace RunBackCare.Mail.Incoming;

/// <summary>What a message that came in is. What it means for a person, and whose it is, is not known here.</summary>
public abstract record IncomingMail
{
    private IncomingMail()
    {
    }

    /// <summary>Who wrote it, to whom, when, and what it answers.</summary>
    public required MailHead Head { get; init; }

    /// <summary>Written by a person, as far as a mail can show that.</summary>
    public sealed record Reply : IncomingMail
    {
        public required WrittenWords Words { get; init; }
    }

    /// <summary>A server says what became of a mail: it failed, waits, or was delivered after all.</summary>
    public sealed record Bounce : IncomingMail
    {
        /// <summary>In the order of the report. Empty where it names nobody; then the bounce address in <see cref="MailHead.Addressed"/> still tells whose mail it was.</summary>
        public required ImmutableArray<BouncedRecipient> Recipients { get; init; }

        public required OriginalMail Original { get; init; }
    }

    /// <summary>A person's provider passes on that they called a mail of ours spam (RFC 5965), or reports on our authentication.</summary>
    public sealed record Complaint : IncomingMail
    {
        /// <summary>As the report says it, in lower case: <c>abuse</c>, <c>opt-out</c>, <c>auth-failure</c> …</summary>
        public required string Feedback { get; init; }

        /// <summary>Whose complaint it is, as far as the report tells.</summary>
        public required ImmutableArray<string> Recipients { get; init; }

        public required OriginalMail Original { get; init; }

        /// <summary>A report about our signature or policy, and nobody's wish to leave.</summary>
        public bool IsAboutAuthentication => Feedback is "auth-failure" or "dmarc";
    }

    /// <summary>Written by a machine in a person's name or its own: never answered, never read (RFC 3834).</summary>
    public sealed record AutoReply : IncomingMail
    {
        /// <summary>For the admin: what showed it.</summary>
        public required string Why { get; init; }
    }

    /// <summary>A mail of our own that came back.</summary>
    public sealed record Loop : IncomingMail;

    /// <summary>Nothing that can be read as any of these.</summary>
    public sealed record Other : IncomingMail
    {
        /// <summary>For the admin: why it could not be read. Holds no word of the message.</summary>
        public required string Why { get; init; }
    }
}

/// <summary>What stands in a mail, divided by whose it is.</summary>
/// <param name="Own">The person's own words.</param>
/// <param name="Aside">The rest: quotes, signatures, footers. A safety sign may stand there too.</param>
public sealed record WrittenWords(string Own, string Aside)
{
    public static WrittenWords None { get; } = new("", "");

    /// <summary>Lines of <see cref="Aside"/> that could be answers, below a line that somebody drew: nothing is taken from them, and they are asked about.</summary>
    public string Unsure { get; init; } = "";
}
