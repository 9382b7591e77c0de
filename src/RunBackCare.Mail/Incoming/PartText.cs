using System.Text;
using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>A part's letters: in the charset it declares if its bytes are that, else UTF-8 if they are that, else Windows-1252, which everything is.</summary>
internal static class PartText
{
    private const int MostBytes = 1_000_000;

    /// <summary>Anything may declare these, and most that do mean another.</summary>
    private static readonly string[] Weak = ["us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "unknown-8bit", "x-unknown"];

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Read(TextPart part)
    {
        var bytes = Bytes(part);
        var declared = part.ContentType.Charset?.Trim().ToLowerInvariant();
        var text = (declared is null || Weak.Contains(declared) ? null : Decode(Find(declared), bytes)) ?? Decode(StrictUtf8, WholeLetters(bytes)) ?? Western.GetString(bytes);
        return text.Replace("\0", "", StringComparison.Ordinal).TrimStart('\ufeff');
    }

    private static byte[] Bytes(TextPart part)
    {
        if (part.Content is null)
        {
            return [];
        }

        using var content = part.Content.Open();
        var bytes = new byte[MostBytes];
        var length = content.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
        return bytes[..length];
    }

    /// <summary>The cap may have cut a letter in two.</summary>
    private static byte[] WholeLetters(byte[] bytes)
    {
        if (bytes.Length < MostBytes)
        {
            return bytes;
        }

        var end = bytes.Length;
        while (end > bytes.Length - 4 && (bytes[end - 1] & 0x80) != 0)
        {
            end--;
        }

        return bytes[..end];
    }

    /// <summary>Both lists of charsets, and strict, so that bytes of another charset are noticed.</summary>
    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Decode(Encoding? encoding, byte[] bytes)
    {
        try
        {
            return encoding?.GetString(bytes);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
