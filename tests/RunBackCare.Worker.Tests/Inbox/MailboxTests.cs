using MailKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Forgetting;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>Reading a real IMAP mailbox: from where, how much, and what becomes of it when something breaks.</summary>
public sealed class MailboxTests
{
    private static readonly LocalDateTime Tuesday = RealServersRoom.Monday.PlusDays(1).At(new(9, 0));

    [Fact]
    public async Task An_old_mailbox_is_not_answered_only_what_comes_after_the_first_look()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await ArriveAsync(world, ann, "Mon 7", inMailbox: 1);
        await ArriveAsync(world, ann, "Mon 6", inMailbox: 2);

        Assert.Equal(0, await world.Room.ReadAndSendAsync());

        await ArriveAsync(world, ann, "Mon 3", inMailbox: 3);
        Assert.Equal(1, await world.Room.ReadAndSendAsync());
        Assert.Equal(0, await world.Room.ReadAndSendAsync());
        Assert.Equal([3], await ScoresAsync(world));
        Assert.Equal([MessageFlags.None, MessageFlags.None, MessageFlags.Seen], await MailPrograms.FlagsAsync(world.Dovecot, "reply"));
    }

    [Fact]
    public async Task A_mailbox_that_numbers_its_messages_anew_has_each_counted_once()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await ArriveAsync(world, ann, "Mon 3", inMailbox: 1);
        await world.ReadAsync(1);

        await world.Dovecot.RenumberAsync("reply");
        await ArriveAsync(world, ann, "Mon 2", inMailbox: 2);
        await world.ReadAsync(2);

        Assert.Equal([2, 3], await ScoresAsync(world));
        Assert.Equal([2, 1], (await world.Room.AllAsync()).Select(m => m.TimesSeen));
        Assert.Equal(2, (await world.Room.KindsAsync(ann)).Count(kind => kind == MailKind.Receipt));
    }

    [Fact]
    public async Task Read_ones_are_moved_where_the_settings_say_and_a_photograph_costs_nothing()
    {
        await using var world = await RealServersRoom.OpenAsync("reply", ("RunBackCare:Inbox:MoveTo", "Done"), ("RunBackCare:Inbox:LargestKilobytes", "64"));
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        var reply = await world.Room.AnswerOfAsync(ann, "Mon 3");
        var photograph = new byte[3 * 1024 * 1024];
        Random.Shared.NextBytes(photograph);
        reply.Body = new Multipart("mixed") { reply.Body!, new MimePart("image", "jpeg") { Content = new MimeContent(new MemoryStream(photograph)), ContentTransferEncoding = ContentEncoding.Base64 } };
        await MailPrograms.SendAsync(world.Postfix, reply);

        await world.ReadAsync(1);

        Assert.Equal([3], await ScoresAsync(world));
        var inbound = await world.Room.LatestAsync();
        Assert.Equal(64 * 1024, inbound.Raw!.Length);
        Assert.Contains("only its beginning", inbound.Reason, StringComparison.Ordinal);
        Assert.Single(await MailPrograms.MailsAsync(world.Dovecot, "reply", atLeast: 1, "Done"));
        Assert.Empty(await MailPrograms.FlagsAsync(world.Dovecot, "reply"));
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_and_loses_nothing()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await ArriveAsync(world, ann, "Mon 3", inMailbox: 1);
        await world.Dovecot.StopAsync();

        var away = await Assert.ThrowsAsync<MailSourceException>(world.Room.ReadAndSendAsync);
        Assert.Contains("RunBackCare:Inbox", away.Message, StringComparison.Ordinal);

        await world.Dovecot.StartAgainAsync();
        await world.ReadAsync(1);
        Assert.Equal([3], await ScoresAsync(world));
    }

    [Fact]
    public async Task A_server_that_is_restarted_in_the_middle_loses_nothing_and_counts_nothing_twice()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        foreach (var (at, words) in new[] { "Mon 3", "Mon 2", "Mon 1" }.Index())
        {
            await ArriveAsync(world, ann, words, inMailbox: at + 1);
        }

        var reader = ReaderOf(world, inHand: RestartAsync, stored: () => Task.CompletedTask);

        await Assert.ThrowsAnyAsync<Exception>(() => reader.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal([3], await ScoresAsync(world));

        await world.ReadAsync(2);
        Assert.Equal([1, 2, 3], await ScoresAsync(world));
        Assert.Equal(3, (await world.Room.KindsAsync(ann)).Count(kind => kind == MailKind.Receipt));

        async Task RestartAsync()
        {
            await world.Dovecot.StopAsync();
            await world.Dovecot.StartAgainAsync();
        }
    }

    [Fact]
    public async Task A_wrong_password_is_told_with_its_key()
    {
        await using var world = await RealServersRoom.OpenAsync("reply", ("RunBackCare:Inbox:Password", "wrong"));

        var refused = await Assert.ThrowsAsync<MailSourceException>(world.Room.ReadAndSendAsync);

        Assert.Contains("refuses RunBackCare:Inbox:User or :Password", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_that_dies_between_fetching_storing_and_marking_counts_a_reply_once(bool stored)
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        await ArriveAsync(world, ann, "Mon 3", inMailbox: 1);
        var reader = stored ? ReaderOf(world, inHand: () => Task.CompletedTask, stored: Die) : ReaderOf(world, inHand: Die, stored: () => Task.CompletedTask);

        await Assert.ThrowsAsync<Dead>(() => reader.RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal(stored ? 1 : 0, (await ScoresAsync(world)).Count);

        await world.Room.ReadAndSendAsync();
        Assert.Equal([3], await ScoresAsync(world));
        Assert.Equal([MailKind.Week, MailKind.Receipt], await world.Room.KindsAsync(ann));

        static Task Die() => throw new Dead();
    }

    [Fact]
    public async Task A_server_that_tells_of_new_messages_wakes_the_reader()
    {
        await using var world = await RealServersRoom.OpenAsync("reply", ("RunBackCare:Inbox:Idle", "true"));
        await world.Room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        world.Room.SetTime(ann, Tuesday);
        using var watch = ActivatorUtilities.CreateInstance<ImapWatch>(world.Room.Get<IServiceProvider>());
        await watch.StartAsync(TestContext.Current.CancellationToken);
        var wakes = (CountedWakes)world.Room.Get<IWakeInbox>();

        // It listens from some moment on: a message it misses is found by the next look, so it is told with the next one.
        for (var sent = 1; wakes.Count == 0; sent++)
        {
            await ArriveAsync(world, ann, "Mon 3", inMailbox: sent);
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        await watch.StopAsync(TestContext.Current.CancellationToken);
        Assert.True(await world.Room.ReadAndSendAsync() > 0);
    }

    private static async Task ArriveAsync(RealServersRoom world, Subscriber person, string words, int inMailbox)
    {
        await MailPrograms.SendAsync(world.Postfix, await world.Room.AnswerOfAsync(person, words));
        await MailPrograms.MailsAsync(world.Dovecot, "reply", inMailbox);
    }

    private static ReadReplies ReaderOf(RealServersRoom world, Func<Task> inHand, Func<Task> stored) => ActivatorUtilities.CreateInstance<ReadReplies>(
        world.Room.Get<IServiceProvider>(), (IReadOnlyList<IMailSource>)[new BrokenSource(Assert.Single(world.Room.Get<IReadOnlyList<IMailSource>>()), inHand, stored)]);

    private static Task<List<int>> ScoresAsync(RealServersRoom world) => world.Room.ReadAsync(db => db.PainReports.Select(r => r.Score).Order().ToListAsync());

    /// <summary>Where a look may be broken off: with a message in hand, or when all is stored and the message not yet marked.</summary>
    private sealed class BrokenSource(IMailSource real, Func<Task> inHand, Func<Task> stored) : IMailSource
    {
        public string Name => real.Name;

        public async Task<IOpenSource> OpenAsync(CancellationToken cancellation) => new Open(await real.OpenAsync(cancellation), inHand, stored);

        private sealed class Open(IOpenSource real, Func<Task> inHand, Func<Task> stored) : IOpenSource
        {
            public long Numbering => real.Numbering;

            public long Newest => real.Newest;

            public async IAsyncEnumerable<FoundMessage> AfterAsync(long number, Instant oldest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
            {
                await foreach (var found in real.AfterAsync(number, oldest, cancellation))
                {
                    await inHand();
                    yield return found;
                }
            }

            public async Task SettleAsync(FoundMessage message, CancellationToken cancellation)
            {
                await stored();
                await real.SettleAsync(message, cancellation);
            }

            public Task ForgetAsync(IReadOnlyList<MessageToForget> messages, CancellationToken cancellation) => real.ForgetAsync(messages, cancellation);

            public ValueTask DisposeAsync() => real.DisposeAsync();
        }
    }

    private sealed class Dead : Exception;
}
