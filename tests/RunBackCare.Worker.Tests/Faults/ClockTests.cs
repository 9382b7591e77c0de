using NodaTime;
using NodaTime.Testing;
using RunBackCare.Planning;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Delivery;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Faults;

/// <summary>Time that goes wrong, and processes that do not agree: the real planner, the real letters, PostgreSQL, and a count at the sink.</summary>
public sealed class ClockTests
{
    /// <summary>Berlin's last Sunday of October 2026: three in the morning is two again.</summary>
    private static readonly Instant ClocksGoBack = Instant.FromUtc(2026, 10, 25, 1, 0);

    /// <summary>Berlin's last Sunday of March 2027: two in the morning is three.</summary>
    private static readonly Instant ClocksGoForward = Instant.FromUtc(2027, 3, 28, 1, 0);

    public static TheoryData<string> Edges => ["clocks go back", "clocks go forward"];

    [Theory]
    [MemberData(nameof(Edges))]
    public async Task A_clock_that_jumps_to_and_fro_over_a_daylight_saving_edge_brings_each_week_once(string which)
    {
        var edge = which == "clocks go back" ? ClocksGoBack : ClocksGoForward;
        var clock = new FakeClock(edge - Duration.FromHours(5));
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ByTheClockAsync(clock, sink);
        await using var other = office.AnotherByTheClock(clock, sink);
        var people = await office.StoreAsync(24, null, SundayNight(clock.GetCurrentInstant()));

        foreach (var minutes in (int[])[-180, -61, +119, -59, +1, -30, +31, -1, +300, -300, +400])
        {
            // One week, and the same jumps a week later.
            clock.Reset(edge + Duration.FromMinutes(minutes));
            await Task.WhenAll(PlanAndSendAsync(office), PlanAndSendAsync(other));
        }

        foreach (var minutes in (int[])[-200, +200, -100, +400])
        {
            clock.Reset(edge + Duration.FromDays(7) + Duration.FromMinutes(minutes));
            await Task.WhenAll(PlanAndSendAsync(office), PlanAndSendAsync(other));
        }

        await DueIn(office, 2 * people.Count);
        Assert.All(await office.RowsAsync(), row => Assert.Equal(DeliveryState.Sent, row.State));
        AssertEachArrivedOnce(sink, await office.RowsAsync());
        Assert.All(sink.Mails.CountBy(mail => mail.Recipients.Single()), arrived => Assert.Equal(2, arrived.Value));
    }

    [Fact]
    public async Task After_ten_days_without_a_worker_old_weeks_are_told_as_stale_and_each_person_gets_what_is_left_of_this_one()
    {
        const int People = 30;
        var sunday = Instant.FromUtc(2026, 12, 6, 17, 0);
        var clock = new FakeClock(sunday - Duration.FromHours(2));
        await using var sink = await SmtpSink.StartAsync();
        await using var office = await PostOffice.ByTheClockAsync(clock, sink);
        await office.StoreAsync(People, null, Scheduled(clock.GetCurrentInstant()));

        // Planned, and gone before anything was sent.
        clock.Reset(sunday);
        await office.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);
        clock.AdvanceDays(10);
        await using var back = office.AnotherByTheClock(clock, sink);
        await PlanAndSendAsync(back);
        await PlanAndSendAsync(back);

        Assert.Equal(People, sink.Count);
        var rows = await office.RowsAsync();
        Assert.Equal(People, rows.Count(row => row.State == DeliveryState.Stale));
        AssertEachArrivedOnce(sink, [.. rows.Where(row => row.State == DeliveryState.Sent)]);
        Assert.All(sink.Mails, mail => Assert.Contains("17 December", mail.Message().TextBody!.ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_versions_of_the_policy_on_one_database_give_each_person_one_week_by_one_of_them()
    {
        const int Each = 40;
        var sunday = Instant.FromUtc(2026, 12, 6, 17, 0);
        var clock = new FakeClock(sunday - Duration.FromHours(2));
        await using var sink = await SmtpSink.StartAsync();
        await using var old = await PostOffice.ByTheClockAsync(clock, sink);
        await using var young = old.AnotherByTheClock(clock, sink, Policy.Current with { Version = "2099.1" });
        await old.StoreAsync(Each, null, Scheduled(clock.GetCurrentInstant()));
        clock.Reset(sunday);

        await PlanAndSendAsync(old);
        await old.StoreAsync(Each, null, Scheduled(clock.GetCurrentInstant()));
        await PlanAndSendAsync(young);
        clock.AdvanceDays(7);
        await Task.WhenAll(PlanAndSendAsync(old), PlanAndSendAsync(young));
        clock.AdvanceDays(7);
        await Task.WhenAll(PlanAndSendAsync(young), PlanAndSendAsync(old));

        AssertEachArrivedOnce(sink, await old.RowsAsync());
        Assert.Equal(3 * 2 * Each, sink.Count);
        Assert.All(sink.Mails.CountBy(mail => mail.Recipients.Single()), arrived => Assert.Equal(3, arrived.Value));
        await using var versions = old.Database.CreateCommand("select count(distinct policy_version) from weeks where policy_version = plan ->> 'policy'");
        Assert.Equal(2L, await versions.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static async Task PlanAndSendAsync(PostOffice office)
    {
        await office.Get<PlanDueWeeks>().RunAsync(CancellationToken.None);
        await office.SendAsync();
    }

    /// <summary>Both processes were at it: what one was still sending when the other ended is sent now.</summary>
    private static async Task DueIn(PostOffice office, int mails)
    {
        await office.SendAsync();
        Assert.Equal(mails, (await office.RowsAsync()).Count);
    }

    private static void AssertEachArrivedOnce(SmtpSink sink, IReadOnlyList<OutboxRow> rows) =>
        Assert.Equal(rows.Select(row => row.MessageId).Order(), sink.Mails.Select(mail => mail.Message().MessageId!).Order());

    private static Action<Subscriber> Scheduled(Instant now) => person =>
    {
        person.JoinedOn = now.InUtc().Date;
        PlanSchedule.Reschedule(person, [], new HashSet<LocalDate>(), now);
    };

    /// <summary>Half past one, two and three: before, inside and after the hour that comes twice or never.</summary>
    private static Action<Subscriber> SundayNight(Instant now)
    {
        var turn = 0;
        return person =>
        {
            person.SendDay = IsoDayOfWeek.Sunday;
            person.SendAt = new(1 + (turn++ % 3), 30);
            Scheduled(now)(person);
        };
    }
}
