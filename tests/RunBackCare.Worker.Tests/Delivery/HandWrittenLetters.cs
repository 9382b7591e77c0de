using MimeKit;
using Npgsql;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;

namespace RunBackCare.Worker.Tests.Delivery;

/// <summary>Small letters, so that tests of delivery show delivery alone.</summary>
internal sealed class HandWrittenLetters(NpgsqlDataSource database) : ILetterWriter
{
    /// <summary>Lines of the body; some begin with a dot, which SMTP has to double.</summary>
    public int Lines { get; set; } = 20;

    public async Task<WriteLetter> PrepareAsync(IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        var addresses = await AddressesAsync([.. mails.Select(m => m.SubscriberId!.Value)], cancellation);
        return mail => addresses.TryGetValue(mail.SubscriberId!.Value, out var address) ? Write(mail, address) : null;
    }

    private WrittenLetter Write(ClaimedMail mail, string address)
    {
        if (address.StartsWith("unwritable", StringComparison.Ordinal))
        {
            return new WrittenLetter.Faulty("mails/week/html.html(3,4): no such property");
        }

        var message = new MimeMessage { Subject = "A letter", MessageId = mail.MessageId, Body = new TextPart("plain") { Text = Body() } };
        message.From.Add(new MailboxAddress("RunBackCare", "plans@example.org"));
        message.To.Add(new MailboxAddress("", address));
        return new WrittenLetter.Ready(new Letter(message, $"bounce+{mail.SubscriberId}@bounce.example.org", address), "templates-1");
    }

    private string Body() => string.Join("\r\n", Enumerable.Range(1, Lines).Select(line => $"{(line % 3 == 0 ? "." : "")}line {line}"));

    private async Task<Dictionary<long, string>> AddressesAsync(long[] subscribers, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select id, address from subscribers where id = any($1)");
        command.Parameters.Add(new() { Value = subscribers });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var addresses = new Dictionary<long, string>();
        while (await reader.ReadAsync(cancellation))
        {
            addresses[reader.GetInt64(0)] = reader.GetString(1);
        }

        return addresses;
    }
}
