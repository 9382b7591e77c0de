using RunBackCare.Mail.Views;

namespace RunBackCare.Mail.Tests;

/// <summary>The mails that are no week.</summary>
public sealed class AccountMailTests
{
    public static TheoryData<string> Kinds => ["confirm", "goodbye"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_reads_as_approved(string kind)
    {
        var rendered = SampleLetters.Render(View(kind));

        Snapshot.Matches($"Subject: {rendered.Subject}\n\n{rendered.Text}", kind);
        Snapshot.Matches(rendered.Html, $"{kind}-html");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_page_says_the_text_part_says_too(string kind)
    {
        var rendered = SampleLetters.Render(View(kind));
        var text = Reading.OfText(rendered.Text);

        Assert.All(Reading.Paragraphs(rendered.Html), paragraph => Assert.Contains(paragraph, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_inbox_shows_a_preheader_of_40_to_90_characters(string kind) => Assert.InRange(View(kind).Preheader.Length, 40, 90);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_line_of_the_text_part_is_wider_than_78_but_an_address(string kind) =>
        Assert.All(SampleLetters.Render(View(kind)).Text.Split('\n').Where(l => l.Length > 78), line => Assert.DoesNotContain(' ', line));

    [Fact]
    public void Confirming_takes_one_link_that_both_forms_hold()
    {
        var rendered = SampleLetters.Render(View("confirm"));

        Assert.Single(rendered.Html.Split(SampleWeeks.Links.Confirm!.AbsoluteUri).Skip(1));
        Assert.Contains(SampleWeeks.Links.Confirm.AbsoluteUri, rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_to_an_address_nobody_has_confirmed_holds_no_page_of_theirs()
    {
        var html = SampleLetters.Render(View("confirm")).Html;

        Assert.DoesNotContain(SampleWeeks.Links.Preferences!.AbsoluteUri, html, StringComparison.Ordinal);
    }

    private static MailView View(string kind) => kind == "confirm" ? ConfirmView.Of("Ann", SampleWeeks.Links) : GoodbyeView.Of("Ann", SampleWeeks.Links);
}
