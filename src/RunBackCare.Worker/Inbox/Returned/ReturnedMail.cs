using RunBackCare.Mail.Incoming;

namespace RunBackCare.Worker.Inbox.Returned;

/// <summary>How a server's verdict is stored, and whom it is about.</summary>
internal static class ReturnedMail
{
    /// <summary>The receivers' rules for authenticated senders (RFC 7372 and their own): about us, whatever else the report says.</summary>
    private static readonly string[] OurStatuses = ["5.7.25", "5.7.26", "5.7.27", "5.7.515", "4.7.25", "4.7.26", "4.7.27", "4.7.515"];

    /// <summary>Stored words of bounces that never count against a person.</summary>
    public static string[] OurFaults { get; } = [.. Enum.GetValues<BounceReason>().Where(reason => new BouncedRecipient { Reason = reason }.IsOurFault).Select(Word)];

    /// <summary>Never the person's: it tells the operator, and no address is given up for it.</summary>
    public static bool IsOurFault(BouncedRecipient recipient) => recipient.IsOurFault || OurStatuses.Contains(recipient.Status);

    public static string Word(BounceReason reason) => reason.ToString().ToLowerInvariant();

    public static string Says(BouncedRecipient recipient) => $"{recipient.Status} {Word(recipient.Reason)}".Trim();
}
