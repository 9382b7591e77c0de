using Microsoft.EntityFrameworkCore;
using MimeKit;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>From the mail in a person's mailbox to what comes of their answer, through servers that others wrote.</summary>
public sealed class WholeLoopTests
{
    private static readonly LocalDate Monday = RealServersRoom.Monday;

    [Fact]
    public async Task An_answer_with_the_mail_quoted_below_travels_back_and_the_next_week_listens()
    {
        await using var world = await RealServersRoom.OpenAsync("reply");
        var room = world.Room;
        await room.ReadAndSendAsync();
        var ann = await world.JoinAsync("ann@example.org");
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));
        var weeks = await MailPrograms.MailsAsync(world.Dovecot, "ann", atLeast: 2);
        room.SetTime(ann, Monday.PlusDays(6).At(new(20, 0)));

        await MailPrograms.SendAsync(world.Postfix, Answer(weeks[^1], "2, all done", room.Clock.GetCurrentInstant()));
        await world.ReadAsync(1);

        var revised = (await room.WeeksAsync(ann))[^1];
        Assert.Equal((Monday.PlusWeeks(1), 2, "late-answer", Decision.Progress), (revised.StartsOn, revised.Revision, revised.Because, revised.Decision));
        Assert.Equal(2, Assert.Single(revised.Facts.History.Reports).Score.Value);
        var receipt = (await MailPrograms.MailsAsync(world.Dovecot, "ann", atLeast: 3))[^1];
        Assert.Equal((await room.LatestAsync()).MessageKey, receipt.InReplyTo);
        Assert.Equal("auto-replied", receipt.Headers["Auto-Submitted"]);
        Assert.Contains("UNDO", receipt.TextBody, StringComparison.Ordinal);

        // The receipt is answered in its turn, and takes all of it back.
        await MailPrograms.SendAsync(world.Postfix, Answer(receipt, "UNDO", room.Clock.GetCurrentInstant()));
        await world.ReadAsync(1);

        Assert.Equal(("undo", Decision.Hold), ((await room.WeeksAsync(ann))[^1].Because, (await room.WeeksAsync(ann))[^1].Decision));
    }

    [Fact]
    public async Task What_a_server_refuses_for_good_comes_back_and_ends_it()
    {
        await using var world = await RealServersRoom.OpenAsync("bounce");
        await using var far = await SmtpSink.StartAsync(new() { Refuses = ("rcpt", "550 5.1.1 no such user here") });
        await world.Postfix.RouteAsync("far.example.net", far.Port);
        await world.Room.ReadAndSendAsync();
        var gone = await world.JoinAsync("gone@far.example.net");

        await world.ReadAsync(1);

        Assert.Equal(SubscriberState.Suppressed, (await world.Room.AsStoredAsync(gone)).State);
        var bounce = await world.Room.ReadAsync(db => db.Bounces.SingleAsync());
        Assert.Equal((true, "5.1.1", "userunknown"), (bounce.Hard, bounce.Status, bounce.Reason));
        Assert.DoesNotContain("gone@", (await world.Room.ReadAsync(db => db.Suppressions.SingleAsync())).Evidence, StringComparison.Ordinal);
        Assert.Equal([MailKind.Week], await world.Room.KindsAsync(gone));
    }

    [Fact]
    public async Task What_a_server_puts_off_until_it_expires_does_not()
    {
        await using var world = await RealServersRoom.OpenAsync("bounce");
        await using var far = await SmtpSink.StartAsync(new() { Defers = ("rcpt", "452 4.2.2 mailbox full") });
        await world.Postfix.RouteAsync("far.example.net", far.Port);
        await world.Room.ReadAndSendAsync();
        var full = await world.JoinAsync("full@far.example.net");

        await world.ReadAsync(1);

        Assert.Equal(SubscriberState.Active, (await world.Room.AsStoredAsync(full)).State);
        Assert.False((await world.Room.ReadAsync(db => db.Bounces.SingleAsync())).Hard);
        Assert.Equal(0, await world.Room.ReadAsync(db => db.Suppressions.CountAsync()));
    }

    private static MimeMessage Answer(MimeMessage mail, string words, Instant at)
    {
        var quoted = string.Join('\n', mail.TextBody!.ReplaceLineEndings("\n").Split('\n').Select(line => "> " + line));
        var answer = IncomingMails.Reply(
            mail.To.Mailboxes.Single().Address, mail.ReplyTo.Mailboxes.Single().Address, $"{words}\n\nOn {mail.Date:ddd, d MMM yyyy} at {mail.Date:HH:mm}, RunBackCare wrote:\n\n{quoted}\n", at, "Re: " + mail.Subject);
        answer.InReplyTo = mail.MessageId;
        return answer;
    }
}
