using System.Security.Cryptography;
using DnsClient;

namespace RunBackCare.Worker.Doctor;

/// <summary>RFC 6376: the public half of the key that signs our mails, under the selector that the signature names.</summary>
internal static class DkimKey
{
    private const string Part = "DKIM";
    private const int LeastBits = 1024;
    private const int GoodBits = 2048;

    public static async Task<Finding> CheckAsync(LookupClient dns, string? selector, string? keyFile, string domain, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(selector))
        {
            return Finding.Warning(Part, "We sign nothing, and under which selector your mail server signs cannot be seen from here.", "Run doctor with --dkim-selector NAME, or sign here: RunBackCare:Mail:DkimSelector and DkimKeyFile.");
        }

        var name = $"{selector}._domainkey.{domain}";
        var publish = $"Publish TXT {name} \"v=DKIM1; k=rsa; p=…\" with the public key of your signing server.";
        return await dns.TextsAsync(name, cancellation) switch
        {
            [] => Finding.Error(Part, $"There is no key at {name}.", publish),
            [_, _, ..] => Finding.Error(Part, $"There are several records at {name}; receivers take any or none.", "Keep one."),
            [var record] => Judge(name, record, keyFile is { Length: > 0 } ? OursOf(keyFile) : null, publish),
        };
    }

    private static Finding Judge(string name, string record, byte[]? ours, string publish)
    {
        var tags = Tags.Of(record);
        if (!tags.TryGetValue("p", out var key) || key.Length == 0)
        {
            return Finding.Error(Part, $"The key at {name} is empty: it was revoked.", publish);
        }

        return tags.GetValueOrDefault("k", "rsa") == "ed25519" ? Finding.Ok(Part, $"{name} holds an Ed25519 key.") : Bits(key) switch
        {
            null => Finding.Error(Part, $"The key at {name} cannot be read: it is damaged or cut short.", publish),
            < LeastBits and var bits => Finding.Error(Part, $"The key at {name} has {bits} bits; receivers ignore it.", $"Make a new one of {GoodBits} bits."),
            _ when ours is not null && !Decoded(key).AsSpan().SequenceEqual(ours) => Finding.Error(Part, $"The key at {name} is not the one we sign with.", publish),
            < GoodBits and var bits => Finding.Warning(Part, $"The key at {name} has {bits} bits.", $"Make a new one of {GoodBits} bits."),
            var bits => Finding.Ok(Part, $"{name} holds an RSA key of {bits} bits."),
        };
    }

    private static byte[] Decoded(string key) => Convert.FromBase64String(key.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The file was read at start: what is wrong with it has been said.</summary>
    private static byte[] OursOf(string keyFile)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(keyFile));
        return rsa.ExportSubjectPublicKeyInfo();
    }

    private static int? Bits(string key)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportSubjectPublicKeyInfo(Decoded(key), out _);
            return rsa.KeySize;
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

/// <summary><c>a=1; b=2</c>, as DKIM and DMARC write.</summary>
internal static class Tags
{
    public static IReadOnlyDictionary<string, string> Of(string record) => record.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(tag => tag.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(tag => tag.Length == 2)
        .GroupBy(tag => tag[0].ToLowerInvariant(), StringComparer.Ordinal)
        .ToDictionary(tag => tag.Key, tag => tag.First()[1], StringComparer.Ordinal);
}
