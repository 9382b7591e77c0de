using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>A reply arrives, and the weeks listen.</summary>
public sealed class AnswerFacts
{
    private static readonly LocalDate Monday = new(2026, 12, 7);
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);

    [Fact]
    public async Task An_answer_on_Sunday_evening_decides_the_week_again_that_was_mailed_at_five()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));
        var mailed = (await room.WeeksAsync(ann))[^1];
        Assert.Equal((Monday.PlusWeeks(1), Decision.Hold, true), (mailed.StartsOn, mailed.Decision, mailed.Plan.Provisional));

        await room.ReplyAsync(ann, Monday.PlusDays(6).At(new(20, 0)), "2, all done");

        var revised = (await room.WeeksAsync(ann))[^1];
        Assert.Equal((Monday.PlusWeeks(1), 2, "late-answer", Decision.Progress), (revised.StartsOn, revised.Revision, revised.Because, revised.Decision));
        Assert.Equal(Monday, Assert.Single(revised.Facts.History.Reports).Week);
        var receipt = (await room.MailsAsync(ann))[^1];
        Assert.Equal((MailKind.Receipt, revised.Id, DeliveryState.Sent, (short)1), (receipt.Kind, receipt.WeekId, receipt.State, receipt.Priority));
        var text = await room.TextAsync(receipt);
        Assert.Contains("UNDO", text, StringComparison.Ordinal);
        Assert.Contains("Mon", text, StringComparison.Ordinal);
        Assert.IsType<ReplayOutcome.Same>(await room.Get<Replay>().RunAsync(revised.Id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(IsoDayOfWeek.Saturday, "2026-12-13T20:00")]
    [InlineData(IsoDayOfWeek.Sunday, "2026-12-14T07:00")]
    [InlineData(IsoDayOfWeek.Sunday, "2026-12-14T01:00")]
    [InlineData(IsoDayOfWeek.Monday, "2026-12-14T10:00")]
    public async Task Whenever_they_are_mailed_an_answer_before_the_first_run_counts(IsoDayOfWeek sendDay, string answered)
    {
        await using var room = await PostRoom.OpenAsync();
        var someone = People.Someone(sendDay: sendDay, sendAt: new(9, 0));
        someone.Profile = someone.Profile with { Days = new([0, 45, 0, 45, 0, 60, 0]) };
        var ann = await room.JoinAsync(Joining, someone);
        await room.LiveUntilAsync(ann, Monday.At(new(9, 0)));
        await room.LiveUntilAsync(ann, Monday.PlusDays(5).At(new(9, 0)));
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(9, 0)));
        await room.LiveUntilAsync(ann, Monday.PlusDays(7).At(new(9, 0)));

        await room.ReplyAsync(ann, NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(answered + ":00").Value, "2, all done");

        Assert.Equal((Monday.PlusWeeks(1), Decision.Progress), ((await room.WeeksAsync(ann))[^1].StartsOn, (await room.WeeksAsync(ann))[^1].Decision));
    }

    [Fact]
    public async Task What_is_told_in_words_is_named_in_the_receipt_and_nothing_goes_up_until_it_was_looked_at()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));

        await room.ReplyAsync(ann, Monday.PlusDays(6).At(new(20, 0)), "2, all done. My shin hurts when I hop.");

        var receipt = await room.TextAsync((await room.MailsAsync(ann))[^1]);
        Assert.Contains("Pain in a leg or foot at rest or when you hop. Until somebody has looked at it, walk in place of any run that brings it on.", Flat(receipt), StringComparison.Ordinal);
        await room.LiveUntilAsync(ann, Monday.PlusDays(13).At(new(17, 0)));
        var week = (await room.WeeksAsync(ann))[^1].Plan;
        Assert.Equal((Monday.PlusWeeks(2), Decision.Hold, "bone-pain"), (week.Starts, week.Decision, week.Reasons[^1].Code));
        Assert.Contains("bone-pain", week.Referral!.Reasons);
        Assert.DoesNotContain("no hurry", await room.TextAsync((await room.MailsAsync(ann))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_on_Wednesday_about_the_week_before_changes_nothing_and_still_counts()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));

        await room.ReplyAsync(ann, Monday.PlusDays(9).At(new(12, 0)), "LAST WEEK\n2, all done");

        Assert.Equal(1, (await room.WeeksAsync(ann))[^1].Revision);
        await room.LiveUntilAsync(ann, Monday.PlusDays(13).At(new(17, 0)));
        Assert.Equal(Monday, Assert.Single((await room.WeeksAsync(ann))[^1].Facts.History.Reports).Week);
    }

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Los_Angeles")]
    public async Task The_persons_own_clock_counts_wherever_they_live(string zone)
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining, People.Someone(zone: zone));
        await room.LiveUntilAsync(ann, Monday.PlusDays(6).At(new(17, 0)));

        await room.ReplyAsync(ann, Monday.PlusDays(6).At(new(23, 30)), "2, all done");

        var week = (await room.WeeksAsync(ann))[^1];
        Assert.Equal((Monday.PlusWeeks(1), Decision.Progress), (week.StartsOn, week.Decision));
        Assert.Equal(Monday.PlusDays(6).At(new(23, 30)), Assert.Single(week.Facts.History.Reports).Answered);
    }

    [Fact]
    public async Task A_red_score_softens_the_days_left_at_once_and_those_over_stay()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Monday.PlusDays(2).At(new(9, 0)), "Tue 7");

        var revisions = await room.RevisionsAsync(ann);
        Assert.Equal([(1, "due"), (2, "red-report")], revisions.Select(w => (w.Revision, w.Because)));
        Assert.Equal(
            RunBackCare.Planning.PlanJson.Write(revisions[0].Plan.Days.Where(d => d.Date < Monday.PlusDays(2))),
            RunBackCare.Planning.PlanJson.Write(revisions[1].Plan.Days.Where(d => d.Date < Monday.PlusDays(2))));
        Assert.DoesNotContain(revisions[1].Plan.Days.Where(d => d.Date >= Monday.PlusDays(2)), d => d.Sessions.Any(s => s is Session.Run));
        var flare = (await room.MailsAsync(ann))[^1];
        Assert.Equal((MailKind.Flare, revisions[1].Id, DeliveryState.Sent), (flare.Kind, flare.WeekId, flare.State));
        Assert.Equal([MailKind.Week, MailKind.Flare], await room.KindsAsync(ann));

        await room.ReplyAsync(ann, Monday.PlusDays(3).At(new(9, 0)), "Wed 7");

        Assert.Equal([MailKind.Week, MailKind.Flare, MailKind.Receipt], await room.KindsAsync(ann));
        Assert.Equal(2, (await room.RevisionsAsync(ann)).Count);
    }

    [Fact]
    public async Task Undo_takes_a_red_score_back_with_what_it_changed()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        await room.ReplyAsync(ann, Monday.PlusDays(1).At(new(9, 0)), "Mon 7");

        await room.ReplyAsync(ann, Monday.PlusDays(1).At(new(9, 30)), "UNDO");

        var revisions = await room.RevisionsAsync(ann);
        Assert.Equal(["due", "red-report", "undo"], revisions.Select(w => w.Because));
        Assert.Contains(revisions[2].Plan.Days.Where(d => d.Date > Monday.PlusDays(1)), d => d.Sessions.Any(s => s is Session.Run));
        Assert.Empty(revisions[2].Facts.History.Reports);
        Assert.Contains("taken back", await room.TextAsync((await room.MailsAsync(ann))[^1]), StringComparison.Ordinal);

        await room.ReplyAsync(ann, Monday.PlusDays(1).At(new(9, 40)), "UNDO");
        Assert.Contains("no answer to take back", await room.TextAsync((await room.MailsAsync(ann))[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_silent_weeks_bring_one_mail_that_says_so_and_an_answer_wakes_the_plan()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(new(2026, 12, 6, 17, 0));

        for (var week = 1; week <= 7; week++)
        {
            await room.LiveUntilAsync(ann, Monday.PlusWeeks(week).PlusDays(-1).At(new(17, 0)));
        }

        Assert.Equal([MailKind.Week, MailKind.Week, MailKind.Week, MailKind.Week, MailKind.Silence], await room.KindsAsync(ann));
        Assert.Contains("Your plan is paused", await room.TextAsync((await room.MailsAsync(ann))[^1]), StringComparison.Ordinal);
        await room.ReplyAsync(ann, Monday.PlusWeeks(7).At(new(9, 0)), "2");
        Assert.Contains((await room.WeeksAsync(ann))[^1].Plan.Days, d => d.Sessions.Any(s => s is Session.Run or Session.Walk));
    }

    [Fact]
    public async Task What_is_not_understood_is_asked_once()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);

        await room.ReplyAsync(ann, Monday.PlusDays(1).At(new(9, 0)), "the cat sat on the mat 12");
        await room.ReplyAsync(ann, Monday.PlusDays(1).At(new(9, 10)), "and what about bananas 15");

        var mails = (await room.MailsAsync(ann)).Where(m => m.Kind == MailKind.Receipt).ToList();
        Assert.Equal(2, mails.Count);
        Assert.NotEqual(await room.TextAsync(mails[0]), await room.TextAsync(mails[1]));
    }

    private static string Flat(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
