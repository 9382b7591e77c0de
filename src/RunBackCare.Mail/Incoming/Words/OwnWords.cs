namespace RunBackCare.Mail.Incoming.Words;

/// <summary>Divides a plain text into what the person wrote and what they quoted or sign with.</summary>
internal static class OwnWords
{
    public static WrittenWords Of(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var quotes = lines.ToLookup(l => l.StartsWith('>'));
        return new(string.Join('\n', quotes[false]).Trim(), string.Join('\n', quotes[true]).Trim());
    }
}
