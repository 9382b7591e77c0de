using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>Whose certificates count: the system's authorities, or the one private authority that is configured.</summary>
internal sealed class ServerTrust
{
    private readonly X509Certificate2Collection? _authorities;

    /// <param name="authorityFile">PEM; null or empty for the system's authorities.</param>
    public ServerTrust(string? authorityFile)
    {
        if (authorityFile is { Length: > 0 })
        {
            _authorities = [];
            _authorities.ImportFromPemFile(authorityFile);
        }
    }

    public void ApplyTo(IMailService client)
    {
        if (_authorities is not null)
        {
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) => IsOurs(certificate, chain, errors);
        }
    }

    private bool IsOurs(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities!);

        // A private authority publishes no revocations.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build((X509Certificate2)certificate);
    }
}
