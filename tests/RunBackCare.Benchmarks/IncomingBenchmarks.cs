using System.Text;
using BenchmarkDotNet.Attributes;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning.Replies;

namespace RunBackCare.Benchmarks;

/// <summary>From the raw bytes of a message to what it means.</summary>
[MemoryDiagnoser]
public class IncomingBenchmarks
{
    private static readonly ReplyContext Context = new() { Written = new(2026, 11, 29, 20, 0) };

    private byte[] _short = [];
    private byte[] _quoted = [];
    private byte[] _page = [];
    private byte[] _large = [];
    private byte[] _bounce = [];

    [GlobalSetup]
    public void Write()
    {
        // As long as our own longest week: some 400 lines of text, some 75 KB of page.
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"> Day {i}: walk 5 min, 8 x 1:30 run and 1:00 walk, walk 5 min. Pain below 3.\r\n"));
        var page = string.Concat(Enumerable.Range(0, 500).Select(i => $"<tr><td style=\"padding:4px;font:16px sans-serif\">Day {i}</td><td style=\"padding:4px\">8 x 1:30 run, 1:00 walk</td></tr>"));
        _short = Message("plain", "Tue 3 Wed 0, all done");
        _quoted = Message("plain", $"Tue 3 Wed 0, all done\r\n\r\nOn Sun, 29 Nov 2026 at 17:00, X <x@run.example.org> wrote:\r\n{text}");
        _page = Message("html", $"<div>Tue 3 Wed 0, all done</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Sun, 29 Nov 2026 at 17:00, X wrote:</div><blockquote><table>{page}</table></blockquote></div>");
        _large = Message("plain", string.Concat(Enumerable.Repeat("all done, pain was 2\r\n", 240_000)));
        _bounce = Encoding.ASCII.GetBytes("Return-Path: <>\r\nFrom: MAILER-DAEMON@x.example\r\nTo: bounce+x@run.example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.example\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n--b--\r\n");
    }

    [Benchmark(Baseline = true)]
    public Reading A_short_answer() => Read(_short);

    [Benchmark]
    public Reading An_answer_over_a_quoted_week() => Read(_quoted);

    [Benchmark]
    public Reading An_answer_over_a_quoted_page() => Read(_page);

    [Benchmark]
    public Reading Five_megabytes() => Read(_large);

    [Benchmark]
    public IncomingMail A_bounce() => IncomingReader.Read(_bounce);

    private static Reading Read(byte[] raw) => ReplyReader.Read(((IncomingMail.Reply)IncomingReader.Read(raw)).Words.Own, Context);

    private static byte[] Message(string kind, string body) => Encoding.UTF8.GetBytes($"From: a@b.example\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{body}\r\n");
}
