using NodaTime;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Tests.Inbox;

namespace RunBackCare.Worker.Tests.Delivery;

/// <summary>The database's clock and ours may differ by much: in a run at another moment, and after a bad start of a machine.</summary>
public sealed class OurClockFacts
{
    [Fact]
    public async Task A_mail_that_cannot_be_written_is_tried_once_however_far_our_clock_is_ahead_of_the_databases()
    {
        await using var room = await PostRoom.OpenAsync();
        room.Clock.Reset(SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(400));
        var ann = await room.JoinAsync(room.Clock.GetCurrentInstant().InUtc().LocalDateTime);
        var now = room.Clock.GetCurrentInstant();
        var id = Guid.CreateVersion7();
        await room.StoreAsync(new OutboxRow
        {
            Id = id,
            SubscriberId = ann.Id,
            Kind = MailKind.Week,
            Cause = "week:gone",
            Priority = 2,
            State = DeliveryState.Queued,
            NotBefore = now,
            MessageId = $"{id:n}@reply.example.org",
            CreatedAt = now,
        });

        await room.Get<SendQueuedMail>().RunAsync(TestContext.Current.CancellationToken);

        var faulty = (await room.MailsAsync(ann)).Single(m => m.Id == id);
        Assert.Equal((DeliveryState.Deferred, 1), (faulty.State, faulty.Attempts));
        Assert.True(faulty.NotBefore > now);
    }
}
