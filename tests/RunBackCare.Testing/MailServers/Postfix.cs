using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using RunBackCare.Testing.Processes;
using Xunit;

namespace RunBackCare.Testing.MailServers;

/// <summary>
/// A private Postfix on loopback that relays for everyone here: mail for <see cref="LocalDomains"/> goes to a Dovecot, mail for other
/// domains where <see cref="RouteAsync"/> sends it. What it cannot deliver it returns to the envelope's sender, as real servers do.
/// </summary>
public sealed class Postfix : IAsyncDisposable
{
    private const string Program = "postfix";
    private const string Daemons = "/usr/lib/postfix/sbin";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-postfix-");
    private ImmutableDictionary<string, int> _routes = ImmutableDictionary<string, int>.Empty;
    private ChildProcess? _process;

    private Postfix()
    {
    }

    /// <summary>Domains whose mail ends in Dovecot's mailboxes.</summary>
    public static ImmutableArray<string> LocalDomains { get; } = ["example.org", "reply.example.org"];

    public static string Host => "127.0.0.1";

    public int Port { get; private set; }

    public string LogText => File.Exists(Log) ? File.ReadAllText(Log) : "";

    private string Configuration => Path.Combine(_folder.FullName, "etc");

    private string Log => Path.Combine(_folder.FullName, "postfix.log");

    public static void SkipUnlessInstalled()
    {
        Assert.SkipUnless(Programs.Find(Program) is not null, "Postfix is not installed; deploy/test.sh installs it.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Postfix starts as root only.");
    }

    /// <param name="mailboxes">Takes the mail of <see cref="LocalDomains"/>.</param>
    public static async Task<Postfix> StartAsync(Dovecot mailboxes)
    {
        SkipUnlessInstalled();
        var server = new Postfix { Port = Ports.Free() };
        await server.PrepareAsync(mailboxes.LmtpPort);
        server._process = await ChildProcess.StartAsync(Path.Combine(Daemons, "master"), ["-c", server.Configuration, "-d"]);
        await Wait.UntilAsync("Postfix answers", () => server._process.AnswersAsync(server.Port), () => server.LogText);
        return server;
    }

    /// <summary>From now on mail for the domain goes to this loopback port, a faulty sink for instance.</summary>
    public Task RouteAsync(string domain, int port)
    {
        _routes = _routes.SetItem(domain, port);
        return WriteRoutesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.StopAsync();
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task PrepareAsync(int lmtpPort)
    {
        Folders.LetEveryoneRead(_folder.FullName);
        Directory.CreateDirectory(Configuration);
        await WriteRoutesAsync();
        await File.WriteAllTextAsync(Path.Combine(Configuration, "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {_folder.FullName}/queue
            data_directory = {_folder.FullName}/data
            daemon_directory = {Daemons}
            meta_directory = /etc/postfix
            maillog_file = {Log}
            maillog_file_prefixes = {_folder.FullName}
            inet_interfaces = {Host}
            inet_protocols = ipv4
            myhostname = mail.example.org
            mydestination =
            alias_maps =
            alias_database =
            mynetworks = 127.0.0.0/8
            smtpd_recipient_restrictions = permit_mynetworks, reject
            virtual_mailbox_domains = {string.Join(", ", LocalDomains)}
            virtual_transport = lmtp:inet:{Host}:{lmtpPort.ToString(CultureInfo.InvariantCulture)}
            recipient_delimiter = +
            smtp_dns_support_level = disabled
            smtp_host_lookup = native
            default_transport = retry:no route
            transport_maps = texthash:{Configuration}/transport
            queue_run_delay = 1s
            minimal_backoff_time = 1s
            maximal_backoff_time = 1s
            maximal_queue_lifetime = 4s
            bounce_queue_lifetime = 4s

            """);
        await File.WriteAllTextAsync(Path.Combine(Configuration, "master.cf"), $"""
            {Host}:{Port.ToString(CultureInfo.InvariantCulture)} inet n - n - - smtpd
            pickup unix n - n 60 1 pickup
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 1 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            verify unix - - n - 1 verify
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            lmtp unix - - n - - lmtp
            error unix - - n - - error
            retry unix - - n - - error
            anvil unix - - n - 1 anvil
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd

            """);

        Directory.CreateDirectory(Path.Combine(_folder.FullName, "queue"));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "data"));
        await RunAsync("chown", "postfix", Path.Combine(_folder.FullName, "data"));

        // Makes the queue's own folders with the owners that Postfix wants.
        await RunAsync(Programs.Find(Program)!, "-c", Configuration, "check");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private Task WriteRoutesAsync() => File.WriteAllTextAsync(
        Path.Combine(Configuration, "transport"),
        string.Concat(_routes.Select(route => string.Create(CultureInfo.InvariantCulture, $"{route.Key} smtp:[{Host}]:{route.Value}\n"))));
}
