using System.Collections.Immutable;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Tests.Delivery;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Faults;

/// <summary>Everything a mail server does wrong, in one night.</summary>
public sealed class BadServerTests(ITestOutputHelper output)
{
    private const int MostRuns = 1_000;

    private static readonly SmtpFault Unknown = new SmtpFault.Says(SmtpMoment.Recipient, "550 5.1.1 no such user");

    /// <summary>What meets a person's mail, try after try; after them all is well, but for those whom the server does not know.</summary>
    private static readonly ImmutableArray<ImmutableArray<SmtpFault>> Fates =
    [
        [],
        [new SmtpFault.Says(SmtpMoment.Recipient, "450 4.2.0 greylisted"), new SmtpFault.Says(SmtpMoment.Recipient, "450 4.2.0 greylisted")],
        [new SmtpFault.HangsUp(SmtpMoment.AfterDot, KeepsMail: true)],
        [new SmtpFault.Says(SmtpMoment.AfterDot, "451 4.3.0 try again")],
        [],
        [new SmtpFault.HangsUp(SmtpMoment.AfterDot)],
        [new SmtpFault.SaysAndHangsUp(SmtpMoment.Data, "421 4.3.2 closing")],
        [Unknown],
        [new SmtpFault.Resets(SmtpMoment.Recipient), new SmtpFault.Resets(SmtpMoment.AfterDot, KeepsMail: true)],
        [new SmtpFault.HangsUp(SmtpMoment.InsideBody)],
        [],
        [new SmtpFault.Resets(SmtpMoment.Data), new SmtpFault.Says(SmtpMoment.Data, "452 4.3.1 disk full")],
        [new SmtpFault.FallsSilent(SmtpMoment.Recipient)],
        [new SmtpFault.Resets(SmtpMoment.AfterDot), new SmtpFault.HangsUp(SmtpMoment.AfterDot, KeepsMail: true)],
        [new SmtpFault.FallsSilent(SmtpMoment.AfterDot)],
        [new SmtpFault.Says(SmtpMoment.AfterDot, "550 5.7.26 This mail is unauthenticated")],
    ];

    private static readonly int People = Fates.Length * Scale.Of(usual: 4, full: 60);

    [Fact]
    public async Task Each_mail_arrives_once_and_again_only_where_nobody_could_know()
    {
        await using var server = new ScriptedSmtpServer { MailsAConnection = 7 };
        await using var office = await PostOffice.ForServerAsync(server.Port, ("Smtp:TimeoutSeconds", 2), ("Delivery:ClaimSize", 5));
        var rows = (await office.QueueAsync(People)).Select((row, i) => (row.Id, row.MessageId, Address: $"runner{i + 1}@example.org", Fate: Fates[i % Fates.Length])).ToList();
        rows.ForEach(row => server.Script(row.Address, [.. row.Fate]));

        var timesUncertain = new Dictionary<Guid, int>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        var runs = 0;
        do
        {
            Assert.True(++runs < MostRuns, "The mails never all went out.");
            await SendAsync(office);
            foreach (var row in (await office.RowsAsync()).Where(row => row.LastError is not null))
            {
                told.Add(row.LastError!);
                timesUncertain[row.Id] = timesUncertain.GetValueOrDefault(row.Id) + (row.State == DeliveryState.Uncertain ? 1 : 0);
            }

            await office.LaterAsync();
        }
        while ((await office.RowsAsync()).Any(row => row.State is DeliveryState.Queued or DeliveryState.Deferred or DeliveryState.Uncertain));

        var arrived = server.Mails.ToLookup(mail => mail.Recipients.Single(), StringComparer.Ordinal);
        output.WriteLine($"{People} mails, {runs} runs, {server.Connections} connections, {arrived.Sum(copies => copies.Count() - 1)} second copies.");
        Assert.All(rows, row =>
        {
            var copies = arrived[row.Address].ToList();
            Assert.Equal(row.Fate.Contains(Unknown), copies.Count == 0);
            Assert.All(copies, copy => Assert.Equal(row.MessageId, copy.Message().MessageId));
            Assert.True(copies.Count - 1 <= timesUncertain.GetValueOrDefault(row.Id), $"{row.Address} got {copies.Count} and was {timesUncertain.GetValueOrDefault(row.Id)} times uncertain.");
        });

        // The test itself: the server did keep mails whose sender could not know.
        Assert.All(rows.Where(row => row.Fate.Any(Keeps)), row => Assert.True(arrived[row.Address].Count() > 1));

        // What the admin sees: each state, and the server's own words.
        var counts = await DeliveryCounts.ReadAsync(office.Database, TestContext.Current.CancellationToken);
        Assert.Equal((People - (People / Fates.Length), (long)(People / Fates.Length)), (counts.SentThisWeek, counts.Refused));
        Assert.All(
            ["450 4.2.0 greylisted", "451 4.3.0 try again", "452 4.3.1 disk full", "550 5.1.1 no such user", "our own fault, not the recipient's: 550 5.7.26 This mail is unauthenticated"],
            words => Assert.Contains(words, told));
    }

    [Fact]
    public async Task A_server_that_shows_a_strange_certificate_gets_no_mail_until_it_shows_its_own_again()
    {
        using var authority = TestCertificate.Create();
        using var stranger = TestCertificate.Create();
        await using var server = new ScriptedSmtpServer { Certificate = authority.ForLocalhost };
        await using var office = await PostOffice.OpenAsync(
            ("Smtp:Host", "localhost"), ("Smtp:Port", server.Port), ("Smtp:Tls", "starttls"), ("Smtp:AuthorityFile", authority.File), ("Smtp:MessagesPerConnection", 1));
        await office.QueueAsync(5);
        await office.SendAsync();

        server.Certificate = stranger.ForLocalhost;
        await office.QueueAsync([.. Enumerable.Range(6, 5).Select(n => $"runner{n}@example.org")]);
        var failure = await Assert.ThrowsAsync<MailServerException>(office.SendAsync);
        Assert.Contains("shows no certificate we trust", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, server.Mails.Length);

        server.Certificate = authority.ForLocalhost;
        await office.LaterAsync();
        await office.SendAsync();
        Assert.Equal((await office.RowsAsync()).Select(row => row.MessageId).Order(), server.Mails.Select(mail => mail.Message().MessageId!).Order());
    }

    private static bool Keeps(SmtpFault fault) => fault is SmtpFault.HangsUp { KeepsMail: true } or SmtpFault.Resets { KeepsMail: true };

    /// <summary>A run that the server spoils fails, as its job should; the next one goes on.</summary>
    private static async Task SendAsync(PostOffice office)
    {
        try
        {
            await office.SendAsync();
        }
        catch (MailServerException)
        {
            // What it says is stored with the mails, and asserted there.
        }
    }
}
