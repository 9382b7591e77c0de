using System.Net;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;
using Microsoft.Extensions.Options;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Doctor;

/// <summary>What the large receivers look up about a sender: SPF, DKIM, DMARC and the reverse name, and where answers and bounces would go.</summary>
internal sealed class DnsCheck(Sender sender, IOptions<MailOptions> mail, IOptions<SmtpOptions> smtp)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Finding>> RunAsync(Told told, CancellationToken cancellation)
    {
        var options = told.NameServer is not { } server ? new LookupClientOptions() : new LookupClientOptions(server);
        (options.Timeout, options.Retries, options.UseCache, options.ThrowDnsErrors) = (Patience, 1, false, false);
        var dns = new LookupClient(options);
        var from = sender.From.Domain;
        try
        {
            var seen = told.SendsFrom ?? await AddressOfServerAsync(dns, cancellation);
            return
            [
                await SpfRecord.CheckAsync(dns, sender.BounceDomain, seen, cancellation),
                Alignment(from),
                await DkimKey.CheckAsync(dns, mail.Value.DkimSelector is { Length: > 0 } ours ? ours : told.DkimSelector, mail.Value.DkimKeyFile, from, cancellation),
                await DmarcRecord.CheckAsync(dns, from, cancellation),
                await ReverseName.CheckAsync(dns, seen, cancellation),
                .. await MailExchangers.CheckAsync(dns, [sender.ReplyDomain, sender.BounceDomain], cancellation),
            ];
        }
        catch (DnsResponseException)
        {
            return [Finding.Error("DNS", "The name server does not answer.", "Mend the machine's resolver, or name another one with --dns ADDRESS.")];
        }
    }

    /// <summary>DMARC passes by SPF only where the envelope's domain and the visible one belong together.</summary>
    private Finding Alignment(string from) => Belongs(sender.BounceDomain, from)
        ? Finding.Ok("SPF", $"Bounces go to {sender.BounceDomain}, which belongs to {from}.")
        : Finding.Warning("SPF", $"Bounces go to {sender.BounceDomain}, which does not belong to {from}: DMARC then rests on DKIM alone.", $"Set RunBackCare__Mail__BounceDomain=bounce.{from}.");

    private static bool Belongs(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || one.EndsWith($".{other}", StringComparison.OrdinalIgnoreCase)
        || other.EndsWith($".{one}", StringComparison.OrdinalIgnoreCase);

    private async Task<IPAddress?> AddressOfServerAsync(LookupClient dns, CancellationToken cancellation)
    {
        if (smtp.Value.Host is not { Length: > 0 } host)
        {
            return null;
        }

        var address = IPAddress.TryParse(host, out var literal) ? literal : (await dns.QueryAsync(host, QueryType.A, cancellationToken: cancellation)).Answers.ARecords().FirstOrDefault()?.Address;

        // A relay of our own in the next room: the world sees another address.
        return address is null || IPAddress.IsLoopback(address) || IsPrivate(address) ? null : address;
    }

    private static bool IsPrivate(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal
        : address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];
}

internal static class Records
{
    /// <summary>Each record's strings put together, as mail software reads them.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(this LookupClient dns, string name, CancellationToken cancellation) =>
        [.. (await dns.QueryAsync(name, QueryType.TXT, cancellationToken: cancellation)).Answers.TxtRecords().Select(record => string.Concat(record.Text))];

    /// <summary>IPv4 and IPv6.</summary>
    public static async Task<IReadOnlyList<IPAddress>> AddressesAsync(this LookupClient dns, string name, CancellationToken cancellation)
    {
        var v4 = await dns.QueryAsync(name, QueryType.A, cancellationToken: cancellation);
        var v6 = await dns.QueryAsync(name, QueryType.AAAA, cancellationToken: cancellation);
        return [.. v4.Answers.ARecords().Select(a => a.Address), .. v6.Answers.AaaaRecords().Select(a => a.Address)];
    }
}
