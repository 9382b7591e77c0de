using DnsClient;

namespace RunBackCare.Worker.Doctor;

/// <summary>RFC 7489: what receivers are to do with mail in our name that is not ours. The large ones ask for one, and any policy will do.</summary>
internal static class DmarcRecord
{
    private const string Part = "DMARC";

    public static async Task<Finding> CheckAsync(LookupClient dns, string domain, CancellationToken cancellation)
    {
        // The record may stand at the organisation's domain, above ours.
        for (var at = domain; at.Contains('.', StringComparison.Ordinal); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var records = (await dns.TextsAsync($"_dmarc.{at}", cancellation)).Where(text => text.StartsWith("v=DMARC1", StringComparison.OrdinalIgnoreCase)).ToList();
            if (records.Count > 0)
            {
                return Judge(at, records);
            }
        }

        return Finding.Error(Part, $"{domain} has no DMARC record; large receivers refuse such mail.", $"Publish TXT _dmarc.{domain} \"v=DMARC1; p=none; rua=mailto:you@{domain}\".");
    }

    private static Finding Judge(string at, List<string> records) => records switch
    {
        [_, _, ..] => Finding.Error(Part, $"_dmarc.{at} has more than one record, which counts as none.", "Keep one."),
        [var record] when Tags.Of(record).GetValueOrDefault("p") is "none" or "quarantine" or "reject" => Finding.Ok(Part, $"_dmarc.{at} says p={Tags.Of(record)["p"]}."),
        _ => Finding.Error(Part, $"The DMARC record at _dmarc.{at} names no policy.", "Add p=none, p=quarantine or p=reject."),
    };
}
