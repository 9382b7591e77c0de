using MimeKit;

namespace RunBackCare.Worker.Subscribers.Profiles;

/// <summary>An address to which a mail can be written, and nothing else: no name, no blanks, no list.</summary>
internal static class MailAddress
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;

    /// <returns>Null where the text is none.</returns>
    public static string? Read(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= Longest && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailboxAddress.TryParse(trimmed, out var mailbox) && string.Equals(mailbox.Address, trimmed, StringComparison.Ordinal)
            && trimmed.Split('@') is [{ Length: > 0 and <= LongestLocalPart }, var domain] && domain.Contains('.', StringComparison.Ordinal)
            ? trimmed : null;
    }
}
