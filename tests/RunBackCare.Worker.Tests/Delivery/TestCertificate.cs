using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RunBackCare.Worker.Tests.Delivery;

/// <summary>A private authority of its own, and what it signed for this machine.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-ca-");

    private TestCertificate(X509Certificate2 authority, X509Certificate2 forLocalhost)
    {
        ForLocalhost = forLocalhost;
        File = Path.Combine(_folder.FullName, "ca.pem");
        System.IO.File.WriteAllText(File, authority.ExportCertificatePem());
    }

    public X509Certificate2 ForLocalhost { get; }

    /// <summary>With its key.</summary>
    public string Pem => $"{ForLocalhost.ExportCertificatePem()}\n{ForLocalhost.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n";

    /// <summary>The authority's own certificate.</summary>
    public string File { get; }

    public static TestCertificate Create()
    {
        var now = DateTimeOffset.UtcNow;
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signed = Request(key, "localhost").Create(authority, now.AddHours(-1), now.AddDays(1), [1, 2, 3, 4]);
        return new(authority, signed.CopyWithPrivateKey(key));
    }

    /// <summary>Signed by nobody else, as many a small server has it: it is its own authority.</summary>
    public static TestCertificate SelfSigned(string name = "localhost")
    {
        var now = DateTimeOffset.UtcNow;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = Request(key, name).CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return new(certificate, certificate);
    }

    private static CertificateRequest Request(ECDsa key, string name)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    public void Dispose()
    {
        ForLocalhost.Dispose();
        _folder.Delete(recursive: true);
    }
}
