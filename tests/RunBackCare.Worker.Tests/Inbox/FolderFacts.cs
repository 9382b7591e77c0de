using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Sources;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>A folder into which anybody puts anything.</summary>
public sealed class FolderFacts
{
    private static readonly LocalDateTime Joining = new(2026, 12, 6, 17, 0);
    private static readonly LocalDateTime Tuesday = new(2026, 12, 8, 9, 0);

    [Fact]
    public async Task A_file_that_cannot_be_opened_or_moved_is_told_and_keeps_nobody_from_being_read()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        Directory.CreateDirectory(Path.Combine(room.In, "read", "b.eml", "not empty"));
        File.CreateSymbolicLink(Path.Combine(room.In, "a.eml"), Path.Combine(room.In, "a.eml"));
        room.Drop(await room.AnswerOfAsync(ann, "Mon 3"), "b.eml");
        room.Drop(await room.AnswerOfAsync(ann, "Mon 2"), "c.eml");

        for (var look = 0; look < 2; look++)
        {
            var told = await Assert.ThrowsAsync<MailSourceException>(room.ReadAndSendAsync);
            Assert.Contains("2 files in ", told.Message, StringComparison.Ordinal);
        }

        Assert.Equal([2, 3], await room.ReadAsync(db => db.PainReports.Select(r => r.Score).Order().ToListAsync()));
        Assert.True(File.Exists(Path.Combine(room.In, "read", "c.eml")));
        await room.LiveUntilAsync(ann, Tuesday);
        Assert.Equal(2, (await room.KindsAsync(ann)).Count(kind => kind == MailKind.Receipt));
    }

    [Fact]
    public async Task Rubbish_is_kept_with_its_reason_and_nobody_is_written_to()
    {
        await using var room = await PostRoom.OpenAsync();
        var ann = await room.JoinAsync(Joining);
        room.SetTime(ann, Tuesday);
        Directory.CreateDirectory(Path.Combine(room.In, "folder.eml"));
        await WriteAsync(room, "empty", []);
        await WriteAsync(room, "blank", "\r\n\r\n\r\n"u8.ToArray());
        await WriteAsync(room, "zeros", new byte[100_000]);
        await WriteAsync(room, "head", "From: a"u8.ToArray());
        await WriteAsync(room, "mime", "Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n--\r\n----\r\n"u8.ToArray());
        await WriteAsync(room, "html", "<html><body>3</body></html>"u8.ToArray());
        await File.WriteAllTextAsync(Path.Combine(room.In, "half.eml.new"), "From: ann", TestContext.Current.CancellationToken);

        Assert.Equal(6, await room.ReadAndSendAsync());

        Assert.All(await room.AllAsync(), m => Assert.True(m.Outcome is InboundOutcome.Stranger or InboundOutcome.Unreadable or InboundOutcome.AutoReply && m is { Raw: not null, Reason.Length: > 0 }, $"{m.Origin}: {m.Outcome}"));
        Assert.Equal([MailKind.Week], await room.KindsAsync(ann));
        Assert.Equal(["half.eml.new"], Directory.GetFiles(room.In).Select(Path.GetFileName));
    }

    private static Task WriteAsync(PostRoom room, string name, byte[] bytes) => File.WriteAllBytesAsync(Path.Combine(room.In, $"{name}.eml"), bytes, TestContext.Current.CancellationToken);
}
