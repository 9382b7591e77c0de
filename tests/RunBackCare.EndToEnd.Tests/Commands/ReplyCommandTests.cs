using MimeKit;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Worker;

namespace RunBackCare.EndToEnd.Tests.Commands;

/// <summary>Answering without a mail program, for trying out.</summary>
public sealed class ReplyCommandTests
{
    [Fact]
    public async Task A_reply_is_what_a_mail_program_would_write_and_faults_say_what_to_do()
    {
        using var inbox = new TestMailFolder();
        using var mails = new TestMailFolder();
        await using var crowd = await Crowd.ImportAsync(1);
        var settings = crowd.Settings.SendingTo(mails);
        var address = DuePeople.Address(0);

        Assert.Equal((1, "Answers do not arrive in a folder here: set RunBackCare:Inbox:Folder, or answer from a mail program."), await WorkerProcess.RunAsync(settings, "reply", address, "2"));
        settings = settings.With("RunBackCare__Inbox__Folder", inbox.Path);
        Assert.Equal((1, "Nobody has this address here."), await WorkerProcess.RunAsync(settings, "reply", "nobody@example.org", "2"));
        Assert.Equal((1, "They have had no mail yet: run-due or a running worker sends what is due."), await WorkerProcess.RunAsync(settings, "reply", address, "2"));

        Assert.Equal(0, (await WorkerProcess.RunAsync(settings, "run-due")).ExitCode);
        Assert.Equal(0, (await WorkerProcess.RunAsync(settings, "reply", address, "2, all done")).ExitCode);

        var week = Assert.Single(mails.Messages);
        var reply = Assert.Single(inbox.Messages);
        Assert.Equal(address, Assert.Single(reply.From.Mailboxes).Address, ignoreCase: true);
        Assert.Equal(week.ReplyTo.Mailboxes.Single().Address, Assert.Single(reply.To.Mailboxes).Address);
        Assert.Equal(week.MessageId, reply.InReplyTo);
        Assert.StartsWith("2, all done\n\nOn ", reply.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\n> ", reply.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_suppressed_address_the_list_says_so_and_nothing_can_be_undone()
    {
        using var mails = new TestMailFolder();
        await using var crowd = await Crowd.ImportAsync(1);
        var settings = crowd.Settings.SendingTo(mails);

        Assert.Equal((0, "None."), await WorkerProcess.RunAsync(settings, "suppressions"));
        Assert.Equal((1, "No such address is suppressed: runbackcare suppressions lists those that are."), await WorkerProcess.RunAsync(settings, "suppressions", "undo", DuePeople.Address(0)));
    }
}
