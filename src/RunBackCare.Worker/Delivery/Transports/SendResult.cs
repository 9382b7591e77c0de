namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>What became of one attempt to hand a mail over. Texts hold no address and fit a column.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>Taken over: by the relay, or into the folder. Not yet read by anybody.</summary>
    public sealed record Accepted : SendResult;

    /// <summary>Not now.</summary>
    /// <param name="Code">SMTP code, such as 451.</param>
    /// <param name="OwnFault">Ours to mend (sender, authentication): nobody's mail is given up for it, and going on would only repeat it.</param>
    public sealed record Deferred(int Code, string Text, bool OwnFault = false) : SendResult;

    /// <summary>Never.</summary>
    public sealed record Refused(int Code, string Text) : SendResult;

    /// <summary>The connection broke after the final dot and before the answer: perhaps taken over.</summary>
    public sealed record Uncertain(string Text) : SendResult;

    /// <summary>The connection failed before the mail was whole: surely not taken over.</summary>
    public sealed record Broken(string Text) : SendResult;
}
