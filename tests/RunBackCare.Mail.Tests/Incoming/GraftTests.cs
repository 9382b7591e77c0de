using System.Text;
using MimeKit;
using NodaTime;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>
/// Our own longest week, full of numbers, quoted under a short answer in the shape of each mail program: what is read is the answer and nothing else.
/// </summary>
public sealed class GraftTests
{
    private const string Head = "RunBackCare <plan@run.example.org>";

    private static readonly ReplyContext Context = new() { Written = new(2026, 11, 29, 20, 0) };

    private static readonly string Text = SampleLetters.Render(SampleWeeks.View(LongestWeek.Value)).Text;

    private static readonly string Page = SampleLetters.Render(SampleWeeks.View(LongestWeek.Value)).Html;

    private static readonly Dictionary<string, Func<string, string>> TextShapes = new(StringComparer.Ordinal)
    {
        ["Gmail"] = reply => $"{reply}\n\nOn Sun, Nov 29, 2026 at 5:00 PM {Head}\nwrote:\n\n{Quote(Text)}",
        ["Gmail, quoted lines broken without a mark"] = reply => $"{reply}\n\nOn Sun, Nov 29, 2026 at 5:00 PM {Head}\nwrote:\n\n{Broken(Quote(Text))}",
        ["iPhone"] = reply => $"{reply}\n\nSent from my iPhone\n\n{Quote($"On 29 Nov 2026, at 17:00, {Head} wrote:\n\n{Text}")}",
        ["iPhone, answered below"] = reply => $"{Quote($"On 29 Nov 2026, at 17:00, {Head} wrote:\n\n{Text}")}\n\n{reply}\n\nSent from my iPhone",
        ["Outlook"] = reply => $"{reply}\n\nFrom: {Head} \nSent: Sunday, November 29, 2026 5:00 PM\nTo: Ann <ann@example.org>\nSubject: Your week\n\n{Text}",
        ["Outlook, old"] = reply => $"{reply}\n\n-----Original Message-----\nFrom: RunBackCare [mailto:plan@run.example.org] \nSent: Sunday, November 29, 2026 5:00 PM\nTo: Ann\nSubject: Your week\n\n{Text}",
        ["Outlook on a phone"] = reply => $"{reply}\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: {Head}\nSent: Sunday, November 29, 2026 5:00:00 PM\nTo: ann@example.org <ann@example.org>\nSubject: Your week\n\n{Text}",
        ["Outlook in German"] = reply => $"{reply}\n\nVon: {Head}\nGesendet: Sonntag, 29. November 2026 17:00\nAn: Ann <ann@example.org>\nBetreff: Your week\n\n{Text}",
        ["Thunderbird, answered below"] = reply => $"On 29/11/2026 17:00, RunBackCare wrote:\n{Quote(Text)}\n\n{reply}\n",
        ["Thunderbird, answered between"] = reply => $"Am 29.11.2026 um 17:00 schrieb RunBackCare:\n{Quote(Text[..(Text.Length / 2)])}\n\n{reply}\n\n{Quote(Text[(Text.Length / 2)..])}",
        ["Yahoo"] = reply => $"{reply}\n\n    On Sunday, 29 November 2026 at 17:00:00 CET, {Head} wrote:  \n \n {Text.ReplaceLineEndings("\n ")}",
        ["Proton"] = reply => $"{reply}\n\nSent with [Proton Mail](https://proton.me/mail/home) secure email.\n\nOn Sunday, November 29th, 2026 at 17:00, {Head} wrote:\n\n{Quote(Text)}",
        ["Samsung"] = reply => $"{reply}\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: {Head}\nDate: 29/11/2026 17:00 (GMT+01:00)\nTo: ann@example.org\nSubject: Your week\n\n{Text}",
        ["AOL"] = reply => $"{reply}\n\n-----Original Message-----\nFrom: {Head}\nTo: ann@example.org\nSent: Sun, Nov 29, 2026 5:00 pm\nSubject: Your week\n\n{Text}",
        ["K-9"] = reply => $"{reply}\n\nAm 29. November 2026 17:00:00 MEZ schrieb {Head}:\n{Quote(Text)}\n\n-- \nDiese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
        ["Apple Mail in French"] = reply => $"{reply}\n\n{Quote($"Le 29 nov. 2026 à 17:00, {Head} a écrit :\n\n{Text}")}",
        ["Mail.ru"] = reply => $"{reply}\n\n--\nАнна\n\nВоскресенье, 29 ноября 2026, 17:00 +03:00 от {Head}:\n{Text}",
        ["A forward"] = reply => $"{reply}\n\n---------- Forwarded message ---------\nFrom: {Head}\nDate: Sun, Nov 29, 2026 at 5:00 PM\nSubject: Your week\nTo: <ann@example.org>\n\n{Text}",
        ["Nothing but our own first line"] = reply => $"{reply}\n\n{Text}",
        ["Twice quoted"] = reply => $"{reply}\n\nOn Mon, Nov 30, 2026 at 8:00 AM {Head} wrote:\n{Quote($"I read 5.\n\nOn Sun, Nov 29, 2026 at 9:00 PM Ann <ann@example.org> wrote:\n{Quote($"5\n\n{Quote(Text)}")}")}",
    };

    private static readonly Dictionary<string, Func<string, string>> PageShapes = new(StringComparer.Ordinal)
    {
        ["Gmail"] = reply => $"""<div dir="ltr">{reply}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Sun, Nov 29, 2026 at 5:00 PM RunBackCare &lt;<a href="mailto:plan@run.example.org">plan@run.example.org</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">{Body(Page)}</blockquote></div>""",
        ["Gmail, answered below"] = reply => $"""<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Sun, Nov 29, 2026 at 5:00 PM RunBackCare &lt;plan@run.example.org&gt; wrote:<br></div><blockquote class="gmail_quote">{Body(Page)}</blockquote><div>{reply}</div></div>""",
        ["Gmail forward"] = reply => $"""<div dir="ltr">{reply}<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: RunBackCare</div>{Body(Page)}</div></div>""",
        ["iPhone"] = reply => $"""<body dir="auto">{reply}<div><br></div><div id="AppleMailSignature">Sent from my iPhone 12</div><div dir="ltr"><br><blockquote type="cite">On 29 Nov 2026, at 17:00, RunBackCare wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">{Body(Page)}</div></blockquote></body>""",
        ["Outlook"] = reply => $"""<div class="WordSection1"><p class="MsoNormal">{reply}<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> RunBackCare<br><b>Sent:</b> Sunday, November 29, 2026 5:00 PM</p></div></div>{Body(Page)}</div>""",
        ["Outlook in a browser"] = reply => $"""<div style="font-family:Aptos">{reply}</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> RunBackCare<br><b>Sent:</b> Sunday</div><div>{Body(Page)}</div>""",
        ["Outlook on a phone"] = reply => $"""<div dir="auto">{reply}</div><div id="ms-outlook-mobile-signature">Get Outlook for iOS 17</div><hr><div id="divRplyFwdMsg"><b>From:</b> RunBackCare</div>{Body(Page)}""",
        ["Outlook on a Mac"] = reply => $"""<div>{reply}</div><div id="mail-editor-reference-message-container"><div><b>From: </b>RunBackCare</div>{Body(Page)}</div>""",
        ["Hotmail"] = reply => $"""<div dir="ltr">{reply}<br><div><hr id="stopSpelling">From: plan@run.example.org<br>Date: Sun, 29 Nov 2026<br>{Body(Page)}</div></div>""",
        ["Thunderbird"] = reply => $"""<p>{reply}</p><div class="moz-cite-prefix">On 29/11/2026 17:00, RunBackCare wrote:<br></div><blockquote type="cite" cite="mid:a@b">{Body(Page)}</blockquote><div class="moz-signature">-- <br>Ann, 12 Mill Lane</div>""",
        ["Yahoo"] = reply => $"""<div class="ydp1-yahoo-style-wrap"><div dir="ltr">{reply}</div></div><div id="yahoo_quoted_4711" class="yahoo_quoted"><div>On Sunday, 29 November 2026, RunBackCare wrote:</div>{Body(Page)}</div>""",
        ["Proton"] = reply => $"""<div>{reply}</div><div class="protonmail_signature_block">Sent with Proton 2</div><div class="protonmail_quote">On Sunday, RunBackCare wrote:<br><blockquote class="protonmail_quote" type="cite">{Body(Page)}</blockquote></div>""",
        ["Spark"] = reply => $"""<div name="messageBodySection"><div dir="auto">{reply}</div></div><div name="messageSignatureSection"><br></div><div name="messageReplySection" class="messageReplySection">On 29 Nov 2026, RunBackCare wrote:<br><blockquote type="cite">{Body(Page)}</blockquote></div>""",
        ["GMX"] = reply => $"""<div>{reply}<div name="quote" style="margin:10px"><div><b>Gesendet:</b> Sonntag, 29. November 2026 um 17:00 Uhr<br><b>Von:</b> RunBackCare</div><div name="quoted-content">{Body(Page)}</div></div></div>""",
        ["Samsung"] = reply => $"""<div id="composer">{reply}</div><div id="composer_signature">Sent from my Galaxy S21</div><div style="font-size:100%"><!-- originalMessage --><div>-------- Original message --------</div><div>From: RunBackCare &lt;plan@run.example.org&gt; </div><div>Date: 29/11/2026  17:00  (GMT+01:00) </div><div>To: ann@example.org </div><div>Subject: Your week </div></div>{Body(Page)}""",
        ["Zoho"] = reply => $"""<div>{reply}</div><div class="zmail_extra">---- On Sun, 29 Nov 2026 17:00:00 +0100 <b>RunBackCare</b> wrote ----<br><blockquote>{Body(Page)}</blockquote></div>""",
        ["A page with no mark at all"] = reply => $"<div>{reply}</div><div>On Sun, Nov 29, 2026 at 5:00 PM RunBackCare &lt;plan@run.example.org&gt; wrote:</div>{Body(Page)}",
    };

    public static TheoryData<string, string> TextCases() => Cases(TextShapes.Keys);

    public static TheoryData<string, string> PageCases() => Cases(PageShapes.Keys);

    [Theory]
    [MemberData(nameof(TextCases))]
    public void In_plain_text_only_the_answer_is_read(string shape, string reply) => AssertOnly(reply, Part("plain", TextShapes[shape](reply)));

    [Theory]
    [MemberData(nameof(PageCases))]
    public void On_a_page_only_the_answer_is_read(string shape, string reply) => AssertOnly(reply, Part("html", $"<html><head><style>p {{ margin: 3px }}</style></head>{PageShapes[shape](reply)}</html>"));

    private static void AssertOnly(string reply, TextPart body)
    {
        var words = Assert.IsType<IncomingMail.Reply>(Read(body)).Words;

        Assert.Equal(reply, words.Own);
        Assert.Equal(ReadingForm.Of(ReplyReader.Read(reply, Context)).Reports, ReadingForm.Of(ReplyReader.Read(words.Own, Context)).Reports);
        Assert.NotEmpty(ReplyReader.Read(words.Own, Context).Reports);
    }

    private static TheoryData<string, string> Cases(IEnumerable<string> shapes)
    {
        var cases = new TheoryData<string, string>();
        foreach (var shape in shapes)
        {
            cases.Add(shape, "2");
            cases.Add(shape, "Tue 3 Wed 0");
        }

        return cases;
    }

    private static IncomingMail Read(MimeEntity body)
    {
        var message = new MimeMessage { Subject = "Re: Your week", Body = body };
        message.From.Add(new MailboxAddress("Ann", "ann@example.org"));
        message.To.Add(new MailboxAddress("RunBackCare", $"reply+{SampleWeeks.Token}@reply.run.example.org"));
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        return IncomingReader.Read(bytes.ToArray());
    }

    private static TextPart Part(string kind, string text)
    {
        var part = new TextPart(kind);
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static string Quote(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Length == 0 ? ">" : $"> {l}"));

    /// <summary>As programs do that count the mark too late.</summary>
    private static string Broken(string text) => string.Join('\n', text.Split('\n').Select(l => l.Length > 74 && l.LastIndexOf(' ', 72) is var at and > 60 ? $"{l[..at]}\n{l[(at + 1)..]}" : l));

    private static string Body(string page) => page[(page.IndexOf('>', page.IndexOf("<body", StringComparison.Ordinal)) + 1)..page.IndexOf("</body>", StringComparison.Ordinal)];
}
