namespace RunBackCare.Testing.MailServers;

/// <summary>How the sink answers; as it stands, it takes every mail. Commands are SMTP's: <c>rcpt</c>, <c>data</c>, <c>.</c> and so on.</summary>
public sealed record SinkBehaviour
{
    public static readonly SinkBehaviour TakesEverything = new();

    /// <summary>Refused for good, such as <c>("rcpt", "550 5.1.1 no such user")</c>.</summary>
    public (string Command, string Reply)? Refuses { get; init; }

    /// <summary>Refused for now, such as <c>("rcpt", "452 4.2.2 mailbox full")</c>.</summary>
    public (string Command, string Reply)? Defers { get; init; }

    /// <summary>Hangs up without a word after this command; <c>.</c> is the one that leaves the sender in doubt.</summary>
    public string? HangsUpAfter { get; init; }

    /// <summary>Answers 421 to this command and hangs up.</summary>
    public string? ClosesAt { get; init; }

    /// <summary>Waits this many seconds before it answers DATA.</summary>
    public int SecondsBeforeData { get; init; }

    /// <summary>
    /// Waits this many seconds between keeping a mail and saying so. A sender that dies meanwhile cannot know that its mail was taken.
    /// </summary>
    public int SecondsBeforeTaken { get; init; }

    /// <summary>Takes mails and forgets them, for numbers that would fill the disk.</summary>
    public bool Forgets { get; init; }

    internal IEnumerable<string> Arguments()
    {
        IEnumerable<string> arguments = [];
        arguments = Refuses is { } refused ? arguments.Concat(["-B", refused.Reply, "-f", refused.Command]) : arguments;
        arguments = Defers is { } deferred ? arguments.Concat(["-b", deferred.Reply, "-r", deferred.Command]) : arguments;
        arguments = HangsUpAfter is { } hangUp ? arguments.Concat(["-q", hangUp]) : arguments;
        arguments = ClosesAt is { } close ? arguments.Concat(["-Q", close]) : arguments;
        arguments = SecondsBeforeData > 0 ? arguments.Concat(["-W", $"data:{SecondsBeforeData}"]) : arguments;
        return SecondsBeforeTaken > 0 ? arguments.Concat(["-W", $".:{SecondsBeforeTaken}"]) : arguments;
    }
}
