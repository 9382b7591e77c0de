using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>What becomes of a message, by what it shows of who wrote it.</summary>
public sealed class SortingFacts
{
    private static readonly LocalDate Monday = new(2026, 12, 7);
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);
    private static readonly LocalDateTime Tuesday = Monday.PlusDays(1).At(new(9, 0));

    [Fact]
    public async Task A_reply_to_the_address_in_the_mail_is_read_and_answered_below_it()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        var reply = await room.AnswerOfAsync(ann, "Mon 3");

        var inbound = await room.TakeAsync(reply);

        Assert.Equal((InboundOutcome.Read, ann.Id, Tuesday), (inbound.Outcome, inbound.SubscriberId, inbound.WrittenAt));
        var report = await room.ReadAsync(db => db.PainReports.SingleAsync());
        Assert.Equal((3, Monday, inbound.Id), (report.Score, report.Day, report.InboundId));
        Assert.Equal([MailKind.Week, MailKind.Receipt], await room.KindsAsync(ann));
        Assert.True(File.Exists(Path.Combine(room.In, "read", inbound.Origin)));
        Assert.Empty(Directory.GetFiles(room.In));
    }

    [Fact]
    public async Task A_mail_that_names_ours_as_what_it_answers_needs_no_address_of_ours()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        var week = (await room.MailsAsync(ann))[0];

        var inbound = await room.TakeAsync(IncomingMails.Reply(ann.Address, "plans@example.org", "Mon 3", room.Clock.GetCurrentInstant()).With("In-Reply-To", $"<{week.MessageId}>"));

        Assert.Equal((InboundOutcome.Read, ann.Id), (inbound.Outcome, inbound.SubscriberId));
    }

    [Fact]
    public async Task Who_signed_up_with_a_tag_may_answer_without_it()
    {
        await using var room = await PostRoom.OpenAsync();
        var someone = People.Someone();
        (someone.Address, someone.AddressKey) = ("Cleo+run@Example.org", "cleo+run@example.org");
        var cleo = await room.JoinAsync(Joining, someone);
        room.SetTime(cleo, Tuesday);

        var inbound = await room.TakeAsync(IncomingMails.Reply("cleo@example.org", await room.AddressAsync(cleo, TokenPurpose.Reply), "Mon 3", room.Clock.GetCurrentInstant()));

        Assert.Equal(InboundOutcome.Read, inbound.Outcome);
    }

    [Fact]
    public async Task From_another_address_or_without_proof_nothing_is_believed_and_nobody_answered()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var bob = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        var (now, address) = (room.Clock.GetCurrentInstant(), await room.AddressAsync(ann, TokenPurpose.Reply));

        InboundOutcome[] outcomes =
        [
            (await room.TakeAsync(IncomingMails.Reply("stranger@example.net", address, "Mon 7", now))).Outcome,
            (await room.TakeAsync(IncomingMails.Reply(bob.Address, address, "Mon 7", now))).Outcome,
            (await room.TakeAsync(IncomingMails.Reply(ann.Address, "plans@example.org", "Mon 7", now))).Outcome,
            (await room.TakeAsync(IncomingMails.Reply("stranger@example.net", "plans@example.org", "Mon 7", now))).Outcome,
        ];

        Assert.Equal([InboundOutcome.ForeignSender, InboundOutcome.ForeignSender, InboundOutcome.NoToken, InboundOutcome.Stranger], outcomes);
        Assert.Equal(0, await room.ReadAsync(db => db.PainReports.CountAsync()));
        Assert.Equal([MailKind.Week, MailKind.Week], [.. await room.KindsAsync(ann), .. await room.KindsAsync(bob)]);
        Assert.All(await room.AllAsync(), m => Assert.False(string.IsNullOrEmpty(m.Reason)));
    }

    [Theory]
    [InlineData("ForeignSender")]
    [InlineData("NoToken")]
    [InlineData("OverCap")]
    public async Task A_safety_sign_counts_in_what_is_not_read_and_is_answered_to_the_known_address(string why)
    {
        var outcome = Enum.Parse<InboundOutcome>(why);
        await using var room = await PostRoom.OpenAsync(("RunBackCare:Inbox:AnswersPerDay", "1"));
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        await room.TakeAsync(await room.AnswerOfAsync(ann, "Mon 1"));
        var (now, address) = (room.Clock.GetCurrentInstant(), await room.AddressAsync(ann, TokenPurpose.Reply));

        var inbound = await room.TakeAsync(IncomingMails.Reply(
            outcome == InboundOutcome.ForeignSender ? "husband@example.net" : ann.Address,
            outcome == InboundOutcome.NoToken ? "plans@example.org" : address,
            "Mon 2. I am numb between my legs.",
            now));

        Assert.Equal(outcome, inbound.Outcome);
        Assert.Equal((SubscriberState.Held, SafetyLevel.A), ((await room.AsStoredAsync(ann)).State, (await room.AsStoredAsync(ann)).HoldLevel));
        var emergency = (await room.MailsAsync(ann)).Single(m => m.Kind == MailKind.Emergency);
        Assert.Equal(DeliveryState.Sent, emergency.State);
        Assert.Contains(ann.Address, await room.SentToAsync(), StringComparer.Ordinal);
        Assert.DoesNotContain("husband@example.net", await room.SentToAsync(), StringComparer.Ordinal);
        Assert.Single(await room.ReadAsync(db => db.Alerts.ToListAsync()));
        Assert.NotEmpty(await room.ReadAsync(db => db.SafetyEvents.Where(e => e.AcknowledgedAt == null).ToListAsync()));
        Assert.Equal(Decision.Emergency, (await room.WeeksAsync(ann))[^1].Decision);
        Assert.Equal(1, await room.ReadAsync(db => db.PainReports.CountAsync()));
    }

    [Fact]
    public async Task More_answers_in_a_day_than_a_person_writes_get_no_receipt()
    {
        await using var room = await PostRoom.OpenAsync(("RunBackCare:Inbox:AnswersPerDay", "3"));
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        foreach (var score in Enumerable.Range(1, 5))
        {
            room.Drop(await room.AnswerOfAsync(ann, $"Mon {score}"));
        }

        await room.ReadAndSendAsync();

        Assert.Equal([3, 2], (await room.AllAsync()).CountBy(m => m.Outcome).OrderBy(c => c.Key).Select(c => c.Value));
        Assert.Equal(3, (await room.KindsAsync(ann)).Count(k => k is MailKind.Receipt or MailKind.Flare));
    }

    [Theory]
    [InlineData("ForeignSender")]
    [InlineData("NoToken")]
    [InlineData("OverCap")]
    public async Task The_wish_to_leave_counts_in_what_is_not_read_and_the_goodbye_goes_to_the_known_address(string why)
    {
        var outcome = Enum.Parse<InboundOutcome>(why);
        await using var room = await PostRoom.OpenAsync(("RunBackCare:Inbox:AnswersPerDay", "1"));
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        await room.TakeAsync(await room.AnswerOfAsync(ann, "Mon 1"));
        room.SetTime(ann, Tuesday.PlusHours(1));
        var (now, address) = (room.Clock.GetCurrentInstant(), await room.AddressAsync(ann, TokenPurpose.Reply));

        var inbound = await room.TakeAsync(IncomingMails.Reply(
            outcome == InboundOutcome.ForeignSender ? "work@example.net" : ann.Address,
            outcome == InboundOutcome.NoToken ? "plans@example.org" : address,
            "Stop, please.\n\nOn Sunday Ann wrote:\n> hello",
            now));

        Assert.Equal(InboundOutcome.Read, inbound.Outcome);
        Assert.StartsWith("left; ", inbound.Reason, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Left, (await room.AsStoredAsync(ann)).State);
        Assert.Equal([MailKind.Week, MailKind.Receipt, MailKind.Goodbye], await room.KindsAsync(ann));
        Assert.DoesNotContain("work@example.net", await room.SentToAsync(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Pending")]
    [InlineData("Suppressed")]
    public async Task Who_gets_no_mails_may_still_leave_for_good_and_gets_none_for_it(string before)
    {
        await using var room = await PostRoom.OpenAsync();
        var someone = People.Someone();
        someone.State = Enum.Parse<SubscriberState>(before);
        await room.StoreAsync(someone);
        room.SetTime(someone, Tuesday);

        await room.TakeAsync(await room.AnswerOfAsync(someone, "STOP"));

        Assert.Equal(SubscriberState.Left, (await room.AsStoredAsync(someone)).State);
        Assert.Empty(await room.KindsAsync(someone));
    }

    [Fact]
    public async Task A_sign_counts_also_below_the_lists_own_leave_subject()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);

        await room.TakeAsync(IncomingMails.Reply(ann.Address, await room.AddressAsync(ann, TokenPurpose.Reply), "I am numb between my legs.", room.Clock.GetCurrentInstant(), "STOP"));

        Assert.Equal((SubscriberState.Left, SafetyLevel.A), ((await room.AsStoredAsync(ann)).State, (await room.AsStoredAsync(ann)).HoldLevel));
        Assert.Equal(DeliveryState.Sent, (await room.MailsAsync(ann)).Single(m => m.Kind == MailKind.Emergency).State);
    }

    [Fact]
    public async Task Two_hundred_machines_get_no_mail_and_leave_no_report()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        var (now, reply, bounce) = (room.Clock.GetCurrentInstant(), await room.AddressAsync(ann, TokenPurpose.Reply), await room.AddressAsync(ann, TokenPurpose.Bounce));
        for (var i = 0; i < 200; i++)
        {
            room.Drop((i % 8) switch
            {
                0 => IncomingMails.Vacation(ann.Address, reply, now),
                1 => IncomingMails.Reply(ann.Address, reply, "Auto: 3", now).With("Return-Path", "<>"),
                2 => IncomingMails.Reply("plans@example.org", reply, "3", now),
                3 => IncomingMails.Reply(reply, reply, "3", now),
                4 => IncomingMails.Bounce(bounce, ann.Address, "4.2.2", "452 4.2.2 mailbox full 3", now),
                5 => IncomingMails.Bounce(reply, ann.Address, "4.4.7", "delivery time expired", now),
                6 => IncomingMails.Bounce("bounce@reply.example.org", "nobody@example.net", "5.1.1", "550 no such user", now),
                _ => IncomingMails.Reply("robot@example.net", bounce, "pain 7", now),
            });
        }

        Assert.Equal(200, await room.ReadAndSendAsync());

        Assert.Equal([MailKind.Week], await room.KindsAsync(ann));
        Assert.Equal(0, await room.ReadAsync(db => db.PainReports.CountAsync()));
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        Assert.Equal(
            [(InboundOutcome.Bounce, 75), (InboundOutcome.AutoReply, 75), (InboundOutcome.Loop, 50)],
            (await room.AllAsync()).CountBy(m => m.Outcome).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)));
    }

    [Fact]
    public async Task The_lists_own_leave_address_works_from_any_mailbox()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);

        await room.TakeAsync(IncomingMails.Reply("work@example.net", await room.AddressAsync(ann, TokenPurpose.Reply), "", room.Clock.GetCurrentInstant(), "STOP"));

        Assert.Equal(SubscriberState.Left, (await room.AsStoredAsync(ann)).State);
        Assert.Equal([MailKind.Week, MailKind.Goodbye], await room.KindsAsync(ann));

        Assert.Equal(InboundOutcome.NotReceiving, (await room.TakeAsync(await room.AnswerOfAsync(ann, "Mon 3"))).Outcome);
        Assert.Equal([MailKind.Week, MailKind.Goodbye], await room.KindsAsync(ann));
    }

    [Fact]
    public async Task A_mail_without_words_is_kept_and_asked_about_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);

        var first = await room.TakeAsync(await room.AnswerOfAsync(ann, ""));
        var second = await room.TakeAsync(await room.AnswerOfAsync(ann, ""));

        Assert.Equal((InboundOutcome.Unreadable, InboundOutcome.Unreadable), (first.Outcome, second.Outcome));
        Assert.NotNull(first.Raw);
        Assert.Equal([MailKind.Week, MailKind.Receipt], await room.KindsAsync(ann));
    }

    [Fact]
    public async Task A_machine_that_does_not_say_it_is_one_is_answered_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await room.TakeAsync(await room.AnswerOfAsync(ann, "I am out of the office until further notice."));
        }

        await room.TakeAsync(await room.AnswerOfAsync(ann, "That was my robot. What colour are the shoes?"));

        Assert.Equal([MailKind.Week, MailKind.Receipt, MailKind.Receipt], await room.KindsAsync(ann));
    }

    [Fact]
    public async Task What_may_be_an_answer_below_a_drawn_line_is_asked_about_and_changes_nothing()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);

        await room.TakeAsync(await room.AnswerOfAsync(ann, "Good start.\n-----\nMy days, from flat 4:\nMon 3"));

        Assert.Equal(0, await room.ReadAsync(db => db.PainReports.CountAsync()));
        Assert.Contains("Mon 3", await room.TextAsync((await room.MailsAsync(ann)).Single(m => m.Kind == MailKind.Receipt)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_mail_at_all_is_kept_with_the_reason()
    {
        await using var room = await PostRoom.OpenAsync();
        Directory.CreateDirectory(room.In);
        await File.WriteAllBytesAsync(Path.Combine(room.In, "noise.eml"), [0, 255, 254, 13, 10, 0, 7], TestContext.Current.CancellationToken);

        await room.ReadAndSendAsync();

        var noise = await room.LatestAsync();
        Assert.Equal(7, noise.Raw!.Length);
        Assert.NotEqual(InboundOutcome.Read, noise.Outcome);
        Assert.NotEmpty(noise.Reason!);
    }

    [Fact]
    public async Task A_fault_of_ours_keeps_the_message_tells_the_operator_and_stops_nobody()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        await room.ReadAsync(db => db.Database.ExecuteSqlAsync($"alter table pain_reports add constraint a_fault_of_ours check (score <> 4)"));
        room.Drop(await room.AnswerOfAsync(ann, "Mon 4"));
        room.Drop(await room.AnswerOfAsync(ann, "Mon 3"));

        Assert.Equal(2, await room.ReadAndSendAsync());

        var all = await room.AllAsync();
        Assert.Equal([InboundOutcome.Failed, InboundOutcome.Read], all.Select(m => m.Outcome));
        Assert.NotNull(all[0].Raw);
        Assert.Equal(AlertKind.Unread, Assert.Single(await room.ReadAsync(db => db.Alerts.ToListAsync())).Kind);
        Assert.Equal(3, await room.ReadAsync(db => db.PainReports.Select(r => r.Score).SingleAsync()));
    }

    [Fact]
    public async Task The_same_reply_twice_counts_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        var reply = await room.AnswerOfAsync(ann, "Mon 3");

        await room.TakeAsync(reply);
        await room.TakeAsync(reply);

        Assert.Equal(2, Assert.Single(await room.AllAsync()).TimesSeen);
        Assert.Equal(1, await room.ReadAsync(db => db.PainReports.CountAsync()));
        Assert.Equal([MailKind.Week, MailKind.Receipt], await room.KindsAsync(ann));
    }

    [Theory]
    [InlineData("2026-12-14T01:00", "2026-12-13")]
    [InlineData("2026-12-13T23:30", "2026-12-13")]
    public async Task What_is_written_at_night_belongs_to_the_day_before(string written, string day)
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var at = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(written + ":00").Value;
        room.SetTime(ann, at);

        await room.TakeAsync(await room.AnswerOfAsync(ann, "today 3"));

        Assert.Equal(day, NodaTime.Text.LocalDatePattern.Iso.Format((await room.ReadAsync(db => db.PainReports.SingleAsync())).Day!.Value));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 0)]
    [InlineData(-1, 0)]
    public async Task The_mails_own_date_is_believed_within_two_days_before_it_arrived(int daysBefore, int believed)
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Monday.PlusDays(4).At(new(9, 0)));
        var now = room.Clock.GetCurrentInstant();

        var inbound = await room.TakeAsync(IncomingMails.Reply(ann.Address, await room.AddressAsync(ann, TokenPurpose.Reply), "today 3", now - Duration.FromDays(daysBefore)));

        Assert.Equal(Monday.PlusDays(4 - believed).At(new(9, 0)), inbound.WrittenAt);
    }

    [Fact]
    public async Task A_reply_to_a_mail_three_weeks_old_is_about_now()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var old = await room.AddressAsync(ann, TokenPurpose.Reply);
        foreach (var week in Enumerable.Range(0, 3))
        {
            await room.LiveUntilAsync(ann, Monday.PlusDays(6 + (7 * week)).At(new(17, 0)));
        }

        room.SetTime(ann, Monday.PlusDays(23).At(new(9, 0)));
        await room.TakeAsync(IncomingMails.Reply(ann.Address, old, "3", room.Clock.GetCurrentInstant()));

        Assert.Equal(Monday.PlusWeeks(3), (await room.ReadAsync(db => db.PainReports.SingleAsync())).Week);
    }
}
