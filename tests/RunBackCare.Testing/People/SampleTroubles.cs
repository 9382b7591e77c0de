using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Testing.People;

/// <summary>What waits for an admin in the morning.</summary>
public static class SampleTroubles
{
    /// <summary>The person writes, and the worker's own reader reads it.</summary>
    /// <returns>The message's number.</returns>
    public static async Task<long> ReplyAsync(IServiceProvider services, long subscriber, string words)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var person = (await db.LockSubscriberAsync(subscriber, CancellationToken.None))!;
        var message = new InboundMessage
        {
            MessageKey = $"{Guid.NewGuid():n}@example.org",
            Origin = "test",
            SubscriberId = subscriber,
            ArrivedAt = now,
            Outcome = InboundOutcome.Read,
            Raw = Encoding.UTF8.GetBytes($"From: Ann\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n"),
            CreatedAt = now,
        };
        db.InboundMessages.Add(message);
        await db.SaveChangesAsync();
        var local = now.InZone(SendSlot.Of(person).Zone).LocalDateTime;
        await services.GetRequiredService<AnswerReply>().AnswerAsync(db, person, message, new(words, "", local), now, CancellationToken.None);
        await transaction.CommitAsync();
        return message.Id;
    }

    /// <summary>Their server said that there is no such mailbox.</summary>
    public static async Task SuppressAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        db.Bounces.Add(new() { SubscriberId = subscriber, At = now, Hard = true, Status = "5.1.1", Reason = "userunknown", Diagnostic = "550 5.1.1 no such mailbox" });
        db.Suppressions.Add(new() { AddressHash = Guid.NewGuid().ToByteArray(), Why = "hard-bounce", SubscriberId = subscriber, Evidence = "550 5.1.1 no such mailbox", CreatedAt = now });
        await db.SaveChangesAsync();
        await db.Subscribers.Where(s => s.Id == subscriber)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SubscriberState.Suppressed).SetProperty(s => s.NextPlanAt, (Instant?)null));
    }
}
