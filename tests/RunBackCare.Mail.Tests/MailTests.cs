using RunBackCare.Mail.Views;

namespace RunBackCare.Mail.Tests;

/// <summary>What holds for every mail that is no week.</summary>
public sealed class MailTests
{
    private const int Kilobyte = 1024;

    public static TheoryData<string> Names => SampleMails.Names;

    [Fact]
    public void Every_mail_there_is_has_a_sample() =>
        Assert.Empty(typeof(MailView).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MailView)) && t != typeof(WeekView)).Except(SampleMails.All.Values.Select(v => v.GetType())));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_reads_as_approved(string name)
    {
        var rendered = SampleLetters.Render(SampleMails.All[name]);

        Snapshot.Matches($"Subject: {rendered.Subject}\n\n{rendered.Text}", name);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("goodbye")]
    [InlineData("receipt")]
    [InlineData("emergency")]
    public void The_page_is_as_approved(string name) => Snapshot.Matches(SampleLetters.Render(SampleMails.All[name]).Html, $"{name}-html");

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_page_says_the_text_part_says_too(string name)
    {
        var rendered = SampleLetters.Render(SampleMails.All[name]);
        var text = Reading.OfText(rendered.Text).Replace(" · ", ", ", StringComparison.Ordinal);

        // The text part writes its headings large, and a session's minutes after a comma.
        Assert.All(Reading.Paragraphs(rendered.Html), paragraph => Assert.Contains(paragraph.Replace(" · ", ", ", StringComparison.Ordinal), text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_view_holds_both_forms_say(string name)
    {
        var view = SampleMails.All[name];
        var rendered = SampleLetters.Render(view);
        string[] elsewhere = ["kind", "language", "direction", "title", "preheader"];
        var facts = ViewFacts.Of(view).Where(f => !elsewhere.Contains(f.Path) && (!f.Path.StartsWith("links.", StringComparison.Ordinal) || f.Path == "links.leave"));

        Assert.All(facts, fact =>
        {
            Assert.Contains(Reading.OfText(fact.Text), Reading.OfText(rendered.Text), StringComparison.Ordinal);
            Assert.Contains(Reading.OfText(fact.Text), Reading.OfPage(rendered.Html), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_inbox_shows_a_preheader_of_40_to_90_characters(string name) => Assert.InRange(SampleMails.All[name].Preheader.Length, 40, 90);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_of_the_text_part_is_wider_than_78_but_an_address(string name) =>
        Assert.All(SampleLetters.Render(SampleMails.All[name]).Text.Split('\n').Where(l => l.Length > 78), line => Assert.DoesNotContain(' ', line));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_subject_says_nothing_about_health(string name)
    {
        var subject = SampleLetters.Render(SampleMails.All[name]).Subject;

        Assert.All(SubjectWords.AboutHealth, word => Assert.DoesNotMatch($"(?i)\\b{word}", subject));
        Assert.InRange(subject.Length, 5, 75);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_has_one_large_heading_and_is_small(string name)
    {
        var html = SampleLetters.Render(SampleMails.All[name]).Html;

        Assert.Single(html.Split("<h1").Skip(1));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), Kilobyte, 40 * Kilobyte);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mark_of_a_template_is_left(string name)
    {
        var rendered = SampleLetters.Render(SampleMails.All[name]);

        Assert.All(
            new[] { rendered.Subject, rendered.Html, rendered.Text },
            form => Assert.All(new[] { "{{", "}}", "Scriban", "ImmutableArray" }, mark => Assert.DoesNotContain(mark, form, StringComparison.Ordinal)));
    }

    [Fact]
    public void Confirming_takes_one_link_that_both_forms_hold()
    {
        var rendered = SampleLetters.Render(SampleMails.All["confirm"]);

        Assert.Single(rendered.Html.Split(SampleWeeks.Links.Confirm!.AbsoluteUri).Skip(1));
        Assert.Contains(SampleWeeks.Links.Confirm.AbsoluteUri, rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_to_an_address_nobody_has_confirmed_holds_no_page_of_theirs()
    {
        var html = SampleLetters.Render(SampleMails.All["confirm"]).Html;

        Assert.DoesNotContain(SampleWeeks.Links.Preferences!.AbsoluteUri, html, StringComparison.Ordinal);
    }
}
