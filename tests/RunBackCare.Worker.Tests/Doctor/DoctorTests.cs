using System.Net;
using System.Security.Cryptography;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Names;
using RunBackCare.Testing.Processes;
using RunBackCare.Worker.Doctor;

namespace RunBackCare.Worker.Tests.Doctor;

/// <summary>A sound installation, and one fault after the other planted into it: real database, real mail server, real name server.</summary>
public sealed class DoctorTests(DoctorTests.Installation installation) : IClassFixture<DoctorTests.Installation>, IAsyncDisposable
{
    private const string OurServer = "192.0.2.10";
    private const string Selector = "mail2026";

    private static readonly Lazy<string> PublicKey = new(() =>
    {
        using var rsa = RSA.Create(2048);
        return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
    });

    private readonly TestDns _names = new TestDns()
        .Text("bounce.example.org", "v=spf1 mx include:_spf.example.org -all")
        .Text("_spf.example.org", "v=spf1 ip4:192.0.2.0/24 -all")
        .Exchanger("bounce.example.org", "mx.example.org")
        .Exchanger("reply.example.org", "mx.example.org")
        .Host("mx.example.org", "192.0.2.20")
        .Text($"{Selector}._domainkey.example.org", $"v=DKIM1; k=rsa; p={PublicKey.Value}")
        .Text("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:dmarc@example.org")
        .Reverse(OurServer, "out.example.org")
        .Host("out.example.org", OurServer);

    public ValueTask DisposeAsync() => _names.DisposeAsync();

    [Fact]
    public async Task A_sound_installation_gets_no_advice() =>
        Assert.All(await ExamineAsync(), finding => Assert.Equal((finding.Part, finding.What, Verdict.Ok), (finding.Part, finding.What, finding.Verdict)));

    [Fact]
    public async Task A_database_that_is_away_is_found() => Assert.Contains(
        "ConnectionStrings__RunBackCare", (await ErrorAsync("database", database: "Host=127.0.0.1;Port=1;Database=nothing;Username=nobody")).Remedy, StringComparison.Ordinal);

    [Fact]
    public async Task Tables_that_were_never_made_are_found()
    {
        await using var empty = await TestPostgres.CreateDatabaseAsync();

        Assert.Equal("runbackcare migrate", (await ErrorAsync("schema", database: empty.ConnectionString)).Remedy);
    }

    [Fact]
    public async Task A_mail_server_that_is_down_is_found() =>
        Assert.Contains("cannot be used", (await ErrorAsync("SMTP", settings: [("RunBackCare:Smtp:Port", $"{Ports.Free()}")])).What, StringComparison.Ordinal);

    [Fact]
    public async Task A_mail_server_that_cannot_encrypt_as_configured_is_found() =>
        Assert.Contains("Tls", (await ErrorAsync("SMTP", settings: [("RunBackCare:Smtp:Tls", "StartTls")])).Remedy, StringComparison.Ordinal);

    [Fact]
    public async Task A_mailbox_of_answers_that_refuses_our_password_is_found()
    {
        await using var dovecot = await Dovecot.StartAsync();
        (string, string)[] mailbox =
        [
            ("RunBackCare:Inbox:Folder", ""), ("RunBackCare:Inbox:Host", Dovecot.Host), ("RunBackCare:Inbox:Port", $"{dovecot.ImapPort}"),
            ("RunBackCare:Inbox:Tls", "None"), ("RunBackCare:Inbox:User", "reply"),
        ];

        Assert.Contains(await ExamineAsync(settings: [.. mailbox, ("RunBackCare:Inbox:Password", Dovecot.Password)]), finding => finding is { Part: "inbox", Verdict: Verdict.Ok });
        Assert.Contains("Password", (await ErrorAsync("inbox", settings: [.. mailbox, ("RunBackCare:Inbox:Password", "guess")])).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_without_SPF_is_found()
    {
        _names.Forget("bounce.example.org").Exchanger("bounce.example.org", "mx.example.org");

        Assert.Contains("has no SPF record", (await ErrorAsync("SPF")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_SPF_record_is_found()
    {
        _names.Text("bounce.example.org", "v=spf1 -all");

        Assert.Contains("more than one", (await ErrorAsync("SPF")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SPF_record_that_leaves_our_server_out_is_found()
    {
        _names.Forget("_spf.example.org").Text("_spf.example.org", "v=spf1 ip4:198.51.100.0/24 -all");

        Assert.Contains($"ip4:{OurServer}", (await ErrorAsync("SPF")).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_SPF_record_that_lets_everybody_send_is_found()
    {
        _names.Forget("bounce.example.org").Text("bounce.example.org", "v=spf1 +all").Exchanger("bounce.example.org", "mx.example.org");

        Assert.Contains("whole world", (await ErrorAsync("SPF")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_DKIM_key_is_found()
    {
        _names.Forget($"{Selector}._domainkey.example.org");

        Assert.Contains($"Publish TXT {Selector}._domainkey.example.org", (await ErrorAsync("DKIM")).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_DKIM_key_cut_short_is_found()
    {
        _names.Forget($"{Selector}._domainkey.example.org").Text($"{Selector}._domainkey.example.org", $"v=DKIM1; p={PublicKey.Value[..100]}");

        Assert.Contains("cut short", (await ErrorAsync("DKIM")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_DMARC_record_is_found()
    {
        _names.Forget("_dmarc.example.org");

        Assert.Contains("_dmarc.example.org", (await ErrorAsync("DMARC")).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_a_name_is_found()
    {
        _names.Forget("10.2.0.192.in-addr.arpa");

        Assert.Contains("has no name", (await ErrorAsync("PTR")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_lead_back_is_found()
    {
        _names.Forget("out.example.org").Host("out.example.org", "192.0.2.99");

        Assert.Contains("does not lead back", (await ErrorAsync("PTR")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_domain_that_takes_no_mail_is_found()
    {
        _names.Forget("reply.example.org");

        Assert.Contains("answers would not arrive", (await ErrorAsync("MX")).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_server_that_is_silent_is_found()
    {
        var findings = await ExamineAsync(installation.Sound, new(IPAddress.Loopback, Ports.Free()));

        Assert.Equal(Verdict.Error, Assert.Single(findings, finding => finding.Part == "DNS").Verdict);
    }

    [Fact]
    public async Task What_is_only_unwise_is_a_warning()
    {
        var findings = await ExamineAsync(settings: [("RunBackCare:Alerts:To", ""), ("RunBackCare:Site:PublicUrl", "http://plans.example.org"), ("RunBackCare:Mail:BounceDomain", "bounce.example.net")]);

        Assert.All(["configuration", "SPF"], part => Assert.Contains(findings, finding => finding.Part == part && finding.Verdict == Verdict.Warning && finding.Remedy is not null));
    }

    [Fact]
    public async Task A_key_that_is_not_the_one_we_sign_with_is_found()
    {
        var file = Path.GetTempFileName();
        using var another = RSA.Create(2048);
        await File.WriteAllTextAsync(file, another.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);

        Assert.Contains("not the one we sign with", (await ErrorAsync("DKIM", settings: [("RunBackCare:Mail:DkimSelector", Selector), ("RunBackCare:Mail:DkimKeyFile", file)])).What, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task What_cannot_be_seen_from_here_is_asked_for() =>
        Assert.Contains(await ExamineAsync(installation.Sound, _names.Address, selector: null), finding => finding is { Part: "DKIM", Verdict: Verdict.Warning } && finding.Remedy!.Contains("--dkim-selector", StringComparison.Ordinal));

    private async Task<Finding> ErrorAsync(string part, string? database = null, (string, string)[]? settings = null)
    {
        var errors = (await ExamineAsync(database, settings)).Where(finding => finding.Verdict != Verdict.Ok).ToList();
        var found = Assert.Single(errors, finding => finding.Part == part);
        Assert.Equal(Verdict.Error, found.Verdict);
        Assert.NotNull(found.Remedy);

        // Nothing else is blamed for it.
        Assert.Single(errors);
        return found;
    }

    private async Task<IReadOnlyList<Finding>> ExamineAsync(string? database = null, (string, string)[]? settings = null)
    {
        if (database is null && settings is null)
        {
            return await ExamineAsync(installation.Sound, _names.Address);
        }

        await using var other = installation.Build(database, settings ?? []);
        return await ExamineAsync(other, _names.Address);
    }

    private static Task<IReadOnlyList<Finding>> ExamineAsync(TestWorker worker, IPEndPoint names, string? selector = Selector) =>
        worker.Get<Examination>().RunAsync(new(names, IPAddress.Parse(OurServer), selector), TestContext.Current.CancellationToken);

    public sealed class Installation : IAsyncLifetime
    {
        private readonly DirectoryInfo _answers = Directory.CreateTempSubdirectory("runbackcare-inbox-");
        private TestDatabase _database = null!;
        private SmtpSink _sink = null!;

        public TestWorker Sound { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _database = await TestPostgres.CreateMigratedDatabaseAsync();
            _sink = await SmtpSink.StartAsync();
            Sound = Build(null, []);
        }

        public async ValueTask DisposeAsync()
        {
            await Sound.DisposeAsync();
            await _sink.DisposeAsync();
            await _database.DisposeAsync();
            _answers.Delete(recursive: true);
        }

        public TestWorker Build(string? database, (string, string)[] settings) => TestWorker.Build(
            database ?? _database.ConnectionString,
            [
                .. TestAccounts.Settings,
                ("RunBackCare:Pickup:Folder", ""),
                ("RunBackCare:Smtp:Host", "127.0.0.1"),
                ("RunBackCare:Smtp:Port", $"{_sink.Port}"),
                ("RunBackCare:Mail:BounceDomain", "bounce.example.org"),
                ("RunBackCare:Inbox:Folder", _answers.FullName),
                ("RunBackCare:Alerts:To", "operator@example.org"),
                .. settings,
            ],
            builder => builder.Services.AddDoctor());
    }
}
