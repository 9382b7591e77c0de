using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery.Settings;

/// <summary>The server that takes our mail.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "RunBackCare:Smtp";

    /// <summary>Empty where mail goes to a pickup folder instead.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    public SmtpTls Tls { get; set; } = SmtpTls.None;

    /// <summary>PEM file of a private authority that signed the server's certificate; otherwise the system's authorities are asked.</summary>
    public string? AuthorityFile { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The name we greet with; by default MailKit's choice, our address.</summary>
    public string? HelloName { get; set; }

    /// <summary>Connections of one process.</summary>
    public int Lanes { get; set; } = 4;

    public int MessagesPerConnection { get; set; } = 100;

    /// <summary>Of all processes together; 0 for no limit.</summary>
    public double MessagesPerSecond { get; set; }

    /// <summary>Of all processes together, to each recipient domain; 0 for no limit.</summary>
    public double MessagesPerSecondPerDomain { get; set; }

    /// <summary>For one message in all, and for one connection to be made.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>An idle session older than this is not trusted any more; many servers drop them after a few minutes without a word.</summary>
    public int IdleSeconds { get; set; } = 30;

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}

internal enum SmtpTls
{
    None,

    /// <summary>Required, not merely welcome.</summary>
    StartTls,

    /// <summary>From the first byte, mostly on port 465.</summary>
    Tls,
}

internal sealed class SmtpOptionsCheck(IOptions<PickupOptions> pickup) : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        var faults = new SettingFaults(SmtpOptions.Section);
        var folder = pickup.Value.Folder;
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            faults.Refuse(string.IsNullOrWhiteSpace(folder), nameof(options.Host), $"is missing: name the server that takes mail (or a folder, {PickupOptions.Section}:Folder)", "smtp.example.org");
            return faults.Result();
        }

        faults.Refuse(!string.IsNullOrWhiteSpace(folder), nameof(options.Host), $"and {PickupOptions.Section}:Folder are both set: keep one, and leave the other empty", "");
        faults.Refuse(Uri.CheckHostName(options.Host) == UriHostNameType.Unknown, nameof(options.Host), "is no host name: leave out scheme and port", "smtp.example.org");
        faults.Refuse(options.Port is < 1 or > 65535, nameof(options.Port), "must be 1 to 65535", "587");
        faults.Refuse(!Enum.IsDefined(options.Tls), nameof(options.Tls), "must be none, starttls or tls", "starttls");
        faults.Refuse(options.AuthorityFile is { Length: > 0 } file && !File.Exists(file), nameof(options.AuthorityFile), "names a file that is not there", "/etc/ssl/certs/our-ca.pem");
        faults.Refuse(string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.Password), options.User is { Length: > 0 } ? nameof(options.Password) : nameof(options.User), "is missing: set user and password, or neither", "…");
        faults.Refuse(options.Lanes is < 1 or > 64, nameof(options.Lanes), "must be 1 to 64", "4");
        faults.Refuse(options.MessagesPerConnection < 1, nameof(options.MessagesPerConnection), "must be 1 or more", "100");
        faults.Refuse(!IsRate(options.MessagesPerSecond), nameof(options.MessagesPerSecond), "must be 0 (no limit) or 0.01 to 10000", "20");
        faults.Refuse(!IsRate(options.MessagesPerSecondPerDomain), nameof(options.MessagesPerSecondPerDomain), "must be 0 (no limit) or 0.01 to 10000", "5");
        faults.Refuse(options.TimeoutSeconds is < 1 or > 600, nameof(options.TimeoutSeconds), "must be 1 to 600", "60");
        faults.Refuse(options.IdleSeconds is < 1 or > 600, nameof(options.IdleSeconds), "must be 1 to 600", "30");
        return faults.Result();
    }

    private static bool IsRate(double perSecond) => perSecond is 0 or (>= 0.01 and <= 10_000);
}
