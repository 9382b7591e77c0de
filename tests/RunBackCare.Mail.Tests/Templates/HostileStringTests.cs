using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Tests.Templates;

/// <summary>Whatever a person calls themselves, or an editor writes, is words in every form and nothing else.</summary>
public sealed class HostileStringTests
{
    private const string Rtl = "\u202e";

    public static TheoryData<string> Names =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "{{ links.leave }}",
        "{{ include 'foot.text' }}",
        "Eve\r\nBcc: victim@example.org\r\n\r\nbody",
        "\u0000\u0007\u001b[31m",
        $"gpj{Rtl}exe\u2066\u200f",
        "👩‍👩‍👧‍👦🏃🏽‍♀️",
        "\ud83c",
        "&amp; &lt;b&gt; &#x3c;",
        new string('W', 300),
        "   ",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_inert_in_every_form(string name)
    {
        var view = WeekView.Of(SampleWeeks.Full, SampleLibrary.Value, SampleWeeks.Ann with { Name = name }, SampleWeeks.Links);

        AssertInert(name, view, SampleLetters.Addressing with { Name = name });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_reason_is_inert_in_every_form(string words)
    {
        var week = SampleWeeks.Full with { Reasons = [Reason.Of("x", words, [])], Referral = new([], words) };

        AssertInert(words, SampleWeeks.View(week), SampleLetters.Addressing);
    }

    /// <summary>Not only where somebody thought of it: the fields are found by reflection, the operator's among them.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Any_words_in_every_field_of_every_mail_are_inert(string words)
    {
        foreach (var type in typeof(MailView).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(MailView))))
        {
            foreach (var (hostile, harmless) in WorstCase.Of(type, words).Cast<MailView>().Zip(WorstCase.Of(type, "Ann").Cast<MailView>()))
            {
                var (rendered, plain) = (SampleLetters.Templates.Render(hostile, new(words, words, words)), SampleLetters.Templates.Render(harmless, new("Ann", "Ann", "Ann")));
                Assert.Equal(Tags(plain.Html), Tags(rendered.Html));
                Assert.DoesNotContain("' onmouseover", rendered.Html, StringComparison.Ordinal);
                Assert.All(new[] { rendered.Html, rendered.Text, rendered.Subject }, AssertPlain);
                Assert.DoesNotContain('\n', rendered.Subject);
                Assert.DoesNotContain(rendered.Text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
                var (headers, expected) = (Headers(hostile), Headers(harmless));
                Assert.Equal(expected, headers);
            }
        }

        static List<string> Headers(MailView view) =>
            [.. SampleLetters.Sent(SampleLetters.Composer.Compose(view with { Title = view.Title.Trim().Length == 0 ? "x" : view.Title }, SampleLetters.Addressing with { Name = view.Greeting })).Headers.Select(h => h.Field)];
    }

    [Fact]
    public void A_name_is_escaped_once_and_reads_as_it_was_written()
    {
        var view = ConfirmView.Of("Tom & \"Ann\" <tom>", SampleWeeks.Links);

        var rendered = SampleLetters.Render(view);

        Assert.Contains("Hello Tom &amp; &quot;Ann&quot; &lt;tom&gt;,", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("Hello Tom & \"Ann\" <tom>,", rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_keeps_its_address_and_cannot_leave_its_attribute()
    {
        var view = GoodbyeView.Of("Ann", SampleWeeks.Links with { Leave = new("https://run.example.org/leave?a=1&b=\"><script>") });

        var rendered = SampleLetters.Render(view);

        Assert.Contains("href=\"https://run.example.org/leave?a=1&amp;b=%22%3E%3Cscript%3E\"", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("https://run.example.org/leave?a=1&b=%22%3E%3Cscript%3E", rendered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void A_link_that_is_no_page_is_refused(string address) =>
        Assert.Throws<InvalidOperationException>(() => SampleLetters.Render(GoodbyeView.Of("Ann", SampleWeeks.Links with { Leave = new(address) })));

    [Fact]
    public void A_name_of_300_characters_is_cut_in_the_greeting() =>
        Assert.Equal($"Hello {new string('W', 60)}…,", ConfirmView.Of(new string('W', 300), SampleWeeks.Links).Greeting);

    [Fact]
    public void A_name_of_blanks_is_greeted_without_one() => Assert.Equal("Hello,", ConfirmView.Of(" \r\n ", SampleWeeks.Links).Greeting);

    private static void AssertInert(string words, MailView view, Addressing addressing)
    {
        var rendered = SampleLetters.Render(view);
        var plain = SampleLetters.Render(SampleWeeks.View(SampleWeeks.Full));

        Assert.DoesNotContain("<script", rendered.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", rendered.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("' onmouseover", rendered.Html, StringComparison.Ordinal);
        Assert.All(new[] { rendered.Html, rendered.Text, rendered.Subject }, AssertPlain);
        Assert.DoesNotContain(rendered.Text.Split('\n'), line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        Assert.Equal(plain.Subject, rendered.Subject);
        Assert.Equal(Tags(SampleLetters.Render(view with { Greeting = "Hello," }).Html), Tags(rendered.Html));
        if (words.Contains("{{", StringComparison.Ordinal))
        {
            Assert.Contains(words.Trim(), rendered.Text, StringComparison.Ordinal);
        }

        var headers = SampleLetters.Sent(SampleLetters.Composer.Compose(view, addressing)).Headers;
        Assert.Equal(SampleLetters.Sent(SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing)).Headers.Select(h => h.Field), headers.Select(h => h.Field));
    }

    private static void AssertPlain(string form) => Assert.DoesNotContain(form, c => c is Rtl0 or '\u2066' or '\u200f' or '\u001b' or '\u0000' or '\u0007');

    private const char Rtl0 = '\u202e';

    private static int Tags(string html) => html.Count(c => c == '<');
}
