using MimeKit;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>One recipient's group of fields (RFC 3464, 2.3).</summary>
internal static class DeliveryFields
{
    /// <summary>One group, or several that a server forgot to divide.</summary>
    public static IEnumerable<HeaderList> Recipients(HeaderList group)
    {
        var one = new HeaderList();
        foreach (var field in group)
        {
            if (field.Field.Equals("Final-Recipient", StringComparison.OrdinalIgnoreCase) && one.Contains("Final-Recipient"))
            {
                yield return one;
                one = [];
            }

            one.Add(field);
        }

        if (IsRecipient(one))
        {
            yield return one;
        }
    }

    private static bool IsRecipient(HeaderList fields) => fields.Contains("Final-Recipient") || (fields.Contains("Original-Recipient") && fields.Contains("Action"));

    public static BouncedRecipient Read(HeaderList fields, Prose prose, bool alone)
    {
        var address = Address(fields["Final-Recipient"]);
        var named = Address(fields["Original-Recipient"]);
        var words = alone ? prose.Text : prose.About(address) ?? prose.About(named) ?? "";
        var diagnostic = $"{fields["Diagnostic-Code"]} {Comment(fields["Status"])}".Trim();
        return Action(fields) switch
        {
            "delivered" or "relayed" or "expanded" or "deliverable" => Verdict.Arrived(named ?? address, fields["Status"], diagnostic),
            var action => Verdict.Of(address ?? named, fields["Status"], diagnostic, words, waits: action == "delayed"),
        };
    }

    private static string Action(HeaderList fields) => (fields["Action"] ?? "").Split('(', ' ')[0].Trim().ToLowerInvariant();

    /// <summary>Some servers write their words behind the status: "5.2.1 (mailbox disabled)".</summary>
    private static string Comment(string? status) => status?.IndexOf('(', StringComparison.Ordinal) is { } at and >= 0 ? status[at..] : "";

    /// <summary>"rfc822; ann@example.org".</summary>
    private static string? Address(string? field)
    {
        var address = field?[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>', ' ');
        return address is { Length: > 2 } && address.Contains('@', StringComparison.Ordinal) ? address : null;
    }
}
