using MimeKit;

namespace RunBackCare.Mail.Incoming.Bounces;

/// <summary>The machine's part of a delivery report (RFC 3464): one group of fields for the message, then one for each recipient.</summary>
internal static class DeliveryStatusReader
{
    public static IEnumerable<BouncedRecipient> Read(MessageDeliveryStatus report) => report.StatusGroups.Where(g => g["Final-Recipient"] is not null).Select(Recipient);

    private static BouncedRecipient Recipient(HeaderList fields)
    {
        var status = fields["Status"]?.Trim();
        return new()
        {
            Address = Typed(fields["Original-Recipient"]) ?? Typed(fields["Final-Recipient"]),
            Status = status,
            Diagnostic = fields["Diagnostic-Code"] ?? "",
            Reason = status is "5.1.1" ? BounceReason.UserUnknown : BounceReason.Undefined,
        };
    }

    private static string? Typed(string? field) => field?[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>') is { Length: > 0 } address ? address : null;
}
