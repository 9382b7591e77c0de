using Microsoft.Extensions.Options;
using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Delivery.Transports;

namespace RunBackCare.Worker.Doctor;

/// <summary>The way out: opened as the worker opens it, with TLS and login, and closed without a mail.</summary>
internal sealed class MailServerCheck(IMailTransport transport, IOptions<SmtpOptions> smtp, IOptions<PickupOptions> pickup)
{
    private const string Server = "SMTP";
    private const string Folder = "pickup folder";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        await using var lane = transport.CreateLane();
        var closed = await lane.OpenAsync(cancellation);
        if (string.IsNullOrEmpty(smtp.Value.Host))
        {
            return [FolderFinding(closed?.Text)];
        }

        var options = smtp.Value;
        List<Finding> findings =
        [
            closed is null
                ? Finding.Ok(Server, $"{options.Host}:{options.Port} takes our connection{(options.User is { Length: > 0 } ? " and login" : "")}.")
                : Finding.Error(Server, $"{options.Host}:{options.Port} cannot be used: {closed.Text.TrimEnd('.')}.", "Start it, or correct RunBackCare:Smtp Host, Port, Tls, User and Password."),
        ];
        if (closed is null && options.Tls == SmtpTls.None && !IsLoopback(options.Host))
        {
            findings.Add(Finding.Warning(Server, "Mails go to it unencrypted.", "Set RunBackCare__Smtp__Tls=starttls (or tls)."));
        }

        return findings;
    }

    private Finding FolderFinding(string? trouble)
    {
        try
        {
            var probe = Path.Combine(pickup.Value.Folder!, $".{Guid.NewGuid():n}.probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            trouble ??= "it cannot be written to";
        }

        return trouble is null
            ? Finding.Warning(Folder, "Mails become files there and reach nobody by themselves.", "To send them, set RunBackCare:Smtp:Host instead of RunBackCare:Pickup:Folder.")
            : Finding.Error(Folder, $"{pickup.Value.Folder}: {trouble}.", "Let this user write there, or correct RunBackCare__Pickup__Folder.");
    }

    private static bool IsLoopback(string host) => host is "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}
