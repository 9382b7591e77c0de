using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>Words of command, and safety signs, from the reply to the mail that answers.</summary>
public sealed class CommandFacts
{
    private static readonly LocalDate Monday = new(2026, 12, 7);
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);
    private static readonly LocalDateTime Tuesday = Monday.PlusDays(1).At(new(9, 0));

    [Fact]
    public async Task Stop_ends_everything_with_one_goodbye()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Tuesday, "STOP");

        var left = await room.AsStoredAsync(ann);
        Assert.Equal((SubscriberState.Left, null), (left.State, left.NextPlanAt));
        Assert.Equal([MailKind.Week, MailKind.Goodbye], await room.KindsAsync(ann));
    }

    [Fact]
    public async Task A_pause_empties_its_days_skips_its_weeks_and_ends_by_itself()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Tuesday, "PAUSE 2 WEEKS");

        var week = (await room.WeeksAsync(ann))[^1];
        Assert.Equal((2, "edit"), (week.Revision, week.Because));
        Assert.DoesNotContain(week.Plan.Days.Where(d => d.Date >= Tuesday.Date), d => d.Sessions.Any(s => s is not Session.Rest));
        Assert.Equal(SubscriberState.Paused, (await room.AsStoredAsync(ann)).State);
        await room.LiveUntilAsync(ann, Monday.PlusDays(20).At(new(17, 0)));
        Assert.Equal([Monday, Monday.PlusWeeks(3)], (await room.WeeksAsync(ann)).Select(w => w.StartsOn));
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
    }

    [Fact]
    public async Task Resume_ends_a_pause_and_plans_the_week_at_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "PAUSE 2 WEEKS");

        await room.ReplyAsync(ann, Monday.PlusDays(8).At(new(9, 0)), "RESUME");

        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        Assert.Equal(Monday.PlusWeeks(1), (await room.WeeksAsync(ann))[^1].StartsOn);
        Assert.Equal(MailKind.Week, (await room.KindsAsync(ann))[^1]);
    }

    [Fact]
    public async Task Undo_takes_a_pause_back()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "PAUSE 2 WEEKS");

        await room.ReplyAsync(ann, Tuesday.PlusMinutes(10), "UNDO");

        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        Assert.Empty(await room.ReadAsync(db => db.Pauses.ToListAsync()));
        Assert.Contains((await room.WeeksAsync(ann))[^1].Plan.Days.Where(d => d.Date > Tuesday.Date), d => d.Sessions.Any(s => s is Session.Run or Session.Walk));
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));
        Assert.Equal(Monday.PlusWeeks(1), (await room.WeeksAsync(ann))[^1].StartsOn);
    }

    [Fact]
    public async Task Undo_takes_a_resume_back_and_the_pause_lasts_as_long_as_it_did()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "PAUSE 2 WEEKS");
        var pause = Assert.Single(await room.ReadAsync(db => db.Pauses.AsNoTracking().ToListAsync()));
        var resumed = Monday.PlusDays(8).At(new(9, 0));
        await room.ReplyAsync(ann, resumed, "RESUME");

        await room.ReplyAsync(ann, resumed.PlusMinutes(10), "UNDO");

        Assert.Equal(SubscriberState.Paused, (await room.AsStoredAsync(ann)).State);
        var again = Assert.Single(await room.ReadAsync(db => db.Pauses.AsNoTracking().ToListAsync()));
        Assert.Equal((pause.FromDay, pause.ToDay), (again.FromDay, again.ToDay));
        Assert.DoesNotContain((await room.WeeksAsync(ann))[^1].Plan.Days.Where(d => d.Date <= pause.ToDay), d => d.Sessions.Any(s => s is not Session.Rest));
    }

    [Fact]
    public async Task Undo_of_a_resume_on_the_first_day_brings_the_pause_back_and_a_second_undo_ends_it()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Monday.At(new(20, 0)), "Mon 3");
        await room.ReplyAsync(ann, Tuesday, "PAUSE 2 WEEKS");
        var pause = Assert.Single(await room.ReadAsync(db => db.Pauses.AsNoTracking().ToListAsync()));
        await room.ReplyAsync(ann, Tuesday.PlusMinutes(10), "RESUME");
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);

        await room.ReplyAsync(ann, Tuesday.PlusMinutes(20), "UNDO");

        Assert.Equal(SubscriberState.Paused, (await room.AsStoredAsync(ann)).State);
        var again = Assert.Single(await room.ReadAsync(db => db.Pauses.AsNoTracking().ToListAsync()));
        Assert.Equal((pause.FromDay, pause.ToDay), (again.FromDay, again.ToDay));
        Assert.DoesNotContain((await room.WeeksAsync(ann))[^1].Plan.Days.Where(d => d.Date >= Tuesday.Date), d => d.Sessions.Any(s => s is not Session.Rest));

        await room.ReplyAsync(ann, Tuesday.PlusMinutes(30), "UNDO");

        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        Assert.Empty(await room.ReadAsync(db => db.Pauses.ToListAsync()));
        Assert.Equal(1, await room.ReadAsync(db => db.PainReports.CountAsync(r => r.WithdrawnAt == null)));
    }

    [Fact]
    public async Task An_emergency_sign_holds_the_plan_and_sends_the_scripted_mail_alone()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Tuesday, "2, all done. But I am numb between my legs since Monday.");

        var held = await room.AsStoredAsync(ann);
        Assert.Equal((SubscriberState.Held, SafetyLevel.A, Tuesday.Date, null), (held.State, held.HoldLevel, held.HoldSince, held.NextPlanAt));
        var mails = await room.MailsAsync(ann);
        Assert.Equal([MailKind.Week, MailKind.Emergency, MailKind.OperatorAlert], mails.Select(m => m.Kind));
        Assert.Equal((0, (Instant?)null, DeliveryState.Sent), (mails[1].Priority, mails[1].StaleAt, mails[1].State));
        Assert.NotEmpty(await room.ReadAsync(db => db.SafetyEvents.Where(e => e.AcknowledgedAt == null).ToListAsync()));
        Assert.Single(await room.ReadAsync(db => db.Alerts.ToListAsync()));

        await room.LiveUntilAsync(ann, Monday.PlusDays(27).At(new(17, 0)));
        Assert.Single(await room.WeeksAsync(ann));
    }

    [Fact]
    public async Task Neither_resume_nor_undo_lifts_a_hold_but_cleared_and_yes_do()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "numb between my legs");

        await room.ReplyAsync(ann, Tuesday.PlusHours(1), "RESUME");
        await room.ReplyAsync(ann, Tuesday.PlusHours(2), "UNDO");
        await room.ReplyAsync(ann, Tuesday.PlusHours(3), "YES");
        Assert.Equal(SubscriberState.Held, (await room.AsStoredAsync(ann)).State);
        Assert.Contains("CLEARED", await room.TextAsync((await room.MailsAsync(ann)).First(m => m.Kind == MailKind.Receipt)), StringComparison.Ordinal);

        var later = Monday.PlusDays(10).At(new(9, 0));
        await room.ReplyAsync(ann, later, "CLEARED");
        Assert.Equal((SubscriberState.Held, MailKind.Clearance), ((await room.AsStoredAsync(ann)).State, (await room.KindsAsync(ann))[^1]));
        await room.ReplyAsync(ann, later.PlusHours(1), "yes");

        var free = await room.AsStoredAsync(ann);
        Assert.Equal((SubscriberState.Active, later.Date), (free.State, free.HoldEnded));
        Assert.Equal(Planning.Progression.Decision.WalkOnly, (await room.WeeksAsync(ann))[^1].Decision);
        Assert.Single(await room.ReadAsync(db => db.Audit.Where(a => a.Action == "cleared").ToListAsync()));
    }

    [Fact]
    public async Task A_nine_pauses_running_and_tells_to_be_seen_today()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Tuesday, "Mon 9");

        Assert.Equal((SubscriberState.Held, SafetyLevel.B), ((await room.AsStoredAsync(ann)).State, (await room.AsStoredAsync(ann)).HoldLevel));
        Assert.Equal([MailKind.Week, MailKind.Urgent, MailKind.OperatorAlert, MailKind.Receipt], await room.KindsAsync(ann));
        var week = (await room.WeeksAsync(ann))[^1];
        Assert.Equal((Planning.Progression.Decision.Urgent, "hold"), (week.Decision, week.Because));
        Assert.Equal(week.Id, (await room.MailsAsync(ann))[^1].WeekId);
    }

    [Fact]
    public async Task A_sign_below_a_signature_counts_and_one_in_our_own_quoted_words_does_not()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Monday.At(new(20, 0)), "Mon 7");
        var flare = (await room.MailsAsync(ann))[^1];
        Assert.Equal(MailKind.Flare, flare.Kind);
        var quoted = string.Join('\n', (await room.TextAsync(flare)).Split('\n').Select(line => "> " + line));

        await room.ReplyAsync(ann, Tuesday, "3 this morning", quoted);
        Assert.Empty(await room.ReadAsync(db => db.SafetyEvents.ToListAsync()));

        await room.ReplyAsync(ann, Tuesday.PlusHours(1), "3 this morning", quoted + "\n-- \nAnn\nI cannot feel when I pee and I am numb between my legs");
        Assert.Equal(SafetyLevel.A, (await room.AsStoredAsync(ann)).HoldLevel);
    }

    [Fact]
    public async Task Delete_asks_once_and_yes_leaves_the_address_alone_until_the_goodbye()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Tuesday, "Mon 3");

        await room.ReplyAsync(ann, Tuesday.PlusHours(1), "DELETE");
        Assert.Equal(SubscriberState.Active, (await room.AsStoredAsync(ann)).State);
        await room.ReplyAsync(ann, Tuesday.PlusHours(2), "YES");

        var husk = await room.AsStoredAsync(ann);
        Assert.Equal((SubscriberState.Left, ""), (husk.State, husk.Name));
        Assert.Empty(await room.RevisionsAsync(ann));
        Assert.Empty(await room.ReadAsync(db => db.PainReports.ToListAsync()));
        Assert.Equal([MailKind.Erased], await room.KindsAsync(ann));
        Assert.Null(Assert.Single(await room.ReadAsync(db => db.InboundMessages.ToListAsync())).Reading);
    }
}
