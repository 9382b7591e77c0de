using MailKit;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>An erased person's messages leave the mailbox or folder in which they arrived, and nobody else's do.</summary>
public sealed class ForgettingTests
{
    private static readonly LocalDateTime Tuesday = RealServersRoom.Monday.PlusDays(1).At(new(9, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("Done")]
    public async Task Their_messages_leave_the_mailbox_and_all_others_stay(string moveTo)
    {
        await using var world = await RealServersRoom.OpenAsync("reply", ("RunBackCare:Inbox:MoveTo", moveTo));
        await world.Room.ReadAndSendAsync();
        var (ann, bob) = (await world.JoinAsync("ann@example.org"), await world.JoinAsync("bob@example.org"));
        world.Room.SetTime(ann, Tuesday);
        var twice = await AnswerAsync(world, ann, "twice");
        await PutAsync(world, twice, await AnswerAsync(world, bob, "bob"), twice, Nameless(await AnswerAsync(world, ann, "no name")));
        await world.ReadAsync(4);
        await MailPrograms.PutAsync(world.Dovecot, "reply", await AnswerAsync(world, bob, "thrown away by its owner"), MessageFlags.Deleted);
        await world.ReadAsync(1);

        await EraseAsync(world.Room, ann);
        await world.Room.ReadAndSendAsync();

        Assert.Equal(["bob", "thrown away by its owner"], [.. await SubjectsAsync(world, "INBOX"), .. moveTo.Length > 0 ? await SubjectsAsync(world, moveTo) : []]);
        Assert.Equal(0, await WaitingAsync(world.Room));
    }

    [Fact]
    public async Task A_mailbox_that_was_numbered_anew_loses_them_too_and_none_is_read_again()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        await world.Room.ReadAndSendAsync();
        var (ann, bob) = (await world.JoinAsync("ann@example.org"), await world.JoinAsync("bob@example.org"));
        world.Room.SetTime(ann, Tuesday);
        await PutAsync(world, Nameless(await AnswerAsync(world, bob, "bob's, no name")), await AnswerAsync(world, ann, "ann"), Nameless(await AnswerAsync(world, ann, "no name")));
        await world.ReadAsync(3);
        await world.Dovecot.RenumberAsync("reply");

        await EraseAsync(world.Room, ann);
        await world.Room.ReadAndSendAsync();

        Assert.Equal(["bob's, no name"], await SubjectsAsync(world, "INBOX"));
        Assert.Equal(bob.Id, Assert.Single(await world.Room.AllAsync()).SubscriberId);
    }

    [Fact]
    public async Task A_server_that_is_away_at_that_moment_only_makes_it_later()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await PutAsync(world, await AnswerAsync(world, ann, "ann"));
        await world.ReadAsync(1);
        await world.Dovecot.StopAsync();

        await EraseAsync(world.Room, ann);
        await Assert.ThrowsAsync<MailSourceException>(world.Room.ReadAndSendAsync);
        Assert.Equal(1, await WaitingAsync(world.Room));

        await world.Dovecot.StartAgainAsync();
        await world.Room.ReadAndSendAsync();
        Assert.Empty(await SubjectsAsync(world, "INBOX"));
        Assert.Equal(0, await WaitingAsync(world.Room));
    }

    [Fact]
    public async Task Who_asks_for_it_by_reply_leaves_not_even_that_reply()
    {
        await using var world = await RealServersRoom.OpenAsync("reply", ("RunBackCare:Inbox:MoveTo", "Done"));
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await PutAsync(world, await AnswerAsync(world, ann, "delete", "DELETE"));
        await world.ReadAsync(1);
        await PutAsync(world, await AnswerAsync(world, ann, "yes", "YES"));
        await world.ReadAsync(1);

        await world.Room.ReadAndSendAsync();

        Assert.Empty(await SubjectsAsync(world, "INBOX"));
        Assert.Empty(await SubjectsAsync(world, "Done"));
        Assert.Null(Assert.Single(await world.Room.AllAsync()).Raw);
    }

    [Fact]
    public async Task A_folder_loses_their_files_though_nothing_new_came_in_and_keeps_one_that_has_a_name_of_theirs()
    {
        await using var room = await PostRoom.OpenAsync();
        var joining = RealServersRoom.Monday.PlusDays(-1).At(new(17, 0));
        var (ann, bob) = (await room.JoinAsync(joining), await room.JoinAsync(joining));
        room.SetTime(ann, Tuesday);
        foreach (var (name, person) in new[] { ("a", ann), ("b", ann), ("b", bob) })
        {
            room.Drop(await room.AnswerOfAsync(person, "Mon 3"), $"{name}.eml");
            await room.ReadAndSendAsync();
        }

        await EraseAsync(room, ann);
        await room.ReadAndSendAsync();

        Assert.Equal(["b.eml"], Directory.GetFiles(Path.Combine(room.In, "read")).Select(Path.GetFileName));
        Assert.Equal(0, await WaitingAsync(room));
    }

    private static async Task<MimeMessage> AnswerAsync(RealServersRoom world, Subscriber person, string subject, string words = "Mon 3")
    {
        var answer = await world.Room.AnswerOfAsync(person, words);
        answer.Subject = subject;
        return answer;
    }

    private static MimeMessage Nameless(MimeMessage message)
    {
        message.Headers.Remove(HeaderId.MessageId);
        return message;
    }

    private static async Task PutAsync(RealServersRoom world, params MimeMessage[] messages)
    {
        foreach (var message in messages)
        {
            await MailPrograms.PutAsync(world.Dovecot, "reply", message);
        }
    }

    private static async Task EraseAsync(PostRoom room, Subscriber person) => Assert.True(await room.Get<ErasePerson>().RunAsync(person.Id, "command-line", Cancellation));

    private static Task<IReadOnlyList<string>> SubjectsAsync(RealServersRoom world, string mailbox) => MailPrograms.SubjectsAsync(world.Dovecot, "reply", mailbox);

    private static Task<int> WaitingAsync(PostRoom room) => room.ReadAsync(db => db.MessagesToForget.CountAsync());
}
