using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>
/// What a person says on a page is a reply like any other: read by the same reader, with the same safety screen, and it can be taken back. The page
/// itself is the receipt, so a mail follows only where the week changed or safety asks for it.
/// </summary>
internal sealed class AnswerFromPage(
    IDbContextFactory<RunBackCareDb> contexts, AnswerReply answer, SafetyHolds holds, IWakeDelivery delivery, IWakePlanning planning, IClock clock)
{
    private const int LongestWords = 4_000;

    /// <param name="once">Of the form that was sent: sent twice, it counts once.</param>
    /// <returns>What it was read as, and what came of it; null where this person gets no plans.</returns>
    public async Task<InboundMessage?> RunAsync(long subscriberId, Guid once, string words, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { State: SubscriberState.Active or SubscriberState.Paused or SubscriberState.Held } person)
        {
            return null;
        }

        var key = KeyOf(person, once);
        if (await db.InboundMessages.AsNoTracking().SingleOrDefaultAsync(m => m.MessageKey == key, cancellation) is { } said)
        {
            return said;
        }

        var now = clock.GetCurrentInstant();
        var inbound = Row(person, key, now);
        db.InboundMessages.Add(inbound);
        await db.SaveChangesAsync(cancellation);
        var written = now.InZone(SendSlot.Of(person).Zone).LocalDateTime;
        await answer.AnswerAsync(db, person, inbound, new(words.Length > LongestWords ? words[..LongestWords] : words, "", written), now, cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        planning.Wake();
        return inbound;
    }

    /// <summary>Keeps a sign that was ticked on a page: holds the plan as words would.</summary>
    /// <param name="phrase">Name of what was ticked.</param>
    public async Task HoldAsync(RunBackCareDb db, Subscriber person, Planning.History.SafetyLevel level, string phrase, Instant now, CancellationToken cancellation)
    {
        var inbound = Row(person, KeyOf(person, Guid.CreateVersion7(now.ToDateTimeOffset())), now);
        db.InboundMessages.Add(inbound);
        await db.SaveChangesAsync(cancellation);
        await holds.RaiseAsync(db, person, inbound, [new(now.InZone(SendSlot.Of(person).Zone).Date, level, phrase)], now, cancellation);
    }

    private static string KeyOf(Subscriber person, Guid once) => string.Create(CultureInfo.InvariantCulture, $"page:{person.Id}:{once:n}");

    private static InboundMessage Row(Subscriber person, string key, Instant now) => new()
    {
        MessageKey = key,
        Origin = InboundMessage.FromPage,
        SubscriberId = person.Id,
        ArrivedAt = now,
        Outcome = InboundOutcome.Read,
        CreatedAt = now,
    };
}
