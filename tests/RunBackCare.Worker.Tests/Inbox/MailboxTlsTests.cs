using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Tests.Delivery;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>TLS to a real Dovecot, whose certificate no authority of the system's signed.</summary>
public sealed class MailboxTlsTests
{
    private static readonly LocalDateTime Tuesday = RealServersRoom.Monday.PlusDays(1).At(new(9, 0));

    [Theory]
    [InlineData("starttls", true)]
    [InlineData("starttls", false)]
    [InlineData("tls", true)]
    [InlineData("tls", false)]
    public async Task A_certificate_of_the_authority_that_is_named_is_trusted(string tls, bool selfSigned)
    {
        using var certificate = selfSigned ? TestCertificate.SelfSigned() : TestCertificate.Create();
        await using var world = await OpenAsync(certificate, tls, certificate.File);
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await MailPrograms.PutAsync(world.Dovecot, "reply", await world.Room.AnswerOfAsync(ann, "Mon 3"));

        await world.ReadAsync(1);

        Assert.Equal(3, await world.Room.ReadAsync(db => db.PainReports.Select(r => r.Score).SingleAsync()));
    }

    [Theory]
    [InlineData("starttls")]
    [InlineData("tls")]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_with_the_key_that_helps(string tls)
    {
        using var certificate = TestCertificate.SelfSigned();
        using var another = TestCertificate.SelfSigned();

        foreach (var authority in new[] { "", another.File })
        {
            await using var world = await OpenAsync(certificate, tls, authority);

            var refused = await Assert.ThrowsAsync<MailSourceException>(world.Room.ReadAndSendAsync);

            Assert.Contains("name the PEM file of the authority that signed it in RunBackCare:Inbox:AuthorityFile", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_trusted_certificate_for_another_name_is_refused()
    {
        using var certificate = TestCertificate.SelfSigned("imap.elsewhere.example");
        await using var world = await OpenAsync(certificate, "tls", certificate.File);

        var refused = await Assert.ThrowsAsync<MailSourceException>(world.Room.ReadAndSendAsync);

        Assert.Contains(":Host has to be a name in it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_starttls_never_hears_the_password()
    {
        await using var world = await RealServersRoom.OpenAsync("reply", ("RunBackCare:Inbox:Tls", "starttls"));

        var refused = await Assert.ThrowsAsync<MailSourceException>(world.Room.ReadAndSendAsync);

        Assert.Contains("offers no STARTTLS: set RunBackCare:Inbox:Tls to tls", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<RealServersRoom> OpenAsync(TestCertificate certificate, string tls, string authority)
    {
        var dovecot = await Dovecot.StartAsync(certificate.Pem);
        return await RealServersRoom.OpenAsync(
            dovecot,
            "reply",
            ("RunBackCare:Inbox:Tls", tls),
            ("RunBackCare:Inbox:Port", (tls == "tls" ? dovecot.ImapsPort : dovecot.ImapPort).ToString(CultureInfo.InvariantCulture)),
            ("RunBackCare:Inbox:AuthorityFile", authority));
    }
}
