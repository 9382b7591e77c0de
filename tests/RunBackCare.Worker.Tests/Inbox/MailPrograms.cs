using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.Processes;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>What people have on their side: a mailbox to read and a server to send through.</summary>
internal static class MailPrograms
{
    public static async Task SendAsync(Postfix server, MimeMessage message)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(Postfix.Host, server.Port, SecureSocketOptions.None);
        await client.SendAsync(message);
        await client.DisconnectAsync(true);
    }

    /// <summary>Waits for as many mails.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> MailsAsync(Dovecot server, string user, int atLeast, string mailbox = "INBOX")
    {
        IReadOnlyList<MimeMessage> mails = [];
        await Wait.UntilAsync($"{user} has {atLeast} mails", async () => (mails = await LookAsync(server, user, mailbox)).Count >= atLeast);
        return mails;
    }

    /// <summary>Puts a message there without any server adding to it.</summary>
    public static async Task PutAsync(Dovecot server, string user, MimeMessage message, MessageFlags flags = MessageFlags.None)
    {
        using var client = await ConnectAsync(server, user);
        await client.Inbox!.OpenAsync(FolderAccess.ReadWrite);
        await client.Inbox.AppendAsync(message, flags);
    }

    public static async Task<IReadOnlyList<MessageFlags>> FlagsAsync(Dovecot server, string user)
    {
        using var client = await ConnectAsync(server, user);
        await client.Inbox!.OpenAsync(FolderAccess.ReadOnly);
        return [.. (await client.Inbox.FetchAsync(0, -1, MessageSummaryItems.Flags)).Select(m => m.Flags!.Value & ~MessageFlags.Recent)];
    }

    /// <summary>Subjects, in order.</summary>
    public static async Task<IReadOnlyList<string>> SubjectsAsync(Dovecot server, string user, string mailbox = "INBOX") =>
        [.. (await LookAsync(server, user, mailbox)).Select(m => m.Subject ?? "")];

    private static async Task<IReadOnlyList<MimeMessage>> LookAsync(Dovecot server, string user, string mailbox)
    {
        using var client = await ConnectAsync(server, user);
        var folder = await client.GetFolderAsync(mailbox);
        await folder.OpenAsync(FolderAccess.ReadOnly);
        var mails = new List<MimeMessage>();
        for (var i = 0; i < folder.Count; i++)
        {
            mails.Add(await folder.GetMessageAsync(i));
        }

        return mails;
    }

    private static async Task<ImapClient> ConnectAsync(Dovecot server, string user)
    {
        var client = new ImapClient();
        await client.ConnectAsync(Dovecot.Host, server.ImapPort, SecureSocketOptions.None);
        await client.AuthenticateAsync(user, Dovecot.Password);
        return client;
    }
}
