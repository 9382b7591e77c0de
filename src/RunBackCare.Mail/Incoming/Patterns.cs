namespace RunBackCare.Mail.Incoming;

internal static class Patterns
{
    /// <summary>No pattern here is slow; this is for the text nobody thought of.</summary>
    public const int Milliseconds = 500;
}
