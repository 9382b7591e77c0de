using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Admin.Alerts;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Tests.Inbox;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Admin;

public sealed class LookForTroubleFacts
{
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_all_is_well_nobody_is_told()
    {
        await using var room = await PostRoom.OpenAsync();
        await room.JoinAsync(Joining);

        Assert.Equal(0, await LookAsync(room));
    }

    [Fact]
    public async Task Servers_that_refuse_us_are_told_once_and_again_when_it_lasts()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await DeferAsync(room, $"our own fault, not the recipient's: 550 5.7.26 {ann.Address} is not authenticated");

        Assert.Equal(1, await LookAsync(room));
        room.Clock.Advance(Duration.FromMinutes(59));
        Assert.Equal(0, await LookAsync(room));
        room.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(1, await LookAsync(room));

        var mails = await room.ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.Kind == MailKind.OperatorAlert).ToListAsync(Cancellation));
        Assert.Equal(2, mails.Count);
        var text = await room.TextAsync(mails[0]);
        Assert.Contains("sending has stopped", text, StringComparison.Ordinal);
        Assert.Contains("5.7.26", text, StringComparison.Ordinal);
        Assert.Contains("https://plans.example.org/hangfire/mails", text, StringComparison.Ordinal);
        Assert.DoesNotContain(ann.Address, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_plan_that_waited_for_more_than_an_hour_is_told()
    {
        await using var room = await PostRoom.OpenAsync();
        await room.StoreAsync(People.Someone(due: room.Clock.GetCurrentInstant() - Duration.FromMinutes(59)));
        Assert.Equal(0, await LookAsync(room));

        room.Clock.Advance(Duration.FromMinutes(2));
        Assert.Equal(1, await LookAsync(room));

        var alert = Assert.Single(await room.ReadAsync(db => db.Alerts.ToListAsync(Cancellation)));
        Assert.Equal((AlertKind.PlansLate, "1 waiting"), (alert.Kind, alert.Detail));
    }

    [Fact]
    public async Task An_inbox_that_nobody_read_for_a_quarter_of_an_hour_is_told_though_it_concerns_nobody()
    {
        var folder = Directory.CreateTempSubdirectory("runbackcare-inbox-");
        await using var room = await PostRoom.OpenAsync(("RunBackCare:Inbox:Folder", folder.FullName));
        var looker = Looker(room);
        await room.Get<ReadReplies>().RunAsync(Cancellation);
        room.Clock.Advance(LookForTrouble.LatestReading);
        Assert.Equal(0, await looker.RunAsync(Cancellation));

        room.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(1, await looker.RunAsync(Cancellation));
        await room.Get<SendQueuedMail>().RunAsync(Cancellation);

        var mail = Assert.Single(await room.ReadAsync(db => db.Outbox.AsNoTracking().ToListAsync(Cancellation)));
        Assert.Equal((null, DeliveryState.Sent), (mail.SubscriberId, mail.State));
        Assert.Contains("has not been read", await room.TextAsync(mail), StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Each_person_whose_planning_fails_is_told_of_by_number_once_a_day()
    {
        await using var room = await PostRoom.OpenAsync();
        var (ann, ben) = (People.Someone(), People.Someone());
        (ann.PlanError, ben.PlanError) = ("boom", "boom");
        await room.StoreAsync(ann, ben);

        Assert.Equal(1, await LookAsync(room));
        room.Clock.Advance(Duration.FromHours(2));
        Assert.Equal(1, await LookAsync(room));
        room.Clock.Advance(Duration.FromHours(2));
        Assert.Equal(0, await LookAsync(room));

        var mails = await room.ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.Kind == MailKind.OperatorAlert).OrderBy(m => m.CreatedAt).ToListAsync(Cancellation));
        Assert.Equal([ann.Id, ben.Id], mails.Select(m => m.SubscriberId!.Value));
        Assert.Contains($"subscriber {ann.Id}", await room.TextAsync(mails[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_safety_sign_is_told_each_time_by_number_alone()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Joining.PlusDays(2), "numb between my legs");
        await room.ReplyAsync(ann, Joining.PlusDays(2).PlusMinutes(5), "still numb between my legs");

        var mails = (await room.MailsAsync(ann)).Where(m => m.Kind == MailKind.OperatorAlert).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal(DeliveryState.Sent, mail.State));
        var text = await room.TextAsync(mails[0]);
        Assert.Contains($"subscriber {ann.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("my legs", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ann.Address, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ann.Name, text, StringComparison.Ordinal);
    }

    private static Task<int> LookAsync(PostRoom room) => Looker(room).RunAsync(Cancellation);

    private static LookForTrouble Looker(PostRoom room) =>
        new(room.Get<IDbContextFactory<RunBackCareDb>>(), room.Get<Worker.Inbox.Alerts>(), room.Get<IReadOnlyList<IMailSource>>(), room.Get<IWakeDelivery>(), room.Clock);

    private static Task DeferAsync(PostRoom room, string error) => room.ReadAsync(db => db.Outbox
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, DeliveryState.Deferred).SetProperty(m => m.LastError, error), Cancellation));
}
