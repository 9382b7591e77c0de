using System.Security.Cryptography;
using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Mail.Tests.Judges;

/// <summary>Our signature, verified by the program that many mail servers verify with.</summary>
public sealed class OpenDkimTests : IDisposable
{
    private const string Selector = "mail2026";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-dkim-");
    private readonly RSA _key = RSA.Create(2048);

    // A signature from the future is refused.
    private readonly DateTimeOffset _today = DateTimeOffset.UtcNow;

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("receipt")]
    [InlineData("week-02-well")]
    [InlineData(JudgedMails.Longest)]
    public async Task A_signed_letter_verifies(string name)
    {
        SkipWithoutOpenDkim();

        var verdict = await VerifyAsync(Signed(name));

        Assert.True(verdict.Contains("verification (s=mail2026, d=run.example.org, 2048-bit key) succeeded", StringComparison.Ordinal), verdict);
    }

    [Theory]
    [InlineData("List-Unsubscribe:", "List-Unsubscribe: <https://evil.example/>,")]
    [InlineData("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "List-Unsubscribe-Post: no")]
    [InlineData("Subject: ", "Subject: Buy now ")]
    [InlineData("Feedback-ID: ", "Feedback-ID: x")]
    public async Task A_letter_that_was_changed_on_the_way_does_not(string given, string changed)
    {
        SkipWithoutOpenDkim();

        Assert.DoesNotContain("succeeded", await VerifyAsync(Signed("week-02-well").Replace(given, changed, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_headers_for_leaving_are_signed_and_every_other()
    {
        var sent = MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Signed("receipt"))));

        var fields = SignedFields().Match(sent.Headers[HeaderId.DkimSignature]!.ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)).Groups["fields"].Value;

        Assert.Contains("List-Unsubscribe", fields.Split(':'), StringComparer.OrdinalIgnoreCase);
        Assert.Contains("List-Unsubscribe-Post", fields.Split(':'), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(sent.Headers.Where(h => h.Id != HeaderId.DkimSignature).Select(h => h.Field).Except(fields.Split(':'), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_second_attempt_bears_the_same_signature() => Assert.Equal(Signed("confirm"), Signed("confirm"));

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----")]
    public void A_key_that_is_none_is_refused_without_repeating_it(string pem)
    {
        var refusal = Assert.Throws<CryptographicException>(() => DkimSeal.Read("run.example.org", Selector, pem));

        Assert.DoesNotContain("AAAA", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_key_does_not_sign() => Assert.Throws<CryptographicException>(() => DkimSeal.Read("run.example.org", Selector, _key.ExportSubjectPublicKeyInfoPem()));

    [Fact]
    public void A_short_key_is_refused()
    {
        using var shortKey = RSA.Create(512);

        Assert.Contains("512 bits", Assert.Throws<CryptographicException>(() => DkimSeal.Read("run.example.org", Selector, shortKey.ExportRSAPrivateKeyPem())).Message, StringComparison.Ordinal);
    }

    private static void SkipWithoutOpenDkim() => Assert.SkipUnless(Programs.Find("opendkim") is not null, "opendkim is not installed; deploy/test.sh installs it.");

    private static System.Text.RegularExpressions.Regex SignedFields() => new("[;]h=(?<fields>[^;]+);", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private string Signed(string name)
    {
        using var seal = DkimSeal.Read("run.example.org", Selector, _key.ExportRSAPrivateKeyPem());
        var view = JudgedMails.All.Single(m => m.Name == name).View;
        var letter = new LetterComposer(SampleLetters.Templates, SampleLetters.Sender with { Seal = seal }).Compose(view, SampleLetters.Addressing with { Links = view.Links, Date = _today });
        using var bytes = new MemoryStream();
        letter.Message.WriteTo(new() { NewLineFormat = NewLineFormat.Dos }, bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private async Task<string> VerifyAsync(string letter)
    {
        var (mail, zone, settings) = (File("mail.eml"), File("zone"), File("opendkim.conf"));
        await System.IO.File.WriteAllTextAsync(mail, letter);
        await System.IO.File.WriteAllTextAsync(zone, $"{Selector}._domainkey.run.example.org v=DKIM1; k=rsa; p={Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo())}\n");
        await System.IO.File.WriteAllTextAsync(settings, $"Mode v\nTestDNSData {zone}\n");
        await using var verifier = await ChildProcess.StartAsync(Programs.Find("opendkim")!, ["-x", settings, "-vv", "-t", mail]);
        await verifier.Exited.WaitAsync(TimeSpan.FromMinutes(5));
        return verifier.Output;
    }

    private string File(string name) => Path.Combine(_folder.FullName, name);
}
