using Microsoft.EntityFrameworkCore;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Replies;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>The reply that a mail answers.</summary>
/// <param name="Answers">How the two hang together in a mail program.</param>
/// <param name="Outcome">What was read and what came of it; null where nothing was read.</param>
internal sealed record AnsweredReply(Answers Answers, AnswerOutcome? Outcome)
{
    /// <summary>A receipt names weekdays and plans of about now.</summary>
    private const int WeeksShown = 4;

    /// <returns>By the ID of the mail that answers.</returns>
    public static async Task<Dictionary<Guid, AnsweredReply>> LoadAsync(RunBackCareDb db, IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        long[] wanted = [.. mails.Select(m => m.InboundId).OfType<long>().Distinct()];
        if (wanted.Length == 0)
        {
            return [];
        }

        var replies = await db.InboundMessages.AsNoTracking()
            .Where(m => wanted.Contains(m.Id))
            .Select(m => new Reply(m.Id, m.MessageKey, m.SubscriberId, m.WrittenAt, m.Reading, m.Effect))
            .ToDictionaryAsync(m => m.Id, cancellation);
        var people = (await PersonFacts.LoadAsync(db, [.. replies.Values.Select(m => m.SubscriberId).OfType<long>().Distinct()], WeeksShown, cancellation)).ToDictionary(p => p.Subscriber.Id);
        return mails.Where(m => m.InboundId is { } id && replies.ContainsKey(id)).ToDictionary(m => m.Id, m => Of(replies[m.InboundId!.Value], people));
    }

    private static AnsweredReply Of(Reply reply, Dictionary<long, PlannedPerson> people)
    {
        var answers = new Answers(MessageKey.IdOf(reply.MessageKey), []);
        return reply is { Reading: { } reading, Effect: { } effect, WrittenAt: { } written, SubscriberId: { } id } && people.TryGetValue(id, out var person)
            ? new(answers, new()
            {
                Reading = reading,
                Context = ReplyContext.Of(person.History(written.Date), null, written, person.Subscriber.Profile),
                Effects = effect.Effects,
                MayAsk = effect.MayAsk,
            })
            : new(answers, null);
    }

    private sealed record Reply(long Id, string MessageKey, long? SubscriberId, NodaTime.LocalDateTime? WrittenAt, Reading? Reading, ReplyEffect? Effect);
}
