using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Mail.Incoming;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>
/// Whose a message is. Surest is a token of ours in an address it went to; then a mail of ours that it names; From is what anybody can write and
/// counts only beside one of the two.
/// </summary>
internal sealed class Whose(TokenHolder tokens, Sender sender)
{
    private const string ReplyRole = "reply+";
    private const string BounceRole = "bounce+";

    public async Task<MailSender> OfAsync(RunBackCareDb db, MailHead head, CancellationToken cancellation)
    {
        var writer = await ByAddressAsync(db, head.From, cancellation);
        if (await HolderOfReplyAddressAsync(head.Addressed, cancellation) is { } holder)
        {
            return holder.Id == writer || IsSameMailbox(holder.AddressKey, head.From) ? new MailSender.Proven(holder.Id) : new MailSender.Foreign(holder.Id, writer);
        }

        var answered = await ByMailAsync(db, [.. head.References, .. head.InReplyTo is { } id ? [id] : Array.Empty<string>()], cancellation);
        return (answered, writer) switch
        {
            ({ } theirs, _) when theirs == writer => new MailSender.Proven(theirs),
            ({ } theirs, _) => new MailSender.Foreign(theirs, writer),
            (null, { } known) => new MailSender.Unproven(known),
            _ => new MailSender.Stranger(),
        };
    }

    /// <summary>Who was given a reply address. Null where none of these is one, or it is good no more.</summary>
    public Task<Subscriber?> HolderOfReplyAddressAsync(IEnumerable<string> addresses, CancellationToken cancellation) =>
        HolderAsync(addresses, ReplyRole, sender.ReplyDomain, TokenPurpose.Reply, cancellation);

    /// <summary>Whose mail it was that came back. An address alone proves nothing: anybody can write a bounce.</summary>
    public async Task<long?> OfReturnedAsync(RunBackCareDb db, MailHead head, OriginalMail original, CancellationToken cancellation)
    {
        string[] addresses = [.. head.Addressed, .. original.Addresses];
        var holder = await HolderAsync(addresses, BounceRole, sender.BounceDomain, TokenPurpose.Bounce, cancellation) ?? await HolderOfReplyAddressAsync(addresses, cancellation);
        return holder?.Id ?? await ByMailAsync(db, original.MessageId is { } id ? [id] : [], cancellation);
    }

    /// <summary>Only machines write there.</summary>
    public bool IsBounceAddress(string address) => address.StartsWith(BounceRole, StringComparison.OrdinalIgnoreCase) && IsIn(address, sender.BounceDomain);

    public static bool IsIn(string address, string domain) => address.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase);

    private async Task<Subscriber?> HolderAsync(IEnumerable<string> addresses, string role, string domain, TokenPurpose purpose, CancellationToken cancellation)
    {
        foreach (var address in addresses.Where(a => a.StartsWith(role, StringComparison.OrdinalIgnoreCase) && IsIn(a, domain)))
        {
            if (await tokens.FindAsync(address[role.Length..address.LastIndexOf('@')].ToLowerInvariant(), purpose, cancellation) is { Subscriber: { } holder })
            {
                return holder;
            }
        }

        return null;
    }

    private static async Task<long?> ByAddressAsync(RunBackCareDb db, string? address, CancellationToken cancellation)
    {
        if (address is null)
        {
            return null;
        }

        var key = AddressKey.Of(address);
        return await db.Subscribers.Where(s => s.AddressKey == key).Select(s => (long?)s.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Our Message-IDs hold the number of the mail's row.</summary>
    private async Task<long?> ByMailAsync(RunBackCareDb db, IEnumerable<string> messageIds, CancellationToken cancellation)
    {
        Guid[] mails = [.. messageIds.Where(id => IsIn(id, sender.ReplyDomain)).Select(Row).OfType<Guid>().Distinct()];
        return mails.Length == 0 ? null : await db.Outbox.Where(m => mails.Contains(m.Id)).OrderByDescending(m => m.Id).Select(m => (long?)m.SubscriberId).FirstOrDefaultAsync(cancellation);

        static Guid? Row(string id) => Guid.TryParseExact(id[..id.LastIndexOf('@')], "N", out var row) ? row : null;
    }

    /// <summary>A mailbox that got our mail under "ann+run@" answers it as "ann@".</summary>
    private static bool IsSameMailbox(string addressKey, string? from) => from is not null && Bare(addressKey) == Bare(AddressKey.Of(from));

    private static string Bare(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = at < 0 ? -1 : address.AsSpan(0, at).IndexOf('+');
        return plus <= 0 ? address : string.Concat(address.AsSpan(0, plus), address.AsSpan(at));
    }
}
