using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.Replies;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Admin.Replies;

/// <summary>What became of an admin's words.</summary>
internal abstract record Assigned
{
    private Assigned()
    {
    }

    /// <param name="SubscriberId">Who gets the receipt.</param>
    public sealed record Done(long SubscriberId) : Assigned;

    /// <param name="Why">One sentence for the admin; nothing was changed.</param>
    public sealed record Refused(string Why) : Assigned;
}

/// <summary>
/// An admin says in the reader's own grammar what somebody meant. It goes the way of every reply, receipt and UNDO included, so that the person sees
/// what was understood and can take it back.
/// </summary>
internal sealed class AssignMeaning(IDbContextFactory<RunBackCareDb> contexts, AnswerReply answering, IWakeDelivery delivery, IWakePlanning planning, IClock clock)
{
    /// <summary>A message of theirs gets a meaning. It is laid aside with it.</summary>
    /// <param name="subscriberId">Whose it is, where the message does not show it.</param>
    public async Task<Assigned> ToMessageAsync(long inboundId, long? subscriberId, string words, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var message = await db.InboundMessages.FromSql($"select * from inbound_messages where id = {inboundId} and handled_at is null").SingleOrDefaultAsync(cancellation);
        if (message is null)
        {
            return new Assigned.Refused($"Message {inboundId} was handled before.");
        }

        if ((message.SubscriberId ?? subscriberId) is not { } whose)
        {
            return new Assigned.Refused("Nothing shows whose message this is: give the subscriber's number.");
        }

        var written = message.WrittenAt ?? LocalDateTime.MinIsoValue;
        if (await SpeakAsync(db, whose, words, $"assigned:{inboundId}", message.WrittenAt is null ? message.ArrivedAt : null, written, admin, cancellation) is { } refused)
        {
            return refused;
        }

        var now = clock.GetCurrentInstant();
        var handled = await db.InboundMessages.Where(m => m.Id == inboundId && m.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.HandledAt, now).SetProperty(m => m.HandledBy, admin), cancellation);
        if (handled == 0)
        {
            return new Assigned.Refused($"Message {inboundId} was handled by somebody else at the same moment.");
        }

        await transaction.CommitAsync(cancellation);
        Wake();
        return new Assigned.Done(whose);
    }

    /// <summary>What somebody told us in another way, such as on the telephone.</summary>
    public async Task<Assigned> ForPersonAsync(long subscriberId, string words, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await SpeakAsync(db, subscriberId, words, $"spoken:{Guid.NewGuid():n}", clock.GetCurrentInstant(), default, admin, cancellation) is { } refused)
        {
            return refused;
        }

        await transaction.CommitAsync(cancellation);
        Wake();
        return new Assigned.Done(subscriberId);
    }

    /// <param name="at">When it was said, as an instant; null where <paramref name="written"/> holds the person's own moment.</param>
    private async Task<Assigned.Refused?> SpeakAsync(RunBackCareDb db, long subscriberId, string words, string key, Instant? at, LocalDateTime written, string admin, CancellationToken cancellation)
    {
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } subscriber)
        {
            return new($"There is no subscriber {subscriberId.ToString(CultureInfo.InvariantCulture)}.");
        }

        if (subscriber.State is SubscriberState.Pending or SubscriberState.Left or SubscriberState.Suppressed)
        {
            return new($"Subscriber {subscriberId} is {subscriber.State.ToString().ToLowerInvariant()} and gets no mails, so nobody could tell them what was understood.");
        }

        var moment = at is { } instant ? instant.InZone(SendSlot.Of(subscriber).Zone).LocalDateTime : written;
        if (Unclear(words, moment) is { } unclear)
        {
            return new(unclear);
        }

        var now = clock.GetCurrentInstant();
        var spoken = new InboundMessage
        {
            // As if it had no Message-ID: the receipt stands alone.
            MessageKey = MessageKey.Of(null, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))),
            Origin = $"admin {key}",
            SubscriberId = subscriberId,
            ArrivedAt = now,
            Outcome = InboundOutcome.Read,
            Reason = "an admin gave the meaning",
            CreatedAt = now,
        };
        db.InboundMessages.Add(spoken);
        await db.SaveChangesAsync(cancellation);
        db.Audit.Add(new() { At = now, Actor = admin, Action = "spoke-for", SubscriberId = subscriberId, About = $"message:{spoken.Id}" });
        await answering.AnswerAsync(db, subscriber, spoken, new(words, "", moment), now, cancellation);
        return null;
    }

    /// <summary>An admin's words have to be clear; the person could not answer what they never wrote.</summary>
    private static string? Unclear(string words, LocalDateTime moment)
    {
        var reading = ReplyReader.Read(words, new() { Written = moment });
        return reading switch
        {
            { IsEmpty: true } => "The reader understands nothing of that. Such words it knows: 2, all done · Tue 3 Wed 0 · ran 20 min, back 3 · PAUSE 2 WEEKS.",
            { Unread.IsEmpty: false } => $"The reader does not understand: {string.Join(" · ", reading.Unread)}",
            { Questions: var questions } when questions.Contains(ReplyQuestion.WhichMeaning) => "That could mean two things: write it out, such as: pain 2, 3 runs.",
            { Questions: var questions } when questions.Contains(ReplyQuestion.OutOfRange) => "A score is 0 to 10.",
            _ => null,
        };
    }

    private void Wake()
    {
        delivery.Wake();
        planning.Wake();
    }
}
