using System.Collections.Immutable;
using MimeKit;
using MimeKit.Utils;
using NodaTime;

namespace RunBackCare.Mail.Incoming;

internal static class HeadReader
{
    private const int MostAddresses = 50;
    private const int MostReferences = 50;

    /// <summary>What our own server wrote goes first: nobody outside can choose it.</summary>
    private static readonly string[] Recipients = ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc", "Resent-To", "Apparently-To"];

    public static MailHead Read(MimeMessage message) => new()
    {
        MessageId = Id(message.Headers[HeaderId.MessageId]),
        From = Addresses(message.Headers, "From").Concat(Addresses(message.Headers, "Sender")).FirstOrDefault(),
        Addressed = [.. Recipients.SelectMany(name => Addresses(message.Headers, name)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAddresses)],
        Subject = message.Headers[HeaderId.Subject] ?? "",
        InReplyTo = Id(message.Headers[HeaderId.InReplyTo]),
        References = [.. Ids(message.Headers[HeaderId.References]).TakeLast(MostReferences)],
        Date = Date(message.Headers[HeaderId.Date]),
        ReturnPathIsEmpty = message.Headers[HeaderId.ReturnPath]?.Trim() is "<>" or "< >",
    };

    public static IEnumerable<string> Addresses(HeaderList headers, string name) =>
        headers.Where(h => h.Field.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(h => Mailboxes(h.Value));

    public static string? Id(string? value) => Ids(value).FirstOrDefault();

    private static ImmutableArray<string> Mailboxes(string value) =>
        InternetAddressList.TryParse(value, out var list) ? [.. list.Mailboxes.Select(m => m.Address).Where(a => a.Contains('@', StringComparison.Ordinal))] : [];

    private static IEnumerable<string> Ids(string? value) => value is null ? [] : MimeUtils.EnumerateReferences(value).Select(i => i.Trim()).Where(i => i.Length > 0);

    private static OffsetDateTime? Date(string? value)
    {
        if (value is null || !DateUtils.TryParse(value, out var date) || date.Year < 1990)
        {
            return null;
        }

        return OffsetDateTime.FromDateTimeOffset(date);
    }
}
