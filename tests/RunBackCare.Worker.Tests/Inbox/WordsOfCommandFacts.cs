using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>Words of command as they come by mail: each does what it says, and the receipt says it too.</summary>
public sealed class WordsOfCommandFacts
{
    private static readonly LocalDate Monday = new(2026, 12, 7);
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);
    private static readonly LocalDateTime Wednesday = Monday.PlusDays(2).At(new(12, 0));

    [Fact]
    public async Task Last_week_moves_the_answer_before_it_and_this_week_moves_it_back()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));
        await WriteAsync(room, ann, Monday.PlusDays(9).At(new(12, 0)), "3");
        Assert.Equal(Monday.PlusWeeks(1), await WeekAsync(room));

        await WriteAsync(room, ann, Monday.PlusDays(9).At(new(12, 5)), "LAST WEEK");
        Assert.Equal(Monday, await WeekAsync(room));

        await WriteAsync(room, ann, Monday.PlusDays(9).At(new(12, 10)), "this week");
        Assert.Equal(Monday.PlusWeeks(1), await WeekAsync(room));

        await WriteAsync(room, ann, Monday.PlusDays(9).At(new(12, 15)), "UNDO");
        Assert.NotNull((await room.ReadAsync(db => db.PainReports.SingleAsync())).WithdrawnAt);
    }

    [Fact]
    public async Task What_is_asked_for_comes_in_a_mail_of_its_own()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await WriteAsync(room, ann, Wednesday, "EXPORT");
        await WriteAsync(room, ann, Wednesday.PlusMinutes(5), "SUMMARY");
        await WriteAsync(room, ann, Wednesday.PlusMinutes(10), "send it again");
        await WriteAsync(room, ann, Wednesday.PlusMinutes(15), "HELP");

        Assert.Equal([MailKind.Week, MailKind.Export, MailKind.Summary, MailKind.Week, MailKind.Receipt], await room.KindsAsync(ann));
        Assert.All(await room.MailsAsync(ann), mail => Assert.Equal(DeliveryState.Sent, mail.State));
        Assert.Contains("PAUSE", await room.TextAsync((await room.MailsAsync(ann))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_and_yes_by_mail_leave_no_word_of_theirs_anywhere()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await WriteAsync(room, ann, Wednesday, "Mon 3");
        await WriteAsync(room, ann, Wednesday.PlusMinutes(5), "DELETE");
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);

        await WriteAsync(room, ann, Wednesday.PlusMinutes(10), "YES");

        Assert.Equal(0, await room.ReadAsync(db => db.PainReports.CountAsync()));
        Assert.All(await room.AllAsync(), m => Assert.Equal((null, null, null), (m.SubscriberId, m.Raw, m.Reading)));
        await room.ReadAndSendAsync();
        Assert.Empty(Directory.GetFiles(Path.Combine(room.In, "read")));
    }

    [Fact]
    public async Task Clearance_is_asked_and_given_by_mail()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await WriteAsync(room, ann, Wednesday, "I cannot feel when I pee");
        Assert.Equal(SubscriberState.Held, (await room.AsStoredAsync(ann)).State);

        await WriteAsync(room, ann, Wednesday.PlusDays(8), "CLEARED");
        await WriteAsync(room, ann, Wednesday.PlusDays(8).PlusHours(1), "yes");

        Assert.Equal((SubscriberState.Active, Wednesday.Date.PlusDays(8)), ((await room.AsStoredAsync(ann)).State, (await room.AsStoredAsync(ann)).HoldEnded));
    }

    private static async Task WriteAsync(PostRoom room, Subscriber person, LocalDateTime at, string words)
    {
        room.SetTime(person, at);
        await room.TakeAsync(await room.AnswerOfAsync(person, words));
    }

    private static async Task<LocalDate> WeekAsync(PostRoom room) => (await room.ReadAsync(db => db.PainReports.SingleAsync(r => r.WithdrawnAt == null))).Week;
}
