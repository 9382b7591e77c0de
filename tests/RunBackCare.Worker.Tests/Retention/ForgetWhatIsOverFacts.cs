using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Retention;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Retention;

public sealed class ForgetWhatIsOverFacts
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Raw_mail_is_kept_for_thirty_days_and_its_meaning_for_longer()
    {
        await using var worker = await TestWorker.StartAsync();
        var ann = People.Someone();
        await worker.StoreAsync(ann);
        await worker.StoreAsync(Message(worker, ann.Id, InboundOutcome.Read));

        worker.Clock.Advance(ForgetWhatIsOver.RawMailKept);
        Assert.Equal(Forgotten.Nothing, await RunAsync(worker));
        worker.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(Forgotten.Nothing with { RawMails = 1 }, await RunAsync(worker));

        Assert.Null(Assert.Single(await worker.ReadAsync(db => db.InboundMessages.ToListAsync(Cancellation))).Raw);
    }

    [Theory]
    [InlineData("imap:1", true, true)]
    [InlineData("imap:1", false, false)]
    [InlineData("folder:1", false, true)]
    public async Task Old_mail_of_our_people_goes_where_it_arrived_too_and_a_strangers_only_from_a_folder(string source, bool known, bool goes)
    {
        await using var worker = await TestWorker.StartAsync();
        var ann = People.Someone();
        await worker.StoreAsync(ann);
        await worker.StoreAsync(Message(worker, known ? ann.Id : null, InboundOutcome.Read, source));

        worker.Clock.Advance(ForgetWhatIsOver.RawMailKept + Duration.FromSeconds(1));
        await RunAsync(worker);

        Assert.Equal(goes ? [source] : [], await worker.ReadAsync(db => db.MessagesToForget.Select(m => m.Source).ToListAsync(Cancellation)));
        worker.Clock.Advance(ForgetWhatIsOver.ToForgetKept + Duration.FromSeconds(1));
        Assert.Equal(goes ? 1 : 0, (await RunAsync(worker)).OutOfReach);
        Assert.Equal(0, await worker.ReadAsync(db => db.MessagesToForget.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task A_strangers_message_goes_with_its_mail()
    {
        await using var worker = await TestWorker.StartAsync();
        await worker.StoreAsync(Message(worker, null, InboundOutcome.Stranger));

        worker.Clock.Advance(ForgetWhatIsOver.RawMailKept + Duration.FromSeconds(1));
        await RunAsync(worker);

        Assert.Empty(await worker.ReadAsync(db => db.InboundMessages.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_sign_up_that_nobody_confirmed_goes_after_a_week()
    {
        await using var worker = await TestWorker.StartAsync();
        var (pending, active) = (People.Someone(SubscriberState.Pending), People.Someone());
        await worker.StoreAsync(pending, active);

        worker.Clock.Reset(pending.CreatedAt + Duration.FromDays(7));
        Assert.Equal(Forgotten.Nothing, await RunAsync(worker));
        worker.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(Forgotten.Nothing with { SignUps = 1 }, await RunAsync(worker));

        Assert.Equal([active.Id], await worker.ReadAsync(db => db.Subscribers.Select(s => s.Id).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task Who_left_goes_after_twelve_months_with_every_row_and_who_came_back_stays()
    {
        await using var worker = await TestWorker.StartAsync();
        var (gone, back) = (People.Someone(SubscriberState.Left), People.Someone(SubscriberState.Left));
        await worker.StoreAsync(gone, back);
        var left = worker.Clock.GetCurrentInstant();
        await worker.StoreAsync(Left(left, gone.Id), Left(left, back.Id), Message(worker, gone.Id, InboundOutcome.Read));
        await worker.StoreAsync(Left(left + Duration.FromDays(100), back.Id));

        worker.Clock.Advance(ForgetWhatIsOver.LeftKept);
        Assert.Equal(0, (await RunAsync(worker)).Left);
        worker.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(1, (await RunAsync(worker)).Left);

        Assert.Equal([back.Id], await worker.ReadAsync(db => db.Subscribers.Select(s => s.Id).ToListAsync(Cancellation)));
        Assert.Empty(await worker.ReadAsync(db => db.InboundMessages.ToListAsync(Cancellation)));
    }

    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(false, 0, false)]
    [InlineData(false, 25, true)]
    public async Task The_last_row_of_an_erased_person_goes_with_their_goodbye_or_after_a_day(bool sent, int hours, bool goes)
    {
        await using var worker = await TestWorker.StartAsync();
        var ann = People.Someone(SubscriberState.Left);
        ann.ErasedAt = worker.Clock.GetCurrentInstant();
        await worker.StoreAsync(ann);
        var mail = worker.Get<NewMails>().Erased(ann.Id, worker.Clock.GetCurrentInstant());
        mail.State = sent ? DeliveryState.Sent : DeliveryState.Queued;
        await worker.StoreAsync(mail);

        worker.Clock.Advance(Duration.FromHours(hours));
        await RunAsync(worker);

        Assert.Equal(goes ? 0 : 1, await worker.ReadAsync(db => db.Subscribers.CountAsync(Cancellation)));
    }

    private static Task<Forgotten> RunAsync(TestWorker worker) =>
        new ForgetWhatIsOver(worker.Get<IDbContextFactory<RunBackCareDb>>(), worker.Clock, NullLogger<ForgetWhatIsOver>.Instance).RunAsync(Cancellation);

    private static AuditEntry Left(Instant at, long person) => new() { At = at, Actor = "subscriber", Action = "left", SubscriberId = person };

    private static InboundMessage Message(TestWorker worker, long? person, InboundOutcome outcome, string source = "imap:1") => new()
    {
        MessageKey = $"{Guid.NewGuid()}@example.org",
        Source = source,
        Origin = "1/1",
        SubscriberId = person,
        ArrivedAt = worker.Clock.GetCurrentInstant(),
        Outcome = outcome,
        Raw = [1, 2, 3],
        CreatedAt = worker.Clock.GetCurrentInstant(),
    };
}
