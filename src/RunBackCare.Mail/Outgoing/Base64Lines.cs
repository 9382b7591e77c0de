using System.Buffers.Text;

namespace RunBackCare.Mail.Outgoing;

/// <summary>RFC 2045, 6.8: lines of 76 characters, the last one ended too.</summary>
internal static class Base64Lines
{
    private const int BytesALine = 57;

    public static byte[] Of(ReadOnlySpan<byte> content)
    {
        var lines = (content.Length + BytesALine - 1) / BytesALine;
        var encoded = new byte[Base64.GetMaxEncodedToUtf8Length(content.Length) + (2 * lines)];
        var rest = encoded.AsSpan();
        for (; !content.IsEmpty; content = content[Math.Min(BytesALine, content.Length)..])
        {
            Base64.EncodeToUtf8(content[..Math.Min(BytesALine, content.Length)], rest, out _, out var written);
            "\r\n"u8.CopyTo(rest[written..]);
            rest = rest[(written + 2)..];
        }

        return encoded;
    }
}
