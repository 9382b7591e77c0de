using System.Text;
using MimeKit;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;

namespace RunBackCare.Mail.Tests;

/// <summary>The message around a mail: its headers, its envelope, its parts.</summary>
public sealed class LetterTests
{
    private const string Token = SampleWeeks.Token;

    private readonly Letter _letter = SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing);

    private MimeMessage Sent => SampleLetters.Sent(_letter);

    [Theory]
    [InlineData("From", "RunBackCare <plan@run.example.org>")]
    [InlineData("To", "Ann <ann@example.org>")]
    [InlineData("Reply-To", $"RunBackCare <reply+{Token}@reply.run.example.org>")]
    [InlineData("Subject", "Your week from 30 November: three runs, two strength sessions")]
    [InlineData("Date", "Sun, 29 Nov 2026 17:00:00 +0100")]
    [InlineData("Message-Id", "<0193f0c2a1b27c3d8e4f5a6b7c8d9e0f@run.example.org>")]
    [InlineData("List-Id", "<weekly.run.example.org>")]
    [InlineData("List-Unsubscribe", $"<https://run.example.org/leave/{Token}>, <mailto:reply+{Token}@reply.run.example.org?subject=STOP>")]
    [InlineData("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")]
    [InlineData("Feedback-ID", "week:weekly:plan:runbackcare")]
    [InlineData("Auto-Submitted", "auto-generated")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("MIME-Version", "1.0")]
    public void A_letter_carries(string header, string value) => Assert.Equal(value, Unfolded(Sent.Headers[header]!));

    [Fact]
    public void A_letter_has_each_header_once_and_no_Precedence()
    {
        Assert.Equal(Sent.Headers.Select(h => h.Field), Sent.Headers.Select(h => h.Field).Distinct(StringComparer.OrdinalIgnoreCase));
        Assert.False(Sent.Headers.Contains(HeaderId.Precedence));
    }

    [Fact]
    public void Bounces_go_to_an_address_that_names_the_delivery()
    {
        Assert.Equal($"bounce+{Token}@bounce.run.example.org", _letter.EnvelopeFrom);
        Assert.Equal("ann@example.org", _letter.EnvelopeTo);
    }

    [Fact]
    public void A_letter_that_is_done_with_is_forgotten()
    {
        var letter = Forgotten();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(letter.TryGetTarget(out _));

        // In a method of its own, so that nothing here still holds it.
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference<MimeMessage> Forgotten() =>
            new(SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing).Message);
    }

    [Fact]
    public void The_text_comes_first_and_the_page_last_both_in_base64_and_UTF_8()
    {
        var parts = Assert.IsType<MultipartAlternative>(Assert.IsType<Multipart>(Sent.Body)[0]).Cast<TextPart>().ToList();

        Assert.Equal(["text/plain", "text/html"], parts.Select(p => p.ContentType.MimeType));
        Assert.All(parts, p => Assert.Equal(ContentEncoding.Base64, p.ContentTransferEncoding));
        Assert.All(parts, p => Assert.Equal("utf-8", p.ContentType.Charset));
    }

    [Fact]
    public void The_parts_arrive_as_they_were_rendered()
    {
        var rendered = SampleLetters.Render(SampleWeeks.View(SampleWeeks.Full));

        Assert.Equal(rendered.Text, Sent.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(rendered.Html, Sent.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_calendar_comes_along_as_a_file_without_a_method()
    {
        var file = Assert.IsType<TextPart>(Assert.Single(Sent.Attachments));

        Assert.Equal("text/calendar", file.ContentType.MimeType);
        Assert.Equal("week.ics", file.FileName);
        Assert.Null(file.ContentType.Parameters["method"]);
        Assert.Equal(2, Assert.IsType<Multipart>(Sent.Body).Count);
    }

    [Fact]
    public void A_letter_without_a_calendar_has_the_two_forms_alone()
    {
        var without = SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing with { CalendarKey = null });
        var nothingPlanned = SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Paused), SampleLetters.Addressing);
        var confirm = SampleLetters.Composer.Compose(ConfirmView.Of("Ann", SampleWeeks.Links), SampleLetters.Addressing);

        Assert.All(new[] { without, nothingPlanned, confirm }, letter => Assert.IsType<MultipartAlternative>(SampleLetters.Sent(letter).Body));
    }

    [Fact]
    public void A_changed_week_comes_with_its_calendar_in_the_mail_that_tells_it() =>
        Assert.Equal("week.ics", Assert.IsType<TextPart>(Assert.Single(SampleLetters.Sent(SampleLetters.Composer.Compose(SampleAnswers.Flare(), SampleLetters.Addressing)).Attachments)).FileName);

    [Fact]
    public void An_export_brings_its_file()
    {
        var sent = SampleLetters.Sent(SampleLetters.Composer.Compose(ExportView.Of("Ann", "{\"a\":1}"u8.ToArray(), SampleWeeks.Links), SampleLetters.Addressing));
        var file = Assert.IsType<MimePart>(Assert.Single(sent.Attachments), exactMatch: false);
        using var bytes = new MemoryStream();
        file.Content!.DecodeTo(bytes);

        Assert.Equal(("runbackcare.json", "application/json", "{\"a\":1}"), (file.FileName, file.ContentType.MimeType, Encoding.UTF8.GetString(bytes.ToArray())));
    }

    [Fact]
    public void A_mail_with_nothing_to_leave_is_no_mailing_list()
    {
        var alert = SampleMails.All["operator-alert"];
        var sent = SampleLetters.Sent(SampleLetters.Composer.Compose(alert, SampleLetters.Addressing with { Links = alert.Links }));

        Assert.DoesNotContain(sent.Headers, header => header.Field.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Leave, no more plans", sent.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_stands_under_the_mail_that_it_answers()
    {
        var sent = SentInAnswerTo(new("mine.2@phone.example", ["plan.1@run.example.org", "mine.2@phone.example"]));

        Assert.Equal("auto-replied", sent.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("mine.2@phone.example", sent.InReplyTo);
        Assert.Equal(["plan.1@run.example.org", "mine.2@phone.example"], sent.References);
    }

    [Fact]
    public void A_long_thread_keeps_its_newest_references() =>
        Assert.Equal(["r5@x.example", "m@x.example"], SentInAnswerTo(new("m@x.example", [.. Enumerable.Range(0, 15).Select(i => $"r{i}@x.example")])).References.Where((_, i) => i is 0 or 10));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-at-sign")]
    [InlineData("a@b.example>\r\nBcc: victim@example.org")]
    [InlineData("a b@c.example")]
    [InlineData("ünïcode@c.example")]
    public void A_message_ID_that_is_none_starts_no_thread_but_is_still_answered(string? id)
    {
        var sent = SentInAnswerTo(new(id, ["plan.1@run.example.org"]));

        Assert.Equal("auto-replied", sent.Headers[HeaderId.AutoSubmitted]);
        Assert.Null(sent.InReplyTo);
        Assert.Empty(sent.References);
        Assert.False(sent.Headers.Contains(HeaderId.Bcc));
    }

    [Fact]
    public void A_letter_names_its_language() => Assert.Equal("en-GB", Sent.Body!.Headers[HeaderId.ContentLanguage]);

    [Fact]
    public void A_second_attempt_is_the_same_message_to_the_byte() =>
        Assert.Equal(Bytes(_letter), Bytes(SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing)));

    [Fact]
    public void No_line_on_the_wire_is_longer_than_servers_take() =>
        Assert.All(Encoding.UTF8.GetString(Bytes(_letter)).Split('\n'), line => Assert.InRange(line.Length, 0, 998));

    [Fact]
    public void A_long_name_with_line_breaks_and_markup_stays_inside_its_header()
    {
        var name = "Eve\r\nBcc: victim@example.org\r\n\r\n<b>\"" + new string('x', 300) + "\u202e";

        var sent = SampleLetters.Sent(SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing with { Name = name }));

        Assert.False(sent.Headers.Contains(HeaderId.Bcc));
        Assert.Equal("ann@example.org", Assert.Single(sent.To.Mailboxes).Address);
        Assert.InRange(sent.To.Mailboxes.Single().Name!.Length, 1, 61);
        Assert.StartsWith("Eve Bcc: victim@example.org <b>", sent.To.Mailboxes.Single().Name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_any_script_arrives_whole()
    {
        var sent = SampleLetters.Sent(SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing with { Name = "Ágnes 🏃 渡辺" }));

        Assert.Equal("Ágnes 🏃 渡辺", sent.To.Mailboxes.Single().Name);
    }

    [Fact]
    public void A_token_too_long_for_an_address_is_refused() =>
        Assert.Throws<ArgumentException>(() => SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing with { ReplyToken = new('a', 59) }));

    [Fact]
    public void An_address_that_is_none_is_refused_without_repeating_it()
    {
        var refusal = Assert.Throws<ArgumentException>(() => SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing with { To = "secret person" }));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_may_be_composed_at_the_same_time()
    {
        var expected = Bytes(_letter);

        var letters = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => Bytes(SampleLetters.Composer.Compose(SampleWeeks.View(SampleWeeks.Full), SampleLetters.Addressing))).ToList();

        Assert.All(letters, letter => Assert.Equal(expected, letter));
    }

    [Fact]
    public void A_mail_that_asks_for_confirmation_needs_the_link_to_confirm() =>
        Assert.Throws<ArgumentException>(() => ConfirmView.Of("Ann", SampleWeeks.Links with { Confirm = null }));

    private static MimeMessage SentInAnswerTo(Answers answers) =>
        SampleLetters.Sent(SampleLetters.Composer.Compose(SampleMails.All["receipt"], SampleLetters.Addressing with { Answers = answers }));

    private static byte[] Bytes(Letter letter)
    {
        using var bytes = new MemoryStream();
        letter.Message.WriteTo(bytes);
        return bytes.ToArray();
    }

    private static string Unfolded(string header) => header.ReplaceLineEndings("").Replace("\t", " ", StringComparison.Ordinal).Trim();
}
