using System.Text;
using CsCheck;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Mail.Tests.Incoming;

/// <summary>Anybody may send anything: each message becomes something, and none takes the inbox down.</summary>
public sealed class HostileMessageTests
{
    private const int Cases = 10_000;

    private const int Large = 5_000_000;

    private static readonly ReplyContext Context = new() { Written = new(2026, 11, 29, 20, 0) };

    private static readonly string[] Fragments =
    [
        "From: Ann <ann@example.org>\r\n", "From: \r\n", "From: <>\r\n", "From: =?utf-8?Q?=FF=FE?= <a@b>\r\n", "From: MAILER-DAEMON <>\r\n", "To: reply+abc@example.org, \"x <y@z>\r\n", "Date: Sun, 31 Feb 2026 25:61:00 +9999\r\n",
        "Date: Sun, 29 Nov 2026 20:00:00 +0100\r\n", "Date: 1\r\n", "Subject: =?iso-2022-jp?B?GyRC?=\r\n", "Message-ID: <<>>\r\n", "Message-ID: <a@b>\r\n", "In-Reply-To: <\r\n", "References: <a@b> <c@d\r\n", "Return-Path: <>\r\n", "Auto-Submitted: auto-replied\r\n",
        "MIME-Version: 1.0\r\n", "Content-Type: multipart/mixed; boundary=b\r\n", "Content-Type: multipart/alternative; boundary=\"b\"\r\n", "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", "Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n",
        "Content-Type: text/plain; charset=utf-8\r\n", "Content-Type: text/plain; charset=utf-7\r\n", "Content-Type: text/plain; charset=nonsense\r\n", "Content-Type: text/plain; charset=utf-16; format=flowed; delsp=yes\r\n", "Content-Type: text/html; charset=gb18030\r\n", "Content-Type: message/delivery-status\r\n",
        "Content-Type: message/feedback-report\r\n", "Content-Type: message/rfc822\r\n", "Content-Type: text/rfc822-headers\r\n", "Content-Type: /\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "X-Failed-Recipients: a@b, c\r\n",
        "\r\n", "\r\n\r\n", "--b\r\n", "--b--\r\n", "--b", "--", "\0", "\u00ff\u00fe", "=\r\n", "=E2=82", "4pyT", "begin 644 x\r\n", "2\r\n", "Tue 3 Wed 0\r\n", "> Tue 7\r\n", "On Sun, 29 Nov 2026 at 17:00, X <x@y> wrote:\r\n", "On \r\n", "From: X\r\nSent: Y\r\nTo: Z\r\n", "-----Original Message-----\r\n", "-- \r\n",
        "<html><body><div class=gmail_quote>", "<blockquote><blockquote>", "</div></blockquote>", "<table><tr><td>", "<!-- ", "<p>2</p>", "&#x110000;&#0;", "Final-Recipient: rfc822; a@b\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\r\n", "Status: 999.9.9\r\n", "Feedback-Type: abuse\r\n",
        "550 5.1.1 <a@b>: user unknown\r\n", "This is the qmail-send program\r\n", "<a@b>:\r\n", "Received: from x\r\n", "\u2028", "\ud800", "numb between my legs\r\n", "STOP\r\n",
    ];

    [Fact]
    public void Any_message_becomes_something_and_its_scores_are_scores()
    {
        var bytes = Gen.Byte.Array[0, 400];
        var parts = Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]).Array[0, 60].Select(p => Encoding.Latin1.GetBytes(string.Concat(p)));
        var cut = Gen.Select(parts, Gen.Int[0, 4000]).Select((raw, at) => raw[..Math.Min(raw.Length, at)]);
        var spoilt = Gen.Select(parts, bytes, Gen.Int[0, 4000]).Select((raw, noise, at) => (byte[])[.. raw.AsSpan(0, Math.Min(raw.Length, at)), .. noise, .. raw.AsSpan(Math.Min(raw.Length, at))]);

        Gen.OneOf(bytes, parts, cut, spoilt).Sample(AssertReads, iter: Cases);
    }

    public static TheoryData<string> Giants() =>
    [
        "a text of five million letters", "five million letters on one line", "five million quoted lines", "a page of five million letters", "a page of a hundred thousand boxes", "a page of open bold marks", "ten thousand parts", "a thousand nested parts", "a header of a million letters",
        "a hundred thousand headers", "a hundred thousand recipients", "a report of ten thousand recipients", "a million attributions", "base64 without end", "a bounce of one long line",
    ];

    [Theory]
    [MemberData(nameof(Giants))]
    public void However_large_it_is_it_is_read_in_one_go(string giant) => AssertReads(Encoding.Latin1.GetBytes(Giant(giant)));

    private static void AssertReads(byte[] raw)
    {
        var mail = IncomingReader.Read(raw);

        Assert.NotNull(mail.Head.Subject);
        if (mail is IncomingMail.Reply reply)
        {
            var reading = ReplyReader.Read(reply.Words.Own, Context);
            Assert.All(reading.Reports, r => Assert.InRange(r.Score.Value, 0, 10));
            Assert.All(reading.Reports, r => Assert.True(r.Day is null || r.Day <= Context.Today));
        }
    }

    private static string Giant(string name) => name switch
    {
        "a text of five million letters" => Text("plain", Repeat("all done, pain was 2\r\n", Large)),
        "five million letters on one line" => Text("plain", new string('2', Large)),
        "five million quoted lines" => Text("plain", Repeat("> 7\r\n", Large)),
        "a page of five million letters" => Text("html", Repeat("<p>pain 2</p>", Large)),
        "a page of a hundred thousand boxes" => Text("html", Repeat("<div>", 500_000) + "2"),
        "a page of open bold marks" => Text("html", Repeat("<b><p>", 200_000) + "2"),
        "ten thousand parts" => Parts(10_000, i => $"Content-Type: text/plain\r\n\r\npart {i}\r\n"),
        "a thousand nested parts" => string.Concat(Enumerable.Range(0, 1_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")) + "\r\n2",
        "a header of a million letters" => $"Subject: {new string('x', 1_000_000)}\r\nFrom: a@b.example\r\n\r\n2",
        "a hundred thousand headers" => Repeat("X-A: b\r\n", 800_000) + "From: a@b.example\r\n\r\n2",
        "a hundred thousand recipients" => $"From: a@b.example\r\nTo: {Repeat("x@y.example, ", 1_300_000)}z@y.example\r\n\r\n2",
        "a report of ten thousand recipients" => "From: MAILER-DAEMON@x.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
            + Repeat("Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n", 700_000) + "--b--\r\n",
        "a million attributions" => Text("plain", Repeat("On Sun, 29 Nov 2026 at 17:00, X <x@y.example>\r\n", 1_000_000)),
        "base64 without end" => "From: a@b.example\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Repeat("MiAyIDIg", Large),
        _ => $"From: MAILER-DAEMON@x.example\r\nSubject: Undelivered Mail\r\nReturn-Path: <>\r\n\r\n{Repeat("the account of the user is not known to us and ", 1_000_000)}",
    };

    private static string Text(string kind, string body) => $"From: a@b.example\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{body}";

    private static string Parts(int count, Func<int, string> part) =>
        $"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n{string.Concat(Enumerable.Range(0, count).Select(i => $"--b\r\n{part(i)}"))}--b--\r\n";

    private static string Repeat(string part, int letters) => string.Concat(Enumerable.Repeat(part, letters / part.Length));
}
