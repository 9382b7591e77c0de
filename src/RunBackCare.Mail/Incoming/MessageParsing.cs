using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>From bytes to a tree of parts, with limits.</summary>
internal static class MessageParsing
{
    /// <summary>Real mails stay below ten; each level costs stack.</summary>
    private const int DeepestNesting = 50;

    public static ParsedMail Parse(Stream raw, int mostBytes)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = DeepestNesting;
        var bytes = Capped(raw, mostBytes);
        return new(new MimeParser(options, new MemoryStream(bytes, writable: false), MimeFormat.Entity).ParseMessage(), bytes);
    }

    private static byte[] Capped(Stream raw, int mostBytes)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while (copy.Length < mostBytes && (read = raw.Read(buffer, 0, (int)Math.Min(buffer.Length, mostBytes - copy.Length))) > 0)
        {
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }
}
