using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using RunBackCare.Worker.Delivery.Settings;

namespace RunBackCare.Worker.Delivery.Transports;

/// <summary>Whose certificates count: the system's authorities, or the one private authority that is configured.</summary>
internal sealed class SmtpTrust
{
    private readonly X509Certificate2Collection? _authorities;

    public SmtpTrust(SmtpOptions options)
    {
        if (options.AuthorityFile is { Length: > 0 } file)
        {
            _authorities = [];
            _authorities.ImportFromPemFile(file);
        }
    }

    public void ApplyTo(SmtpClient client)
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
