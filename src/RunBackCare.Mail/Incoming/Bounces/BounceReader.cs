using MimeKit;

namespace RunBackCare.Mail.Incoming.Bounces;

internal static class BounceReader
{
    public static IncomingMail.Bounce? Read(MimeMessage message, MailHead head)
    {
        var recipients = Parts.Of(message).OfType<MessageDeliveryStatus>().SelectMany(DeliveryStatusReader.Read).ToList();
        return recipients.Count > 0 ? new() { Head = head, Recipients = [.. recipients], Original = OriginalReader.Read(message) } : null;
    }
}
