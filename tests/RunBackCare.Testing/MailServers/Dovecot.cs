using System.Globalization;
using RunBackCare.Testing.Processes;
using Xunit;

namespace RunBackCare.Testing.MailServers;

/// <summary>
/// A private Dovecot on loopback: takes mail by LMTP and serves it by IMAP. Every user exists, all with the same password; what follows
/// a '+' in an address is no part of the user's name.
/// </summary>
public sealed class Dovecot : IAsyncDisposable
{
    public const string Password = "secret";

    private const string Program = "dovecot";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-dovecot-");
    private ChildProcess? _process;
    private string _tls = "ssl = no";

    private Dovecot()
    {
    }

    public static string Host => "127.0.0.1";

    public int ImapPort { get; private set; }

    /// <summary>IMAP within TLS from the first byte, where it has a certificate; the other port then offers STARTTLS, too.</summary>
    public int ImapsPort { get; private set; }

    public int LmtpPort { get; private set; }

    /// <summary>Its mails lie in here, a folder for each user.</summary>
    private string Mailboxes => Path.Combine(_folder.FullName, "mail");

    public static void SkipUnlessInstalled()
    {
        Assert.SkipUnless(Programs.Find(Program) is not null && File.Exists("/usr/lib/dovecot/lmtp"), "Dovecot with IMAP and LMTP is not installed; deploy/test.sh installs it.");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Dovecot delivers as its users, which only root may let it.");
    }

    /// <param name="certificate">In PEM, with its key; null for a server without TLS.</param>
    public static async Task<Dovecot> StartAsync(string? certificate = null)
    {
        SkipUnlessInstalled();
        var server = new Dovecot { ImapPort = Ports.Free(), LmtpPort = Ports.Free(), ImapsPort = certificate is null ? 0 : Ports.Free() };
        if (certificate is not null)
        {
            var file = Path.Combine(server._folder.FullName, "certificate.pem");
            await File.WriteAllTextAsync(file, certificate);
            server._tls = $"ssl = yes\nssl_cert = <{file}\nssl_key = <{file}";
        }

        await server.PrepareAsync();
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Nobody answers any more; mails stay.</summary>
    public async Task StopAsync()
    {
        if (_process is not null)
        {
            await _process.StopAsync();
            await _process.DisposeAsync();
            _process = null;
        }
    }

    /// <summary>On the same ports, with the mails that are there.</summary>
    public async Task StartAgainAsync()
    {
        _process = await ChildProcess.StartAsync(Programs.Find(Program)!, ["-F", "-c", Configuration]);
        await Wait.UntilAsync(
            "Dovecot answers",
            async () => await _process.AnswersAsync(ImapPort) && await _process.AnswersAsync(LmtpPort),
            () => File.Exists(Log) ? File.ReadAllText(Log) : "");
    }

    /// <summary>Loses what it knows about a user's mailbox, so that all mails get other numbers: UIDVALIDITY changes.</summary>
    public async Task RenumberAsync(string user)
    {
        await StopAsync();
        foreach (var file in new DirectoryInfo(Path.Combine(Mailboxes, user)).EnumerateFiles("dovecot*"))
        {
            file.Delete();
        }

        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private string Configuration => Path.Combine(_folder.FullName, "dovecot.conf");

    private string Log => Path.Combine(_folder.FullName, "dovecot.log");

    private async Task PrepareAsync()
    {
        // Its helpers run as users of their own and must be able to enter.
        Folders.LetEveryoneRead(_folder.FullName);
        Directory.CreateDirectory(Mailboxes);
        Folders.LetEveryoneWrite(Mailboxes);
        await File.WriteAllTextAsync(Configuration, string.Create(CultureInfo.InvariantCulture, $$"""
            base_dir = {{_folder.FullName}}/run
            state_dir = {{_folder.FullName}}/state
            log_path = {{Log}}
            protocols = imap lmtp
            listen = {{Host}}
            {{_tls}}
            disable_plaintext_auth = no
            mail_location = maildir:{{Mailboxes}}/%n
            first_valid_uid = 1
            auth_username_format = %Ln
            recipient_delimiter = +
            lda_mailbox_autocreate = yes
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home={{Mailboxes}}/%n allow_all_users=yes
            }
            service imap-login {
              inet_listener imap {
                port = {{ImapPort}}
              }
              inet_listener imaps {
                port = {{ImapsPort}}
                ssl = yes
              }
            }
            service lmtp {
              inet_listener lmtp {
                port = {{LmtpPort}}
              }
            }

            """));
    }
}
