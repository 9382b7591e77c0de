using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace RunBackCare.Worker.Doctor;

/// <summary>The address that sends has a name, and the name leads back to the address.</summary>
internal static class ReverseName
{
    private const string Part = "PTR";

    public static async Task<Finding> CheckAsync(LookupClient dns, IPAddress? sender, CancellationToken cancellation)
    {
        if (sender is null)
        {
            return Finding.Warning(Part, "Under which address receivers see your mail cannot be seen from here.", "Run doctor with --sends-from ADDRESS.");
        }

        var names = (await dns.QueryReverseAsync(sender, cancellation)).Answers.PtrRecords().Select(record => record.PtrDomainName.Value).ToList();
        if (names.Count == 0)
        {
            return Finding.Error(Part, $"{sender} has no name, and large receivers refuse its mail.", "Ask whoever gave you the address to set its reverse name to that of your mail server.");
        }

        foreach (var name in names)
        {
            if ((await dns.AddressesAsync(name, cancellation)).Contains(sender))
            {
                return Finding.Ok(Part, $"{sender} is {name.TrimEnd('.')}, and back.");
            }
        }

        return Finding.Error(Part, $"{sender} is named {names[0].TrimEnd('.')}, but that name does not lead back to it.", $"Give {names[0].TrimEnd('.')} the address {sender}, or change the reverse name.");
    }
}
