using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Tests;

/// <summary>What people get back when they answer.</summary>
public sealed class AnswerMailTests
{
    [Fact]
    public void A_receipt_names_the_dates_it_read() =>
        Assert.Equal(
            ["The week from Monday 30 November to Sunday 6 December: your back was a 2 at its worst.", "The week from Monday 30 November to Sunday 6 December: everything done."],
            Plain(SampleAnswers.Receipt("2, all done").Read));

    [Fact]
    public void A_bare_score_says_aloud_that_the_runs_count_as_done() =>
        Assert.Equal(
            "You named no runs, so all three runs of that week count as done. Was it fewer? Reply with the number, such as \"2 runs\".",
            Plain(SampleAnswers.Receipt("2").Read)[1]);

    [Fact]
    public void A_named_day_stands_with_its_date() =>
        Assert.Contains("Tuesday 1 December: your back was a 3.", Plain(SampleAnswers.Receipt("Tue 3").Read));

    [Fact]
    public void Fewer_runs_are_counted_against_those_planned() =>
        Assert.Contains("The week from Monday 30 November to Sunday 6 December: two of three runs done.", Plain(SampleAnswers.Receipt("2, 2 runs").Read));

    [Fact]
    public void A_distance_is_said_in_the_persons_own_unit()
    {
        var miles = ReceiptView.Of(SampleAnswers.Of("Thu: ran 5 km, pain 1"), SampleLibrary.Value, SampleWeeks.Ann with { Units = Planning.Runners.Units.Miles }, SampleWeeks.Links);

        Assert.Contains(Plain(miles.Read), line => line.EndsWith("run done, 3.1 miles.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receipt_says_when_the_next_week_is_planned() =>
        Assert.Equal(["Your days stay as they are. This answer goes into your next week, which is planned on Sunday at 17:00."], SampleAnswers.Receipt("2").Changes);

    [Fact]
    public void An_answer_about_last_week_leaves_the_week_that_was_planned_since() =>
        Assert.Equal(["Your week from 30 November stays as you have it."], Plain(SampleAnswers.Receipt("2", SampleAnswers.MondayMorning).Changes));

    [Fact]
    public void A_changed_week_shows_the_days_to_come_alone()
    {
        var view = SampleAnswers.Flare();

        Assert.Equal("The rest of your week, from Friday 4 December", Wording.Untied(view.Week.Heading));
        Assert.Equal(3, view.Week.Days.Length);
    }

    [Fact]
    public void A_changed_week_brings_its_calendar_along() =>
        Assert.Equal(2, SampleAnswers.Flare().Calendar!.Revision);

    [Fact]
    public void What_was_not_understood_is_quoted_and_asked()
    {
        var asked = SampleAnswers.Receipt("What colour are the shoes?").Asked!;

        Assert.Equal(["“What colour are the shoes?”"], asked.Quoted);
        Assert.NotEmpty(asked.Ask);
    }

    [Fact]
    public void What_was_asked_before_is_named_and_not_asked_again()
    {
        var view = SampleAnswers.Receipt(SampleAnswers.Of("What colour are the shoes?") with { MayAsk = false });

        Assert.Equal("What we could not use", view.Asked!.Heading);
        Assert.DoesNotContain(view.Asked.Ask, ask => ask.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_was_counted_there_is_nothing_to_take_back() => Assert.Empty(SampleAnswers.Receipt("HELP").Undo);

    [Theory]
    [InlineData("2", "UNDO, LAST WEEK")]
    [InlineData("Tue 3", "UNDO")]
    public void A_bare_answer_can_also_be_moved(string words, string offered) => Assert.Equal(offered, string.Join(", ", SampleAnswers.Receipt(words).Undo.Select(w => w.Word)));

    [Fact]
    public void Each_effect_has_its_sentence_and_title()
    {
        Effect[] effects =
        [
            new Effect.Undone(new(2026, 12, 6)), new Effect.NothingToUndo(), new Effect.Moved(new(2026, 11, 30)), new Effect.Paused(new(2026, 12, 7), new(2026, 12, 20)), new Effect.Paused(new(2026, 12, 7), null),
            new Effect.Resumed(), new Effect.NothingToResume(), new Effect.Cleared(), new Effect.Held(), new Effect.OnItsWay(CommandKind.Export), new Effect.OnItsWay(CommandKind.Summary), new Effect.OnItsWay(CommandKind.SendAgain),
            new Effect.NothingAsked(), new Effect.Kept(),
        ];

        Assert.Equal(typeof(Effect).GetNestedTypes().Length, effects.Select(e => e.GetType()).Distinct().Count());
        Assert.All(effects, effect =>
        {
            var view = SampleAnswers.Receipt("HELP", null, effect);
            Assert.EndsWith(".", Assert.Single(view.Changes), StringComparison.Ordinal);
            Assert.InRange(view.Title.Length, 10, 75);
            Assert.All(SubjectWords.AboutHealth, word => Assert.DoesNotMatch($"(?i)\\b{word}", view.Title));
        });
    }

    [Fact]
    public void Every_word_of_the_help_is_one_the_reader_knows()
    {
        Assert.All(HelpWords.All, entry =>
        {
            var reading = SampleAnswers.Of(entry.Word).Reading;
            Assert.False(reading.IsEmpty, entry.Word);
            Assert.Empty(reading.Unread);
        });
    }

    [Fact]
    public void The_example_of_a_flare_mail_reads_as_the_next_mornings_score()
    {
        var report = Assert.Single(SampleAnswers.Of(SampleAnswers.Flare().Answer.Example, new(2026, 12, 4, 8, 0)).Reading.Reports);

        Assert.Equal((new(2026, 12, 4), ReportTime.Morning, 3), (report.Day, report.When, report.Score.Value));
    }

    [Fact]
    public void The_words_of_the_clearance_question_are_ones_the_reader_knows() =>
        Assert.All(
            new[] { ClearanceCause.Asked, ClearanceCause.BeforeStarting }.SelectMany(cause => ClearanceView.Of("Ann", cause, SampleWeeks.Links).Words),
            entry => Assert.Single(SampleAnswers.Of(entry.Word).Reading.Commands));

    [Fact]
    public void The_words_of_the_privacy_notice_are_ones_the_reader_knows() =>
        Assert.All(((PrivacyView)SampleMails.All["privacy"]).Words, entry => Assert.Single(SampleAnswers.Of(entry.Word).Reading.Commands));

    [Fact]
    public void A_flare_mail_without_a_changed_week_is_refused() =>
        Assert.Throws<ArgumentException>(() => FlareView.Of(SampleAnswers.Of("7"), SampleLibrary.Value, SampleWeeks.Ann, EmergencyNumber.For("DE"), SampleWeeks.Links));

    private static string[] Plain(IEnumerable<string> lines) => [.. lines.Select(Wording.Untied)];
}
