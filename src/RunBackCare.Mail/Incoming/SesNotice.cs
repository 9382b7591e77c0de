using System.Text;
using System.Text.Json;
using MimeKit;
using RunBackCare.Mail.Incoming.Bounces;

namespace RunBackCare.Mail.Incoming;

/// <summary>What Amazon SES tells of a mail in JSON, sent on by its notification service: a bounce, a delay, a delivery or a complaint.</summary>
internal static class SesNotice
{
    private const int MostLetters = 500_000;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, MaxDepth = 32 };

    public static IncomingMail? Read(ParsedMail mail)
    {
        if (Parts.Of(mail.Message).OfType<TextPart>().FirstOrDefault(p => p.IsPlain) is not { } part
            || PartText.Read(part).Trim() is not { Length: <= MostLetters } text
            || Parse(text) is not { } notice)
        {
            return null;
        }

        var kind = Word(notice, "notificationType") ?? Word(notice, "eventType");
        var original = Original(notice);
        return kind switch
        {
            "Bounce" => Bounce(mail, original, List(notice, "bounce", "bouncedRecipients").Select(r => Refused(r, StatusOfKind(notice), waits: false))),
            "DeliveryDelay" => Bounce(mail, original, List(notice, "deliveryDelay", "delayedRecipients").Select(r => Refused(r, null, waits: true))),
            "Delivery" => Bounce(mail, original, List(notice, "delivery", "recipients").Select(r => Verdict.Arrived(r.ValueKind == JsonValueKind.String ? r.GetString() : null, Word(notice, "delivery", "smtpResponse"), Word(notice, "delivery", "smtpResponse") ?? ""))),
            "Complaint" => new IncomingMail.Complaint
            {
                Head = mail.Head,
                Feedback = (Word(notice, "complaint", "complaintFeedbackType") ?? "abuse").ToLowerInvariant(),
                Recipients = [.. List(notice, "complaint", "complainedRecipients").Select(r => Word(r, "emailAddress")).OfType<string>()],
                Original = original,
            },
            _ => null,
        };
    }

    private static IncomingMail.Bounce Bounce(ParsedMail mail, OriginalMail original, IEnumerable<BouncedRecipient> recipients) =>
        new() { Head = mail.Head, Recipients = [.. recipients], Original = original };

    private static BouncedRecipient Refused(JsonElement recipient, string? status, bool waits) =>
        Verdict.Of(Word(recipient, "emailAddress"), Word(recipient, "status") ?? status, Word(recipient, "diagnosticCode") ?? "", "", waits);

    /// <summary>Its own names of what happened, for a recipient of whom no server says more.</summary>
    private static string? StatusOfKind(JsonElement notice) => Word(notice, "bounce", "bounceSubType") switch
    {
        "NoEmail" => "5.1.1",
        "MailboxFull" => "5.2.2",
        "MessageTooLarge" => "5.3.4",
        _ => null,
    };

    /// <summary>The object that the text begins with; below it stand words for people.</summary>
    private static JsonElement? Parse(string text)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Lenient);
            using var document = JsonDocument.ParseValue(ref reader);
            var notice = document.RootElement.Clone();

            // Sent on as a whole, the notice is a text within.
            return Word(notice, "Message") is { } inner && inner.TrimStart().StartsWith('{') ? Parse(inner.Trim()) : notice;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static OriginalMail Original(JsonElement notice)
    {
        var headers = new HeaderList();
        foreach (var header in List(notice, "mail", "headers"))
        {
            if (Word(header, "name") is { Length: > 0 } name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && Word(header, "value") is { } value)
            {
                headers.Add(name, value);
            }
        }

        string[] to = [.. List(notice, "mail", "destination").Where(a => a.ValueKind == JsonValueKind.String).Select(a => a.GetString()!)];
        string[] from = Word(notice, "mail", "source") is { } source ? [source] : [];
        var told = OriginalReader.Of(headers);
        return told.With([.. to, .. from]) with { Recipients = [.. told.Recipients.Concat(to).Distinct(StringComparer.OrdinalIgnoreCase)] };
    }

    private static IEnumerable<JsonElement> List(JsonElement element, params ReadOnlySpan<string> path) =>
        At(element, path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static string? Word(JsonElement element, params ReadOnlySpan<string> path) => At(element, path) is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;

    private static JsonElement? At(JsonElement element, ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
