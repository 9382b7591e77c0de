namespace RunBackCare.Worker.Jobs;

/// <summary>One server serves one queue: Hangfire would serve several in the order of the alphabet.</summary>
internal static class Queues
{
    public const string Plan = "plan";

    public const string Send = "send";

    public const string Read = "read";

    /// <summary>Looking after the rest: short jobs that nobody waits for.</summary>
    public const string Keep = "keep";
}
