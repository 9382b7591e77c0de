using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Delivery;

/// <summary>From a planned week to what the server gets, with the real planner, content and templates.</summary>
public sealed class LetterTests
{
    [Fact]
    public async Task Everyone_who_is_due_gets_their_week_with_links_and_addresses_of_their_own()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        var people = await office.StoreAsync(5, Due);

        await office.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new() { Sent = 5 }, await office.SendAsync());

        var codec = await office.Get<TokenKeys>().CodecAsync(default);
        foreach (var person in people)
        {
            var mail = sink.Mails.Single(m => m.Recipients.Single() == person.Address);
            var message = mail.Message();
            Assert.Equal(person.Id, codec.Read(LocalToken(mail.From, "bounce+"), TokenPurpose.Bounce)?.SubscriberId);
            Assert.Equal(person.Id, codec.Read(LocalToken(message.ReplyTo.Mailboxes.Single().Address, "reply+"), TokenPurpose.Reply)?.SubscriberId);
            Assert.Equal(person.Id, codec.Read(LeaveToken(message), TokenPurpose.Leave)?.SubscriberId);
            Assert.NotNull(message.HtmlBody);
            Assert.Contains("Hill Practice", message.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", message.HtmlBody + message.TextBody + message.Subject, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_retry_is_the_same_message_to_the_byte()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        await office.StoreAsync(1, Due);
        await office.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);

        await office.SendAsync();
        await office.ExecuteAsync("update outbox set state = 'sending', lease = gen_random_uuid(), lease_until = now() - interval '1 second'");
        await office.SendAsync();

        Assert.Equal(2, sink.Mails.Length);
        Assert.Equal(sink.Mails[0].Raw, sink.Mails[1].Raw);
        Assert.Equal(sink.Mails[0].From, sink.Mails[1].From);
    }

    [Fact]
    public async Task A_week_looks_back_on_those_before_it_and_says_when_it_is_sent_once_more()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        await office.StoreAsync(1, Due);
        await office.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        await LiveTwoWeeksAsync(office);
        await office.SendAsync();

        await office.ExecuteAsync("update outbox set state = 'queued', lease = null, lease_until = null, sent_at = null, cause = 'resend:1'");
        await office.SendAsync();

        Assert.All(sink.Mails, mail => Assert.Contains("Your last two weeks", mail.Message().TextBody, StringComparison.Ordinal));
        Assert.Equal([false, true], sink.Mails.Select(m => m.Message().Subject!.StartsWith("Once more: ", StringComparison.Ordinal)));
    }

    /// <summary>As if the stored week had been planned after two that were answered.</summary>
    private static async Task LiveTwoWeeksAsync(PostOffice office)
    {
        await using var db = await office.Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        var row = await db.Weeks.SingleAsync();
        var before = Enumerable.Range(1, 2).Select(i => row.Plan with { Starts = row.Plan.Starts.PlusWeeks(-i), Days = [.. row.Plan.Days.Select(d => d with { Date = d.Date.PlusWeeks(-i) })] }).Reverse().ToList();
        var facts = row.Facts with
        {
            History = row.Facts.History with
            {
                Weeks = [.. before.Select(week => PastWeek.Of(week, delivered: true))],
                Reports = [.. before.Select(week => new PainReport(week.Starts, null, ReportTime.Week, PainSite.Back, new(2), week.Starts.PlusDays(6).At(new LocalTime(12, 0))))],
            },
        };
        db.Entry(row).Property(w => w.Facts).CurrentValue = facts;
        db.Entry(row).Property(w => w.Digest).CurrentValue = WeekDigest.Of(facts, row.Plan);
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task Who_is_asked_to_confirm_gets_the_link_to_do_so()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        await office.QueueAsync(MailKind.Confirm, 1, SubscriberState.Pending, "ann@example.org");

        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Contains("https://plans.example.org/confirm/", sink.Mails.Single().Message().TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_left_gets_a_goodbye()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        var person = (await office.StoreAsync(1, null)).Single();

        await office.Get<LeaveList>().RunAsync(person.Id, "subscriber", default);

        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());
        Assert.Equal("You have left RunBackCare", sink.Mails.Single().Message().Subject);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_stops_nobody_else_and_says_why()
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        var people = await office.StoreAsync(3, Due);
        await office.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        await office.ExecuteAsync($$"""update weeks set plan = '{"starts": 7}' where subscriber_id = {{people[1].Id}}""");

        Assert.Equal(new() { Sent = 2, Deferred = 1 }, await office.SendAsync());

        var faulty = (await office.RowsAsync()).Single(row => row.SubscriberId == people[1].Id);
        Assert.Equal(DeliveryState.Deferred, faulty.State);
        Assert.StartsWith("the mail cannot be written: JsonException", faulty.LastError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ann\r\nBcc: eve@example.org")]
    [InlineData("<script>alert(1)</script>\"; drop table")]
    public async Task A_hostile_name_is_harmless(string name)
    {
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await Office(sink);
        await office.StoreAsync(1, Due, person => person.Name = name);
        await office.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new() { Sent = 1 }, await office.SendAsync());

        var mail = sink.Mails.Single();
        Assert.Single(mail.Recipients);
        Assert.Empty(mail.Message().Bcc);
        Assert.DoesNotContain("<script", mail.Message().HtmlBody, StringComparison.OrdinalIgnoreCase);
    }

    private static Instant Due => SystemClock.Instance.GetCurrentInstant();

    private static Task<PostOffice> Office(SmtpSink sink) => PostOffice.WithRealLettersAsync(("Smtp:Host", SmtpSink.Host), ("Smtp:Port", sink.Port));

    private static string LocalToken(string address, string role)
    {
        Assert.StartsWith(role, address, StringComparison.Ordinal);
        return address[role.Length..address.IndexOf('@')];
    }

    private static string LeaveToken(MimeMessage message)
    {
        var header = message.Headers[HeaderId.ListUnsubscribe]!;
        const string Page = "<https://plans.example.org/leave/";
        Assert.StartsWith(Page, header, StringComparison.Ordinal);
        return header[Page.Length..header.IndexOf('>')];
    }
}
