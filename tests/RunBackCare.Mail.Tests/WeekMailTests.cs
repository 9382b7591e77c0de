using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Tests.Content;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests;

/// <summary>What holds for every week's mail, whatever the week.</summary>
public sealed class WeekMailTests
{
    private const int Kilobyte = 1024;

    public static TheoryData<string> Weeks => [.. SampleWeeks.All.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Weeks))]
    public void What_the_page_says_the_text_part_says_too(string name)
    {
        var view = View(name);
        var rendered = SampleLetters.Render(view);
        var text = Reading.OfText(rendered.Text);

        // The subject repeats the title; the strip's words are its marks in a line; a day outside the plan has only a dash; the text part has one page to answer on.
        string[] elsewhere = ["kind", "language", "direction", "title", "preheader", "strip.days.full", "links.confirm", "taps.taps.page", "taps.taps.number"];
        Assert.All(
            ViewFacts.Of(view).Where(f => !elsewhere.Contains(f.Path) && IsLinked(view, f.Path)),
            fact => Assert.Contains(Reading.OfText(fact.Text), text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void What_the_view_holds_the_page_says(string name)
    {
        var view = View(name);
        var page = Reading.OfPage(SampleLetters.Render(view).Html);

        string[] elsewhere = ["kind", "strip.days.words", "links.confirm"];
        Assert.All(
            ViewFacts.Of(view).Where(f => !elsewhere.Contains(f.Path) && IsLinked(view, f.Path)),
            fact => Assert.Contains(Reading.OfText(fact.Text), page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void The_sender_can_be_reached_and_left_from_every_form(string name)
    {
        var rendered = SampleLetters.Render(View(name));

        foreach (var form in new[] { rendered.Html, rendered.Text })
        {
            Assert.Contains(SampleLetters.Operator.Name, form, StringComparison.Ordinal);
            Assert.Contains(SampleLetters.Operator.PostalAddress, form, StringComparison.Ordinal);
            Assert.Contains(SampleLetters.Operator.Contact, form, StringComparison.Ordinal);
            Assert.Contains(SampleWeeks.Links.Leave!.AbsoluteUri, form, StringComparison.Ordinal);
            Assert.Contains("Reply above this line", form, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void No_line_of_the_text_part_is_wider_than_78_but_an_address(string name) =>
        Assert.All(SampleLetters.Render(View(name)).Text.Split('\n').Where(l => l.Length > 78), line => Assert.DoesNotContain(' ', line));

    [Theory]
    [MemberData(nameof(Weeks))]
    public void A_subject_says_nothing_about_health(string name)
    {
        var subject = SampleLetters.Render(View(name)).Subject;

        Assert.All(SubjectWords.AboutHealth, word => Assert.DoesNotMatch($"(?i)\\b{word}", subject));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void No_mark_of_a_template_is_left(string name)
    {
        var rendered = SampleLetters.Render(View(name));

        Assert.All(
            new[] { rendered.Subject, rendered.Html, rendered.Text },
            form => Assert.All(new[] { "{{", "}}", "Scriban", "ImmutableArray" }, mark => Assert.DoesNotContain(mark, form, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Weeks))]
    public void An_inbox_shows_a_preheader_of_40_to_90_characters(string name) => Assert.InRange(View(name).Preheader.Length, 40, 90);

    [Theory]
    [MemberData(nameof(Weeks))]
    public void The_page_has_one_large_heading_and_its_language_twice(string name)
    {
        var html = SampleLetters.Render(View(name)).Html;

        Assert.Single(html.Split("<h1").Skip(1));
        Assert.Equal(2, html.Split("lang=\"en-GB\" dir=\"ltr\"").Length - 1);
    }

    [Fact]
    public void A_usual_week_stays_under_60_KB() =>
        Assert.InRange(PageSize(SampleWeeks.Full), 10 * Kilobyte, 60 * Kilobyte);

    /// <summary>Gmail cuts a page at 102 KB.</summary>
    [Fact]
    public void The_longest_week_stays_under_80_KB() => Assert.InRange(PageSize(LongestWeek.Value), 40 * Kilobyte, 80 * Kilobyte);

    [Fact]
    public void An_item_that_left_the_library_is_shown_by_its_ID()
    {
        var week = SampleWeeks.Full with { Cue = "Q99", Lesson = null, Days = [new(SampleWeeks.Full.Starts, [new Session.Strength { Minutes = 15, Items = [new("C99", 1, "2 × 8")] }])] };

        var rendered = SampleLetters.Render(SampleWeeks.View(week));

        Assert.Contains("C99: 2 × 8", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_to_see_someone_names_whom_and_stands_above_the_plan_in_both_forms()
    {
        var rendered = SampleLetters.Render(SampleWeeks.View(SampleWeeks.WalkOnly));

        Assert.All(new[] { Reading.OfText(rendered.Text), Reading.OfPage(rendered.Html) }, form =>
        {
            var advice = form.IndexOf("let a GP, a physiotherapist or an osteopath", StringComparison.Ordinal);
            Assert.InRange(advice, 0, form.IndexOf("Hello Ann", StringComparison.Ordinal));
            Assert.Contains("Reply SUMMARY", form, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_persons_first_week_says_welcome_and_how_it_works_and_no_later_one_does()
    {
        Assert.NotNull(View(nameof(SampleWeeks.Partial)).Welcome);
        Assert.NotNull(WeekView.Of(SampleWeeks.WalkOnly, SampleLibrary.Value, SampleWeeks.Ann with { IsNew = true }, SampleWeeks.Links).Welcome);
        Assert.Null(View(nameof(SampleWeeks.Full)).Welcome);
    }

    [Fact]
    public void A_week_that_was_asked_for_again_says_that_nothing_in_it_is_new()
    {
        var rendered = SampleLetters.Render(WeekView.Of(SampleWeeks.Full, SampleLibrary.Value, SampleWeeks.Ann with { IsAgain = true }, SampleWeeks.Links));

        Assert.Equal("Once more: your week from 30 November", rendered.Subject);
        Assert.All(new[] { Reading.OfText(rendered.Text), Reading.OfPage(rendered.Html) }, form => Assert.Contains("Here it is once more. Nothing in it has changed.", form, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_number_of_an_answer_is_a_link_to_the_page_that_asks_and_a_paused_week_has_none()
    {
        var taps = View(nameof(SampleWeeks.Full)).Taps.SelectMany(row => row.Taps).ToList();

        Assert.Equal(Enumerable.Range(0, 11).Select(n => $"{SampleWeeks.Links.Pain}?score={n}"), taps.Select(t => t.Page.AbsoluteUri));
        Assert.Empty(View(nameof(SampleWeeks.Paused)).Taps);
    }

    [Fact]
    public void Each_exercise_is_explained_once()
    {
        var text = SampleLetters.Render(SampleWeeks.View(SampleWeeks.Full)).Text;

        Assert.Single(text.Split("How the side plank goes").Skip(1));
    }

    [Fact]
    public void A_stretch_of_both_sides_at_once_has_no_sides_after_a_run()
    {
        var run = SampleWeeks.Full.Days.SelectMany(d => d.Sessions).OfType<Session.Run>().First() with { After = ["T04", "T06"] };

        var view = WeekView.Of(SampleWeeks.Full with { Days = [new(SampleWeeks.Full.Starts, [run])] }, RepositoryLibrary.Library, SampleWeeks.Ann, SampleWeeks.Links);

        Assert.Equal(
            "Walk 5 min, then 30 s each side: Butterfly at the wall (30 s in all) · Lying figure four",
            view.Days[0].Sessions[0].After!.Replace('\u00a0', ' '));
    }

    [Fact]
    public void What_holds_for_a_kind_of_exercise_is_said_once_at_the_head_of_its_group()
    {
        var view = WeekView.Of(SampleWeeks.Full, RepositoryLibrary.Library, SampleWeeks.Ann, SampleWeeks.Links);

        Assert.Equal(RepositoryLibrary.Library.Notes.Select(n => n.Text), view.HowTo.Select(g => g.Note));
        Assert.Single(SampleLetters.Render(view).Html.Split("Never roll the lower back").Skip(1));
    }

    [Fact]
    public void A_reason_says_what_it_rests_on_and_how_sure_that_is_and_says_it_once()
    {
        var why = View(nameof(SampleWeeks.Full)).Why;

        Assert.Equal(
            ["Rests on: Injuries came more often when a run was far longer than the longest of the 30 days before. How sure? Seen in a large group of people over time (R01: Frandsen et al., Br J Sports Med 2025)."],
            why[0].RestsOn);
        Assert.Equal(["Rests on R01, as above."], why[1].RestsOn);
    }

    [Fact]
    public void A_reason_may_rest_on_something_new_and_on_something_told_above()
    {
        var week = SampleWeeks.Full with { Reasons = [Reason.Of("a", "One.", ["R08"]), Reason.Of("b", "Two.", ["R08", "R16"])] };

        var lines = SampleWeeks.View(week).Why[1].RestsOn;

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Rests on: With a walking programme", lines[0], StringComparison.Ordinal);
        Assert.Equal("Rests also on R08, as above.", lines[1]);
    }

    [Fact]
    public void A_reason_that_rests_on_the_persons_own_words_says_no_more() =>
        Assert.All(View(nameof(SampleWeeks.Paused)).Why, reason => Assert.Empty(reason.RestsOn));

    [Fact]
    public void Evidence_that_left_the_library_is_passed_over() =>
        Assert.Empty(Assert.Single(SampleWeeks.View(SampleWeeks.Full with { Reasons = [Reason.Of("x", "So it is.", ["R99"])] }).Why).RestsOn);

    [Fact]
    public void A_lesson_names_its_sources_each_once() =>
        Assert.Equal(
            "Rests on Menezes Costa et al., CMAJ 2012 (P01, P02) · Wallwork et al., CMAJ 2024 (P03) · Sydney inception cohort, BMJ 2008 (P06) · Maselli et al., BMC Musculoskelet Disord 2020 (R14).",
            WeekView.Of(SampleWeeks.Full with { Lesson = "E01" }, RepositoryLibrary.Library, SampleWeeks.Ann, SampleWeeks.Links).Lesson!.RestsOn);

    private static WeekView View(string name) => SampleWeeks.View(SampleWeeks.All.Single(w => w.Name == name).Week);

    private static int PageSize(PlannedWeek week) =>
        System.Text.Encoding.UTF8.GetByteCount(SampleLetters.Render(WeekView.Of(week, RepositoryLibrary.Library, SampleWeeks.Ann, SampleWeeks.Links)).Html);

    /// <summary>A mail that asks for nothing has no page to answer on.</summary>
    private static bool IsLinked(WeekView view, string path) => path != "links.pain" || view.Answer is not null;
}
