using MimeKit;

namespace RunBackCare.Mail.Incoming.Words;

/// <summary>From the body's parts to the person's words.</summary>
internal static class WordsReader
{
    public static WrittenWords Read(MimeMessage message) => OwnWords.Of(Parts.Of(message).OfType<TextPart>().FirstOrDefault(p => p.IsPlain)?.Text ?? "");
}
