using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Inbox;

/// <summary>Where answers arrive: a mailbox read by IMAP, or a folder. With neither nothing is read.</summary>
internal sealed class InboxOptions
{
    public const string Section = "RunBackCare:Inbox";

    private const int Kilobyte = 1024;

    /// <summary>The IMAP server; empty where messages lie in a folder, or nowhere.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 993;

    public InboxTls Tls { get; set; } = InboxTls.Tls;

    /// <summary>PEM file of a private authority that signed the server's certificate; otherwise the system's authorities are asked.</summary>
    public string? AuthorityFile { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    public string Mailbox { get; set; } = "INBOX";

    /// <summary>The mailbox into which read messages are moved; empty: they stay and are marked as seen.</summary>
    public string? MoveTo { get; set; }

    /// <summary>Also lets the server tell of new messages (IMAP IDLE), instead of waiting for the next look.</summary>
    public bool Idle { get; set; }

    /// <summary>Instead of IMAP: each file in it is a message.</summary>
    public string? Folder { get; set; }

    /// <summary>So much of a message is read; photographs lie behind the words.</summary>
    public int LargestKilobytes { get; set; } = 1024;

    /// <summary>So many replies of one person are answered within 24 hours.</summary>
    public int AnswersPerDay { get; set; } = 20;

    /// <summary>For one step of the server's.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    internal int LargestBytes => LargestKilobytes * Kilobyte;

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}

internal enum InboxTls
{
    None,

    /// <summary>Required, not merely welcome.</summary>
    StartTls,

    /// <summary>From the first byte, mostly on port 993.</summary>
    Tls,
}

internal sealed class InboxOptionsCheck : IValidateOptions<InboxOptions>
{
    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        var faults = new SettingFaults(InboxOptions.Section);
        faults.Refuse(options.LargestKilobytes is < 16 or > 30 * 1024, nameof(options.LargestKilobytes), "must be 16 to 30720", "1024");
        faults.Refuse(options.AnswersPerDay is < 1 or > 1000, nameof(options.AnswersPerDay), "must be 1 to 1000", "20");
        faults.Refuse(options.TimeoutSeconds is < 1 or > 600, nameof(options.TimeoutSeconds), "must be 1 to 600", "60");
        faults.Refuse(File.Exists(options.Folder), nameof(options.Folder), "is a file: name a folder", "/var/lib/runbackcare/inbox");
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            faults.Refuse(options.User is { Length: > 0 }, nameof(options.Host), "is missing: name the IMAP server of that user", "imap.example.org");
            return faults.Result();
        }

        faults.Refuse(!string.IsNullOrWhiteSpace(options.Folder), nameof(options.Host), $"and {InboxOptions.Section}:Folder are both set: keep one, and leave the other empty", "");
        faults.Refuse(Uri.CheckHostName(options.Host) == UriHostNameType.Unknown, nameof(options.Host), "is no host name: leave out scheme and port", "imap.example.org");
        faults.Refuse(options.Port is < 1 or > 65535, nameof(options.Port), "must be 1 to 65535", "993");
        faults.Refuse(!Enum.IsDefined(options.Tls), nameof(options.Tls), "must be none, starttls or tls", "tls");
        faults.Refuse(options.AuthorityFile is { Length: > 0 } file && !File.Exists(file), nameof(options.AuthorityFile), "names a file that is not there", "/etc/ssl/certs/our-ca.pem");
        faults.Refuse(string.IsNullOrEmpty(options.User), nameof(options.User), "is missing: who reads the mailbox", "reply");
        faults.Refuse(string.IsNullOrEmpty(options.Password), nameof(options.Password), "is missing", "…");
        faults.Refuse(string.IsNullOrWhiteSpace(options.Mailbox), nameof(options.Mailbox), "is missing", "INBOX");
        faults.Refuse(options.MoveTo is { Length: > 0 } && string.Equals(options.MoveTo, options.Mailbox, StringComparison.OrdinalIgnoreCase), nameof(options.MoveTo), "is the mailbox that is read: name another, or leave it empty", "Read");
        return faults.Result();
    }
}
