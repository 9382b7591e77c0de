using DnsClient;
using DnsClient.Protocol;

namespace RunBackCare.Worker.Doctor;

/// <summary>Where answers and bounces would be delivered.</summary>
internal static class MailExchangers
{
    private const string Part = "MX";

    public static async Task<IReadOnlyList<Finding>> CheckAsync(LookupClient dns, IEnumerable<string> domains, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var domain in domains.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            findings.Add(await CheckAsync(dns, domain, cancellation));
        }

        return findings;
    }

    private static async Task<Finding> CheckAsync(LookupClient dns, string domain, CancellationToken cancellation)
    {
        var exchangers = (await dns.QueryAsync(domain, QueryType.MX, cancellationToken: cancellation)).Answers.MxRecords().OrderBy(record => record.Preference).Select(record => record.Exchange.Value).ToList();
        if (exchangers.Count == 0)
        {
            return Finding.Error(Part, $"{domain} has no MX record: answers would not arrive.", $"Publish MX {domain} with the server whose mailbox is read.");
        }

        foreach (var exchanger in exchangers)
        {
            if ((await dns.AddressesAsync(exchanger, cancellation)).Count > 0)
            {
                return Finding.Ok(Part, $"Mail to {domain} goes to {exchanger.TrimEnd('.')}.");
            }
        }

        return Finding.Error(Part, $"Mail to {domain} would go to {exchangers[0].TrimEnd('.')}, which has no address.", $"Give {exchangers[0].TrimEnd('.')} an A or AAAA record, or correct the MX record.");
    }
}
