using System.Net.Sockets;
using MailKit.Net.Imap;
using Microsoft.Extensions.Options;

namespace RunBackCare.Worker.Inbox.Sources;

/// <summary>Lets the IMAP server tell of new messages, where that is wanted. It only wakes the reader: the look each minute finds what was missed here.</summary>
internal sealed partial class ImapWatch(IReadOnlyList<IMailSource> sources, IOptions<InboxOptions> options, IWakeInbox wake, ILogger<ImapWatch> log) : BackgroundService
{
    /// <summary>Servers and routers drop a connection that is silent for longer.</summary>
    private static readonly TimeSpan Renewed = TimeSpan.FromMinutes(9);

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Idle && sources is [ImapSource source] && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(source, stoppingToken);
            }
            catch (Exception lost) when (lost is MailSourceException or IOException or SocketException or ImapProtocolException or ImapCommandException)
            {
                Log.Lost(log, lost.GetType().Name);
            }

            await Task.Delay(Wait, stoppingToken);
        }
    }

    private async Task WatchAsync(ImapSource source, CancellationToken stopping)
    {
        await using var box = await source.ConnectAsync(stopping);
        while (box.Client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            using var done = new CancellationTokenSource(Renewed);
            EventHandler<EventArgs> tell = (_, _) => done.Cancel();
            box.Folder.CountChanged += tell;
            await box.Client.IdleAsync(done.Token, stopping);
            box.Folder.CountChanged -= tell;
            wake.Wake();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "The mailbox tells of nothing at the moment ({Fault}).")]
        public static partial void Lost(ILogger logger, string fault);
    }
}
