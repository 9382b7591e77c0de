namespace RunBackCare.Planning;

/// <summary>Every number of the training rules, under one version. A plan stores the version, and old versions stay in code, so that any plan can be replayed.</summary>
public sealed record Policy
{
    public required string Version { get; init; }

    /// <summary>How many of the newest week rows a plan looks back on.</summary>
    public int MemoryWeeks { get; init; } = 26;

    public static Policy Current { get; } = new() { Version = "2026.1" };
}
