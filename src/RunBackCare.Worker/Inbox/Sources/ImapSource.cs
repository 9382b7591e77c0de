using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using NodaTime;
using RunBackCare.Worker.Delivery.Transports;
using RunBackCare.Worker.Inbox.Forgetting;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>A mailbox read by IMAP. Each look is a connection of its own, so that a server that went away is simply asked again.</summary>
internal sealed class ImapSource(InboxOptions options) : IMailSource
{
    private readonly ServerTrust _trust = new(options.AuthorityFile);

    public string Name { get; } = "imap:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Host}\n{options.User}\n{options.Mailbox}")))[..16];

    public async Task<IOpenSource> OpenAsync(CancellationToken cancellation) => new Open(await ConnectAsync(cancellation), options);

    /// <returns>Connected, and the mailbox opened.</returns>
    /// <exception cref="MailSourceException">It does not answer, or refuses us.</exception>
    public async Task<ImapBox> ConnectAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        var client = new ImapClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            _trust.ApplyTo(client);
            await client.ConnectAsync(options.Host!, options.Port, Security(options.Tls), limit.Token);
            await client.AuthenticateAsync(options.User!, options.Password!, limit.Token);
            var folder = await client.GetFolderAsync(options.Mailbox, limit.Token);
            await folder.OpenAsync(FolderAccess.ReadWrite, limit.Token);
            return new(client, folder);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && Why(failure) is not null)
        {
            client.Dispose();
            throw new MailSourceException(Why(failure)!);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private string? Why(Exception failure) => failure switch
    {
        OperationCanceledException => $"{Server} did not answer within {options.TimeoutSeconds} s.",
        AuthenticationException => $"{Server} refuses {InboxOptions.Section}:User or :Password.",
        SslHandshakeException => $"{Server} shows no certificate that we trust: name the PEM file of the authority that signed it in {InboxOptions.Section}:AuthorityFile; :Host has to be a name in it, and :Port one for :Tls.",
        NotSupportedException when options.Tls == InboxTls.StartTls => $"{Server} offers no STARTTLS: set {InboxOptions.Section}:Tls to tls, with the :Port for it.",
        FolderNotFoundException => $"{Server} has no mailbox {options.Mailbox}: see {InboxOptions.Section}:Mailbox.",
        SocketException or IOException or ImapProtocolException or ImapCommandException or NotSupportedException => $"{Server} cannot be used ({failure.GetType().Name}): see {InboxOptions.Section}.",
        _ => null,
    };

    private string Server => string.Create(CultureInfo.InvariantCulture, $"{options.Host}:{options.Port}");

    private static SecureSocketOptions Security(InboxTls tls) => tls switch
    {
        InboxTls.None => SecureSocketOptions.None,
        InboxTls.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };

    private sealed class Open(ImapBox box, InboxOptions options) : IOpenSource
    {
        private IMailFolder? _target;

        public long Numbering => box.Folder.UidValidity;

        public long Newest => (box.Folder.UidNext?.Id ?? 1u) - 1;

        public async IAsyncEnumerable<FoundMessage> AfterAsync(long number, Instant oldest, [EnumeratorCancellation] CancellationToken cancellation)
        {
            // "n:*" always names the last message too, also where its number is lower; and servers count days, in their own zone.
            var behind = new UniqueIdRange(new UniqueId((uint)Numbering, (uint)number + 1), UniqueId.MaxValue);
            var found = await box.Folder.SearchAsync(SearchQuery.Uids(behind).And(SearchQuery.DeliveredAfter(oldest.ToDateTimeUtc().AddDays(-1))), cancellation);
            var uids = found.Where(uid => uid.Id > number).OrderBy(uid => uid.Id).ToList();
            if (uids.Count == 0)
            {
                yield break;
            }

            var heads = await box.Folder.FetchAsync(uids, MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, cancellation);
            foreach (var head in heads.OrderBy(h => h.UniqueId.Id))
            {
                if (await LoadAsync(head, cancellation) is { } message)
                {
                    yield return message;
                }
            }
        }

        public async Task SettleAsync(FoundMessage message, CancellationToken cancellation)
        {
            var uid = new UniqueId((uint)Numbering, (uint)message.Number!.Value);
            await box.Folder.AddFlagsAsync(uid, MessageFlags.Seen, silent: true, cancellation);
            if (options.MoveTo is { Length: > 0 } name)
            {
                _target ??= await TargetAsync(name, cancellation);
                await box.Folder.MoveToAsync(uid, _target, cancellation);
            }
        }

        public async Task ForgetAsync(IReadOnlyList<MessageToForget> messages, CancellationToken cancellation)
        {
            try
            {
                var erasure = new ImapErasure(options.LargestBytes);
                var elsewhere = await erasure.DeleteAsync(box.Folder, numbered: true, messages, cancellation);
                if (elsewhere.Count > 0 && options.MoveTo is { Length: > 0 } name && await FindAsync(name, cancellation) is { } moved)
                {
                    await moved.OpenAsync(FolderAccess.ReadWrite, cancellation);
                    await erasure.DeleteAsync(moved, numbered: false, elsewhere, cancellation);
                }
            }
            catch (Exception refused) when (refused is ImapCommandException or NotSupportedException)
            {
                throw new MailSourceException($"The mailbox keeps messages that must be deleted there ({refused.GetType().Name}): let {InboxOptions.Section}:User delete in {options.Mailbox}{(options.MoveTo is { Length: > 0 } other ? $" and {other}" : "")}.");
            }
        }

        public ValueTask DisposeAsync() => box.DisposeAsync();

        private async Task<FoundMessage?> LoadAsync(IMessageSummary head, CancellationToken cancellation)
        {
            var whole = head.Size is null || head.Size <= options.LargestBytes;
            try
            {
                await using var stream = await box.Folder.GetStreamAsync(head.UniqueId, 0, options.LargestBytes, cancellation);
                using var raw = new MemoryStream();
                await stream.CopyToAsync(raw, cancellation);
                var arrived = head.InternalDate is { } date ? Instant.FromDateTimeOffset(date) : Instant.MaxValue;
                return new(ImapErasure.OriginOf(Numbering, head.UniqueId.Id), head.UniqueId.Id, arrived, raw.ToArray(), whole);
            }
            catch (MessageNotFoundException)
            {
                // Deleted since it was listed.
                return null;
            }
        }

        private async Task<IMailFolder> TargetAsync(string name, CancellationToken cancellation)
        {
            if (await FindAsync(name, cancellation) is { } there)
            {
                return there;
            }

            var root = box.Client.GetFolder(box.Client.PersonalNamespaces[0]);
            return await root.CreateAsync(name, isMessageFolder: true, cancellation) ?? throw new MailSourceException($"The mailbox {name} is not there and cannot be made: see {InboxOptions.Section}:MoveTo.");
        }

        private async Task<IMailFolder?> FindAsync(string name, CancellationToken cancellation)
        {
            try
            {
                return await box.Client.GetFolderAsync(name, cancellation);
            }
            catch (FolderNotFoundException)
            {
                return null;
            }
        }
    }
}

/// <summary>A connection with the mailbox open.</summary>
internal sealed class ImapBox(ImapClient client, IMailFolder folder) : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    public ImapClient Client => client;

    public IMailFolder Folder => folder;

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            using var limit = new CancellationTokenSource(Farewell);
            try
            {
                await client.DisconnectAsync(true, limit.Token);
            }
            catch (Exception gone) when (gone is IOException or ImapProtocolException or ImapCommandException or OperationCanceledException or SocketException)
            {
                // All is stored; a server that does not say goodbye changes nothing.
            }
        }

        client.Dispose();
    }
}
