using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Worker.Admin.People;
using RunBackCare.Worker.Admin.Replies;
using RunBackCare.Worker.Admin.Safety;
using RunBackCare.Worker.Admin.Suppressed;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Inbox;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Admin;

/// <summary>What an admin does, and what follows from it for the person.</summary>
public sealed class ControlRoomFacts
{
    private const string Anna = "anna";
    private static readonly LocalDate Monday = new(2026, 12, 7);
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);
    private static readonly LocalDateTime Tuesday = Monday.PlusDays(1).At(new(9, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_is_acknowledged_by_one_admin_and_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "numb between my legs");
        var sign = Assert.Single((await QueueAsync(room)).Open);
        var acknowledge = new AcknowledgeSign(Contexts(room), room.Clock);

        Assert.True(await acknowledge.RunAsync(sign.Id, " called her, she is at the hospital ", Anna, Cancellation));
        Assert.False(await acknowledge.RunAsync(sign.Id, null, "ben", Cancellation));

        var queue = await QueueAsync(room);
        Assert.Empty(queue.Open);
        var seen = Assert.Single(queue.Acknowledged);
        Assert.Equal((Anna, "called her, she is at the hospital"), (seen.AcknowledgedBy, seen.Note));
        Assert.Equal(SafetyLevel.A, Assert.Single(queue.Held).Level);
        Assert.Equal(Anna, Assert.Single(await room.ReadAsync(db => db.Alerts.ToListAsync(Cancellation))).SeenBy);
        Assert.Equal([("acknowledged", $"safety-event:{sign.Id}")], await AuditAsync(room));
    }

    [Fact]
    public async Task A_hold_that_an_admin_ends_lets_the_plan_go_on_gently_and_keeps_the_note()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "numb between my legs");
        await room.LiveUntilAsync(ann, Monday.PlusDays(2).At(new(9, 0)));
        var clear = new ClearPerson(Contexts(room), room.Get<WeekPlanner>(), room.Get<WeekRevisions>(), room.Get<NewMails>(), room.Get<IWakeDelivery>(), room.Get<IWakePlanning>(), room.Clock);

        Assert.True(await clear.RunAsync(ann.Id, "Dr Hill, on the telephone", Anna, Cancellation));
        Assert.False(await clear.RunAsync(ann.Id, "again", Anna, Cancellation));

        var free = await room.AsStoredAsync(ann);
        Assert.Equal((SubscriberState.Active, Monday.PlusDays(2)), (free.State, free.HoldEnded));
        Assert.Equal(Decision.WalkOnly, (await room.WeeksAsync(ann))[^1].Decision);
        Assert.Equal(MailKind.Week, (await room.KindsAsync(ann))[^1]);
        Assert.Equal("Dr Hill, on the telephone", Assert.Single(await room.ReadAsync(db => db.SafetyEvents.ToListAsync(Cancellation))).Note);
        Assert.Equal([("cleared", (string?)null)], await AuditAsync(room));
    }

    [Fact]
    public async Task A_reply_nobody_could_read_gets_a_meaning_and_its_person_the_receipt()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var unread = await room.ReplyAsync(ann, Monday.PlusDays(5).At(new(9, 0)), "so la la");
        Assert.Equal(InboundOutcome.Unreadable, (await MessageAsync(room, unread.Id)).Outcome);

        Assert.IsType<Assigned.Done>(await Assign(room).ToMessageAsync(unread.Id, null, "2, all done", Anna, Cancellation));

        var report = Assert.Single(await room.ReadAsync(db => db.PainReports.ToListAsync(Cancellation)));
        Assert.Equal((2, Monday, unread.WrittenAt), (report.Score, report.Week, (LocalDateTime?)report.Answered));
        Assert.Equal(Anna, (await MessageAsync(room, unread.Id)).HandledBy);
        var receipt = (await room.MailsAsync(ann))[^1];
        Assert.Equal(MailKind.Receipt, receipt.Kind);
        Assert.Contains("UNDO", await room.TextAsync(receipt), StringComparison.Ordinal);

        await room.ReplyAsync(ann, Monday.PlusDays(5).At(new(9, 30)), "UNDO");
        Assert.NotNull(Assert.Single(await room.ReadAsync(db => db.PainReports.AsNoTracking().ToListAsync(Cancellation))).WithdrawnAt);
    }

    [Theory]
    [InlineData("well, you know")]
    [InlineData("2,3")]
    [InlineData("11")]
    public async Task An_admins_words_that_are_not_clear_change_nothing(string words)
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var mails = await room.KindsAsync(ann);

        Assert.IsType<Assigned.Refused>(await Assign(room).ForPersonAsync(ann.Id, words, Anna, Cancellation));

        Assert.Equal(mails, await room.KindsAsync(ann));
        Assert.Empty(await room.ReadAsync(db => db.InboundMessages.ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_message_that_shows_no_owner_is_given_to_the_person_an_admin_names()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var message = new InboundMessage
        {
            MessageKey = "lost@example.net",
            Origin = "test",
            ArrivedAt = room.Clock.GetCurrentInstant(),
            Outcome = InboundOutcome.ForeignSender,
            Raw = Encoding.ASCII.GetBytes("From: x@example.net\r\n\r\nmy pain was two\r\n"),
            CreatedAt = room.Clock.GetCurrentInstant(),
        };
        await room.StoreAsync(message);

        Assert.IsType<Assigned.Refused>(await Assign(room).ToMessageAsync(message.Id, null, "2", Anna, Cancellation));
        Assert.IsType<Assigned.Done>(await Assign(room).ToMessageAsync(message.Id, ann.Id, "2", Anna, Cancellation));
        Assert.IsType<Assigned.Refused>(await Assign(room).ToMessageAsync(message.Id, ann.Id, "2", "ben", Cancellation));

        Assert.Equal(2, Assert.Single(await room.ReadAsync(db => db.PainReports.ToListAsync(Cancellation))).Score);
        Assert.Equal("my pain was two", UnreadMessage.Of(message).Text);
    }

    [Fact]
    public async Task A_pause_at_an_admins_word_is_the_persons_own_pause()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        Assert.IsType<Assigned.Done>(await Assign(room).ForPersonAsync(ann.Id, "PAUSE 2 WEEKS", Anna, Cancellation));

        Assert.Equal(SubscriberState.Paused, (await room.AsStoredAsync(ann)).State);
        Assert.Single(await room.ReadAsync(db => db.Pauses.ToListAsync(Cancellation)));
        Assert.Contains(MailKind.Receipt, await room.KindsAsync(ann));
    }

    [Fact]
    public async Task A_bounce_can_be_forgiven_and_a_complaint_cannot()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await SuppressAsync(room, ann, 1, "hard-bounce");
        await SuppressAsync(room, ann, 2, "complaint");
        var lift = new LiftSuppression(Contexts(room), room.Get<IWakePlanning>(), room.Clock);

        Assert.False(await lift.RunAsync("02", Anna, Cancellation));
        Assert.False(await lift.RunAsync("no hash", Anna, Cancellation));
        Assert.Equal(SubscriberState.Suppressed, (await room.AsStoredAsync(ann)).State);
        Assert.True(await lift.RunAsync("01", Anna, Cancellation));

        var back = await room.AsStoredAsync(ann);
        Assert.Equal(SubscriberState.Active, back.State);
        Assert.NotNull(back.NextPlanAt);
        Assert.Equal("complaint", Assert.Single(await room.ReadAsync(db => db.Suppressions.ToListAsync(Cancellation))).Why);
    }

    [Fact]
    public async Task A_week_goes_out_again_as_a_message_of_its_own_each_time()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        var week = Assert.Single(await room.MailsAsync(ann));
        var again = new SendAgain(Contexts(room), room.Get<NewMails>(), room.Get<IWakeDelivery>(), room.Clock);

        Assert.True(await again.RunAsync(ann.Id, week.Id, Anna, Cancellation));
        Assert.True(await again.RunAsync(ann.Id, week.Id, Anna, Cancellation));
        Assert.False(await again.RunAsync(ann.Id + 1, week.Id, Anna, Cancellation));

        var mails = await room.MailsAsync(ann);
        Assert.Equal(3, mails.Select(m => m.MessageId).Distinct().Count());
        Assert.All(mails, mail => Assert.Equal((MailKind.Week, week.WeekId), (mail.Kind, mail.WeekId)));
        Assert.All(mails.Where(m => m.Id != week.Id), mail => Assert.StartsWith("resend:", mail.Cause, StringComparison.Ordinal));
        Assert.NotNull(week.Templates);
    }

    [Fact]
    public async Task The_preview_shows_what_a_good_and_a_bad_answer_would_change_and_stores_nothing()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.LiveUntilAsync(ann, Monday.PlusDays(4).At(new(9, 0)));

        var preview = await new NextWeekPreview(Contexts(room), room.Get<WeekPlanner>(), room.Clock).RunAsync(ann.Id, Cancellation);

        Assert.Equal([2, 5, 7], preview.Select(p => p.Score));
        Assert.All(preview, p => Assert.Equal(Monday.PlusWeeks(1), p.Week.Starts));
        Assert.Equal(Decision.Progress, preview[0].Week.Decision);
        Assert.True(preview[2].Week.Decision >= Decision.StepBack);
        Assert.Single(await room.WeeksAsync(ann));

        await room.ReplyAsync(ann, Monday.PlusDays(6).At(new(16, 0)), "2, all done");
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));
        var real = (await room.WeeksAsync(ann))[^1].Plan;
        Assert.Equal((preview[0].Week.Decision, preview[0].Week.Rung, preview[0].Week.CapRunSeconds), (real.Decision, real.Rung, real.CapRunSeconds));
    }

    [Fact]
    public async Task Red_scores_and_changed_strides_are_listed_as_adverse_events()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Tuesday, "Mon 7, limped");

        Assert.Contains((await QueueAsync(room)).Adverse, e => e is AdverseEvent.RedScore { Score: 7 });
        Assert.Contains((await QueueAsync(room)).Adverse, e => e is AdverseEvent.ChangedStride);
    }

    private static IDbContextFactory<RunBackCareDb> Contexts(PostRoom room) => room.Get<IDbContextFactory<RunBackCareDb>>();

    private static AssignMeaning Assign(PostRoom room) => new(Contexts(room), room.Get<AnswerReply>(), room.Get<IWakeDelivery>(), room.Get<IWakePlanning>(), room.Clock);

    private static Task<SafetyQueue> QueueAsync(PostRoom room) => room.ReadAsync(db => SafetyQueue.ReadAsync(db, room.Clock.GetCurrentInstant(), Cancellation));

    private static Task<InboundMessage> MessageAsync(PostRoom room, long id) => room.ReadAsync(db => db.InboundMessages.AsNoTracking().SingleAsync(m => m.Id == id, Cancellation));

    private static async Task<IEnumerable<(string, string?)>> AuditAsync(PostRoom room) =>
        (await room.ReadAsync(db => db.Audit.Where(a => a.Actor == Anna).OrderBy(a => a.Id).ToListAsync(Cancellation))).Select(a => (a.Action, a.About));

    private static async Task SuppressAsync(PostRoom room, Subscriber person, byte hash, string why)
    {
        await room.StoreAsync(new Suppression { AddressHash = [hash], Why = why, SubscriberId = person.Id, Evidence = "550 5.1.1 unknown", CreatedAt = room.Clock.GetCurrentInstant() });
        await room.ReadAsync(db => db.Subscribers.Where(s => s.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SubscriberState.Suppressed).SetProperty(s => s.NextPlanAt, (Instant?)null), Cancellation));
    }
}
