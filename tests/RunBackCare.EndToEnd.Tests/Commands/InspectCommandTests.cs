using System.Text.Json;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests.Commands;

/// <summary>What scripts read of a message: one JSON object a line, with every field that is promised.</summary>
public sealed class InspectCommandTests : IDisposable
{
    private const string Head = "From: Ann <ann@example.net>\nTo: reply+abc@reply.example.org\nSubject: Re: Your week\nDate: Sun, 29 Nov 2026 20:00:00 +0100\nMessage-ID: <1@mail.example.net>\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-inspect-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_reply_is_printed_with_words_scores_sessions_commands_signs_and_what_was_not_read()
    {
        var file = Write("a.eml", $"{Head}\nTue ran 20 min, back 3\nThis morning 2\nnumb between my legs\n5 or 55 blue\nUNDO\n\nOn Sun, 29 Nov 2026 at 17:00, RunBackCare wrote:\n> Sat 9\n");

        var (exit, lines) = await InspectAsync("--json", file);

        Assert.Equal(0, exit);
        var message = Assert.Single(lines);
        Assert.Equal(["file", "kind", "words", "reading", "recipients"], Names(message));
        Assert.Equal((file, "reply"), (Text(message, "file"), Text(message, "kind")));
        Assert.Equal("Tue ran 20 min, back 3\nThis morning 2\nnumb between my legs\n5 or 55 blue\nUNDO", Text(message, "words"));
        Assert.Equal("[]", message.GetProperty("recipients").GetRawText());

        var reading = message.GetProperty("reading");
        Assert.Empty(new[] { "reports", "sessions", "commands", "flags", "unread" }.Except(Names(reading), StringComparer.Ordinal));
        Assert.Equal(
            ["""{"day":"2026-11-24","when":"run","site":"back","score":3}""", """{"day":"2026-11-29","when":"morning","site":"back","score":2}"""],
            reading.GetProperty("reports").EnumerateArray().Select(r => r.GetRawText()));
        var session = Assert.Single(reading.GetProperty("sessions").EnumerateArray());
        Assert.Equal(("2026-11-24", true, 20), (Text(session, "day"), session.GetProperty("done").GetBoolean(), session.GetProperty("minutes").GetInt32()));
        Assert.Equal("""["undo"]""", reading.GetProperty("commands").GetRawText());
        var flag = reading.GetProperty("flags")[0];
        Assert.Equal(["level", "phrase"], Names(flag));
        Assert.Equal("A", Text(flag, "level"));
        Assert.Equal("""["5 or 55 blue"]""", reading.GetProperty("unread").GetRawText());
    }

    [Fact]
    public async Task A_bare_score_has_no_day() => Assert.Equal(
        """[{"day":null,"when":"week","site":"back","score":2}]""",
        Assert.Single((await InspectAsync("--json", Write("a.eml", $"{Head}\n2\n"))).Lines).GetProperty("reading").GetProperty("reports").GetRawText());

    [Fact]
    public async Task A_bounce_is_printed_with_who_it_is_about_and_whether_they_are_gone()
    {
        var file = Write("b.eml", """
            From: mailer-daemon@mx.example.net
            To: bounce+abc@reply.example.org
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Your mail could not be delivered.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net

            Final-Recipient: rfc822; x@y.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 no such user here

            Final-Recipient: rfc822; z@y.example
            Action: failed
            Status: 5.2.2
            Diagnostic-Code: smtp; 552 5.2.2 mailbox full
            --b--
            """);

        var bounce = Assert.Single((await InspectAsync("--json", file)).Lines);

        Assert.Equal(["file", "kind", "recipients"], Names(bounce));
        Assert.Equal("bounce", Text(bounce, "kind"));
        Assert.Equal(
            """[{"address":"x@y.example","status":"5.1.1","hard":true,"reason":"userunknown"},{"address":"z@y.example","status":"5.2.2","hard":false,"reason":"mailboxfull"}]""",
            bounce.GetProperty("recipients").GetRawText());
    }

    [Fact]
    public async Task Many_files_are_one_process_and_one_that_cannot_be_read_is_named_and_keeps_nobody_from_the_rest()
    {
        var reply = Write("a.eml", $"{Head}\n2\n");
        var away = Write("b.eml", $"{Head.Replace("Re: Your week", "Out of office", StringComparison.Ordinal)}Auto-Submitted: auto-replied\n\nI am away. 3\n");
        var complaint = Write("c.eml", "From: f@mx.example.net\nSubject: abuse\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: X/1\nVersion: 1\nOriginal-Rcpt-To: ann@example.net\n--b--\n");
        var noise = Path.Combine(_folder.FullName, "d.eml");
        await File.WriteAllBytesAsync(noise, [0, 255, 254, 13, 10, 0, 7], TestContext.Current.CancellationToken);
        var missing = Path.Combine(_folder.FullName, "nowhere.eml");

        var (exit, output) = await RunAsync("inspect", "--json", missing, reply, _folder.FullName, away, complaint, noise);

        Assert.Equal(1, exit);
        var said = output.Split('\n');
        Assert.Contains($"There is no file {missing}.", said);
        Assert.Contains(said, line => line.StartsWith($"{_folder.FullName} cannot be read: ", StringComparison.Ordinal));
        Assert.Equal(
            [(reply, "reply"), (away, "auto-reply"), (complaint, "complaint"), (noise, "other")],
            said.Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).Select(m => (Text(m, "file"), Text(m, "kind"))));
        Assert.Equal(6, said.Length);
    }

    [Fact]
    public async Task Without_a_file_the_arguments_are_bad() => Assert.Equal(2, (await RunAsync("inspect", "--json")).ExitCode);

    private static async Task<(int ExitCode, List<JsonElement> Lines)> InspectAsync(params string[] arguments)
    {
        var (exit, output) = await RunAsync(["inspect", .. arguments]);
        return (exit, [.. output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement)]);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var process = await ChildProcess.StartAsync("dotnet", [WorkerProcess.Program, .. arguments]);
        return (await process.Exited, process.Output);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
