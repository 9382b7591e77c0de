namespace RunBackCare.Worker.Database;

internal static class HangfireSchema
{
    /// <summary>Where Hangfire's tables live, beside ours in the same database.</summary>
    public const string Name = "hangfire";
}
