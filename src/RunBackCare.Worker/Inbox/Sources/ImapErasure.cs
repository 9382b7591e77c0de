using System.Globalization;
using MailKit;
using MailKit.Search;
using MimeKit;
using MimeKit.Utils;
using RunBackCare.Worker.Inbox.Forgetting;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>
/// Deletes messages from a mailbox for good, and no others. A message is known by its number; where the mailbox was numbered anew or the message moved,
/// by its Message-ID; and one without such by its bytes.
/// </summary>
internal sealed class ImapErasure(int largestBytes)
{
    /// <summary>Names in one search: servers limit the length of a command.</summary>
    private const int NamesAtOnce = 20;

    /// <param name="numbered">Whether the messages' own numbers are of this mailbox, if its numbering is still the same.</param>
    /// <returns>Those that may lie elsewhere.</returns>
    public async Task<IReadOnlyList<MessageToForget>> DeleteAsync(IMailFolder folder, bool numbered, IReadOnlyList<MessageToForget> messages, CancellationToken cancellation)
    {
        var numbers = messages.Where(_ => numbered).Select(m => (Message: m, Uid: UidOf(m.Origin, folder.UidValidity))).Where(n => n.Uid is not null).ToDictionary(n => n.Message, n => n.Uid!.Value);
        var gone = new HashSet<UniqueId>(numbers.Count == 0 ? [] : await folder.SearchAsync(SearchQuery.Uids([.. numbers.Values.Distinct()]), cancellation));
        var sought = messages.Where(m => m.Copies || !numbers.TryGetValue(m, out var uid) || !gone.Contains(uid)).ToList();
        gone.UnionWith(await NamedAsync(folder, [.. sought.Select(m => MessageKey.IdOf(m.MessageKey)).OfType<string>()], cancellation));
        gone.UnionWith(await UnnamedAsync(folder, [.. sought.Where(m => MessageKey.IdOf(m.MessageKey) is null).Select(m => m.MessageKey)], cancellation));
        if (gone.Count > 0)
        {
            IList<UniqueId> uids = [.. gone.OrderBy(uid => uid.Id)];
            await folder.AddFlagsAsync(uids, MessageFlags.Deleted, silent: true, cancellation);

            // What else is marked as deleted there is for its owner to expunge.
            await folder.ExpungeAsync(uids, cancellation);
        }

        return sought;
    }

    /// <summary>As <see cref="InboundMessage.Origin"/> of a message in a mailbox.</summary>
    public static string OriginOf(long numbering, uint uid) => string.Create(CultureInfo.InvariantCulture, $"{numbering}/{uid}");

    private static UniqueId? UidOf(string origin, uint numbering) =>
        origin.Split('/') is [var validity, var number]
        && uint.TryParse(validity, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
        && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var uid)
        && of == numbering
        && uid > 0
            ? new(of, uid)
            : null;

    private static async Task<IEnumerable<UniqueId>> NamedAsync(IMailFolder folder, HashSet<string> ids, CancellationToken cancellation)
    {
        var found = new List<UniqueId>();
        foreach (var some in ids.Chunk(NamesAtOnce))
        {
            // A server finds what holds the letters; only the very name is meant.
            var maybe = await folder.SearchAsync(some.Select(id => (SearchQuery)SearchQuery.HeaderContains("Message-ID", id)).Aggregate(SearchQuery.Or), cancellation);
            found.AddRange((await HeadsAsync(folder, maybe, cancellation)).Where(head => head.Id is { } id && ids.Contains(id)).Select(head => head.Uid));
        }

        return found;
    }

    private async Task<IEnumerable<UniqueId>> UnnamedAsync(IMailFolder folder, HashSet<string> keys, CancellationToken cancellation)
    {
        var found = new List<UniqueId>();
        if (keys.Count == 0)
        {
            return found;
        }

        var all = await folder.SearchAsync(SearchQuery.All, cancellation);
        foreach (var head in (await HeadsAsync(folder, all, cancellation)).Where(head => MessageKey.IdOf(MessageKey.Of(head.Id, "")) is null))
        {
            await using var stream = await folder.GetStreamAsync(head.Uid, 0, largestBytes, cancellation);
            using var raw = new MemoryStream();
            await stream.CopyToAsync(raw, cancellation);
            if (keys.Contains(MessageKey.Of(null, FoundMessage.Sha256(raw.ToArray()))))
            {
                found.Add(head.Uid);
            }
        }

        return found;
    }

    private static async Task<IEnumerable<(UniqueId Uid, string? Id)>> HeadsAsync(IMailFolder folder, IList<UniqueId> uids, CancellationToken cancellation) => uids.Count == 0
        ? []
        : (await folder.FetchAsync(uids, new FetchRequest(MessageSummaryItems.UniqueId, [HeaderId.MessageId]), cancellation))
            .Select(head => (head.UniqueId, head.Headers?[HeaderId.MessageId] is { } id ? MimeUtils.ParseMessageId(id) : null));
}
