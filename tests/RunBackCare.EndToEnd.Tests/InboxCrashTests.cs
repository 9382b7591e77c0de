using System.Globalization;
using MimeKit;
using MimeKit.Utils;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests;

public sealed class InboxCrashTests(ITestOutputHelper output)
{
    private static readonly int People = Scale.Of(usual: 24, full: 200);
    private static readonly int Kills = Scale.Of(usual: 2, full: 20);

    [Fact]
    public async Task A_reader_killed_again_and_again_counts_each_reply_once_and_answers_it_once()
    {
        using var inbox = new TestMailFolder();
        using var mails = new TestMailFolder();
        await using var crowd = await Crowd.ImportAsync(People);
        var settings = crowd.Settings.SendingTo(mails)
            .With("RunBackCare__Inbox__Folder", inbox.Path)
            .With("RunBackCare__Inbox__AnswersPerDay", 1000)
            .With("RunBackCare__Jobs__ReadEverySeconds", 1)
            .With("RunBackCare__Delivery__LeaseSeconds", 61);
        var (exitCode, said) = await WorkerProcess.RunAsync(settings, "run-due");
        Assert.True(exitCode == 0, said);
        foreach (var mail in mails.Messages)
        {
            Drop(Answer(mail), inbox.Path);
        }

        Assert.Equal(People, inbox.Files.Length);
        var seed = Environment.GetEnvironmentVariable("RUNBACKCARE_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        output.WriteLine($"RUNBACKCARE_SEED={seed}");
        var random = new Random(seed);
        for (var kill = 0; kill < Kills && inbox.Files.Length > 0; kill++)
        {
            await using var worker = await WorkerProcess.StartAsync(settings);
            var before = inbox.Files.Length;
            await Wait.UntilAsync("the next worker reads", () => Task.FromResult(inbox.Files.Length < before), () => worker.Output);
            await Task.Delay(random.Next(250), TestContext.Current.CancellationToken);
            await worker.KillAsync();
            output.WriteLine($"killed with {inbox.Files.Length} of {People} in the folder, {await crowd.NumberAsync("select count(*) from inbound_messages")} stored");
        }

        await using var last = await WorkerProcess.StartAsync(settings);
        await Wait.UntilAsync("all is read and answered", async () => inbox.Files.Length == 0 && await crowd.IsServedAsync(), () => last.Output);

        Assert.Equal(People, await crowd.NumberAsync("select count(*) from inbound_messages where outcome = 'read'"));
        Assert.Equal(People, await crowd.NumberAsync("select count(*) from pain_reports"));
        Assert.Equal(People, await crowd.NumberAsync("select count(distinct subscriber_id) from pain_reports"));
        Assert.Equal(People, await crowd.NumberAsync("select count(*) from outbox where kind in ('receipt', 'flare') and state = 'sent'"));
    }

    private static MimeMessage Answer(MimeMessage mail)
    {
        var answer = new MimeMessage { Subject = $"Re: {mail.Subject}", Date = DateTimeOffset.UtcNow, MessageId = MimeUtils.GenerateMessageId("mail.example.net"), Body = new TextPart("plain") { Text = "3" } };
        answer.From.AddRange(mail.To);
        answer.To.AddRange(mail.ReplyTo);
        return answer;
    }

    private static void Drop(MimeMessage message, string folder)
    {
        var file = Path.Combine(folder, $"{Guid.CreateVersion7():n}.eml");
        message.WriteTo(file + ".new");
        File.Move(file + ".new", file);
    }
}
