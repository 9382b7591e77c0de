using MimeKit;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>Reads what a server reports of a mail: the machine's fields first (RFC 3464), the words for people where those are missing or say nothing.</summary>
internal static class BounceReader
{
    private const int MostRecipients = 100;

    public static IncomingMail.Bounce? Read(ParsedMail mail)
    {
        if (!BounceSigns.In(mail))
        {
            return null;
        }

        var prose = Prose.Of(mail);
        var groups = Groups(mail, prose).Take(MostRecipients).ToList();
        var recipients = groups.Count > 0
            ? groups.ConvertAll(g => DeliveryFields.Read(g, prose, alone: groups.Count == 1))
            : prose.Recipients(mail).Take(MostRecipients).Select(r => Verdict.Of(r.Address, null, r.Words, "", waits: prose.Waits)).ToList();
        return new() { Head = mail.Head, Recipients = [.. recipients], Original = OriginalReader.Read(mail) };
    }

    /// <summary>In the report's own part, or wherever a broken report has them.</summary>
    private static IEnumerable<HeaderList> Groups(ParsedMail mail, Prose prose)
    {
        var found = Parts.Of(mail.Message).OfType<MessageDeliveryStatus>().SelectMany(s => s.StatusGroups).SelectMany(DeliveryFields.Recipients).ToList();
        return found.Count > 0 ? found
            : new[] { prose.Text, mail.RawText }.Select(text => FieldGroups.Of(text, "Final-Recipient").SelectMany(DeliveryFields.Recipients).ToList()).FirstOrDefault(g => g.Count > 0) ?? [];
    }
}
