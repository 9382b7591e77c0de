namespace RunBackCare.Worker.Inbox;

/// <summary>The name under which a message counts once: its Message-ID, or a hash of it where it has none.</summary>
internal static class MessageKey
{
    private const string Hashed = "sha256:";

    private const int LongestId = 500;

    /// <param name="messageId">Without angle brackets.</param>
    public static string Of(string? messageId, string sha256) =>
        messageId is { Length: > 0 and <= LongestId } && !messageId.StartsWith(Hashed, StringComparison.Ordinal) && messageId.All(letter => letter is > ' ' and < '\u007f') ? messageId : Hashed + sha256;

    /// <returns>Null where the message had none.</returns>
    public static string? IdOf(string key) => key.StartsWith(Hashed, StringComparison.Ordinal) ? null : key;
}
