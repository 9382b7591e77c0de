using System.Globalization;
using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace RunBackCare.Worker.Doctor;

/// <summary>RFC 7208: which machines may send in the name of the envelope's domain.</summary>
internal static class SpfRecord
{
    private const string Part = "SPF";
    private const string Version = "v=spf1";

    /// <summary>RFC 7208, 4.6.4: receivers give up beyond it.</summary>
    private const int MostLookups = 10;

    private const char Softly = '~';

    public static async Task<Finding> CheckAsync(LookupClient dns, string domain, IPAddress? sender, CancellationToken cancellation)
    {
        switch (await OfAsync(dns, domain, cancellation))
        {
            case []:
                return Finding.Error(Part, $"{domain} has no SPF record.", $"Publish TXT {domain} \"{Version} ip4:ADDRESS-OF-YOUR-SERVER -all\", or what your mail provider asks for.");
            case [_, _, ..]:
                return Finding.Error(Part, $"{domain} has more than one SPF record, which counts as none.", "Put them together into one.");
            case [var record] when record.Contains("+all", StringComparison.OrdinalIgnoreCase) || record.EndsWith(" all", StringComparison.OrdinalIgnoreCase):
                return Finding.Error(Part, $"The SPF record of {domain} lets the whole world send in its name.", "End it with -all.");
            default:
                return sender is null
                    ? Finding.Warning(Part, $"{domain} has an SPF record; whether it names your server cannot be seen from here.", "Run doctor with --sends-from ADDRESS, the one under which receivers see your mail.")
                    : await JudgeAsync(dns, domain, sender, cancellation);
        }
    }

    private static async Task<Finding> JudgeAsync(LookupClient dns, string domain, IPAddress sender, CancellationToken cancellation)
    {
        var budget = new Budget();
        var passes = await EvaluateAsync(dns, domain, sender, budget, cancellation) == '+';
        return budget.Spent > MostLookups
            ? Finding.Error(Part, $"The SPF record of {domain} needs more than {MostLookups} lookups, and receivers give up.", "Replace includes by ip4: and ip6: entries.")
            : passes
                ? Finding.Ok(Part, $"{domain} lets {sender} send.")
                : Finding.Error(Part, $"The SPF record of {domain} does not name {sender}.", $"Add {(sender.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "ip6" : "ip4")}:{sender} to it.");
    }

    private static async Task<IReadOnlyList<string>> OfAsync(LookupClient dns, string domain, CancellationToken cancellation) =>
        [.. (await dns.TextsAsync(domain, cancellation)).Where(text => text.Equals(Version, StringComparison.OrdinalIgnoreCase) || text.StartsWith(Version + " ", StringComparison.OrdinalIgnoreCase))];

    /// <returns>The qualifier of the first mechanism that matches; <c>?</c> where none does.</returns>
    private static async Task<char> EvaluateAsync(LookupClient dns, string domain, IPAddress sender, Budget budget, CancellationToken cancellation)
    {
        if (await OfAsync(dns, domain, cancellation) is not [var record])
        {
            return '?';
        }

        var terms = record.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        foreach (var term in terms.Where(t => !t.Contains('=', StringComparison.Ordinal)))
        {
            var (qualifier, mechanism) = term[0] is '+' or '-' or '?' or Softly ? (term[0], term[1..]) : ('+', term);
            if (await MatchesAsync(dns, domain, mechanism, sender, budget, cancellation))
            {
                return qualifier;
            }
        }

        return terms.FirstOrDefault(t => t.StartsWith("redirect=", StringComparison.OrdinalIgnoreCase)) is { } redirect && budget.Spend()
            ? await EvaluateAsync(dns, redirect["redirect=".Length..], sender, budget, cancellation)
            : '?';
    }

    private static async Task<bool> MatchesAsync(LookupClient dns, string domain, string mechanism, IPAddress sender, Budget budget, CancellationToken cancellation)
    {
        var name = mechanism.Split(':', '/')[0].ToLowerInvariant();
        var of = mechanism.Split(':', 2) is [_, var argument] ? argument : domain;
        switch (name)
        {
            case "all":
                return true;
            case "ip4" or "ip6":
                return Contains(of, sender);
            case "include" when budget.Spend():
                return await EvaluateAsync(dns, of, sender, budget, cancellation) == '+';
            case "a" when budget.Spend():
                return (await dns.AddressesAsync(of.Split('/')[0], cancellation)).Contains(sender);
            case "mx" when budget.Spend():
                foreach (var exchange in (await dns.QueryAsync(of.Split('/')[0], QueryType.MX, cancellationToken: cancellation)).Answers.MxRecords())
                {
                    if ((await dns.AddressesAsync(exchange.Exchange.Value, cancellation)).Contains(sender))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static bool Contains(string network, IPAddress sender) =>
        IPNetwork.TryParse(network, out var range) ? range.Contains(sender) : IPAddress.TryParse(network, out var one) && one.Equals(sender);

    private sealed class Budget
    {
        public int Spent { get; private set; }

        public bool Spend() => ++Spent <= MostLookups;
    }
}
