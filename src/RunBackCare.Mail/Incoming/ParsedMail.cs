using System.Text;
using MimeKit;

namespace RunBackCare.Mail.Incoming;

/// <summary>A message as a tree of parts, beside its bytes: broken boundaries hide parts from the tree, and reports are often broken.</summary>
internal sealed class ParsedMail(MimeMessage message, byte[] raw)
{
    /// <summary>Reports are short; what they return is not.</summary>
    private const int MostRawLetters = 120_000;

    private string? _rawText;

    public MimeMessage Message { get; } = message;

    public MailHead Head { get; } = HeadReader.Read(message);

    public string RawText => _rawText ??= Encoding.Latin1.GetString(raw, 0, Math.Min(raw.Length, MostRawLetters)).ReplaceLineEndings("\n");
}
