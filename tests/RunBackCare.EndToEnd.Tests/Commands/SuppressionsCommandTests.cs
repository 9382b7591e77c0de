using MimeKit;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests.Commands;

/// <summary>Addresses that a bounce or a complaint ended, as a worker stored them, listed and opened again at a terminal.</summary>
public sealed class SuppressionsCommandTests
{
    [Fact]
    public async Task What_bounced_is_listed_with_its_evidence_and_can_be_undone_and_a_complaint_cannot()
    {
        using var inbox = new TestMailFolder();
        using var mails = new TestMailFolder();
        await using var crowd = await Crowd.ImportAsync(4);
        var settings = crowd.Settings.SendingTo(mails).With("RunBackCare__Inbox__Folder", inbox.Path).With("RunBackCare__Jobs__ReadEverySeconds", 1);
        Assert.Equal(0, (await WorkerProcess.RunAsync(settings, "run-due")).ExitCode);
        Drop(inbox, "a", Bounce(MailTo(mails, 0)));
        Drop(inbox, "b", Bounce(MailTo(mails, 1)));
        Drop(inbox, "c", Complaint(MailTo(mails, 2)));
        await using (var worker = await WorkerProcess.StartAsync(settings))
        {
            await Wait.UntilAsync("three addresses are suppressed", async () => await crowd.NumberAsync("select count(*) from suppressions") == 3, () => worker.Output);
            await worker.StopAsync();
        }

        var (exit, list) = await WorkerProcess.RunAsync(settings, "suppressions");

        var lines = list.Split('\n');
        Assert.Equal((0, 3), (exit, lines.Length));
        Assert.DoesNotContain("@example.org", list, StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(line => line.Contains("  hard-bounce  subscriber ", StringComparison.Ordinal) && line.Contains("5.1.1 userunknown: ", StringComparison.Ordinal)));
        var complaint = Assert.Single(lines, line => line.Contains("  complaint  subscriber ", StringComparison.Ordinal));

        const string Lifted = "Lifted: the next week that fits is planned and sent.";
        Assert.Equal((0, Lifted), await WorkerProcess.RunAsync(settings, "suppressions", "undo", DuePeople.Address(0).ToUpperInvariant()));
        var other = Assert.Single((await WorkerProcess.RunAsync(settings, "suppressions")).Output.Split('\n'), line => line.Contains("hard-bounce", StringComparison.Ordinal));
        Assert.Equal((0, Lifted), await WorkerProcess.RunAsync(settings, "suppressions", "undo", other[..12]));
        Assert.Equal((1, "They asked for it themselves: only they can take it back, by signing up again."), await WorkerProcess.RunAsync(settings, "suppressions", "undo", complaint[..12]));

        Assert.Equal((0, complaint), await WorkerProcess.RunAsync(settings, "suppressions"));
        Assert.Equal(3, await crowd.NumberAsync("select count(*) from subscribers where state = 'active' and next_plan_at is not null"));
        Assert.Equal(1, await crowd.NumberAsync("select count(*) from subscribers where state = 'left' and next_plan_at is null"));
        Assert.Equal(2, await crowd.NumberAsync("select count(*) from audit where action = 'suppression-lifted' and actor = 'command-line'"));
    }

    private static MimeMessage MailTo(TestMailFolder mails, int person) => mails.Messages.Single(m => m.To.Mailboxes.Single().Address == DuePeople.Address(person));

    private static MimeMessage Bounce(MimeMessage mail) => Report(mail, "delivery-status", "message/delivery-status",
        $"Reporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; {mail.To.Mailboxes.Single().Address}\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user here\r\n");

    private static MimeMessage Complaint(MimeMessage mail) => Report(mail, "feedback-report", "message/feedback-report", "Feedback-Type: abuse\r\nUser-Agent: Provider/1.0\r\nVersion: 1\r\n");

    private static MimeMessage Report(MimeMessage mail, string type, string part, string fields)
    {
        var body = new Multipart("report")
        {
            new TextPart("plain") { Text = "A report." },
            MimeEntity.Load(new MemoryStream(System.Text.Encoding.ASCII.GetBytes($"Content-Type: {part}\r\n\r\n{fields}"))),
            new MessagePart { Message = mail },
        };
        body.ContentType.Parameters.Add("report-type", type);
        var report = new MimeMessage { Subject = "A report", Date = DateTimeOffset.UtcNow, MessageId = $"{Guid.CreateVersion7():n}@mx.example.net", Body = body };
        report.From.Add(MailboxAddress.Parse("mailer-daemon@mx.example.net"));
        report.To.Add(MailboxAddress.Parse("plans@example.org"));
        return report;
    }

    private static void Drop(TestMailFolder folder, string name, MimeMessage message)
    {
        var file = Path.Combine(folder.Path, name);
        message.WriteTo(file + ".new");
        File.Move(file + ".new", file + ".eml");
    }
}
