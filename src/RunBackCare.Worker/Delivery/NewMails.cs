using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Delivery;

/// <summary>Makes outbox rows: the one place where a mail gets its cause, its priority, its Message-ID, and the moment after which it is no longer sent.</summary>
internal sealed class NewMails(Sender sender)
{
    private const short PromptPriority = 1;
    private const short WeekPriority = 2;

    /// <summary>How long an unanswered sign-up can be confirmed.</summary>
    public static Duration ConfirmationLife { get; } = Duration.FromDays(7);

    public OutboxRow Week(WeekRow week, Instant staleAt, Instant now) =>
        Make(week.SubscriberId, MailKind.Week, $"week:{week.Id}", WeekPriority, now, staleAt, week.Id);

    /// <param name="subscriber">Pending, and stored already.</param>
    public OutboxRow Confirm(Subscriber subscriber, Instant now) =>
        Make(subscriber.Id, MailKind.Confirm, $"confirm:{subscriber.Id}", PromptPriority, now, now + ConfirmationLife);

    /// <param name="leaving">The audit entry of their leaving, stored already: who joins again can leave again.</param>
    public OutboxRow Goodbye(Subscriber subscriber, AuditEntry leaving, Instant now) =>
        Make(subscriber.Id, MailKind.Goodbye, $"goodbye:{leaving.Id}", PromptPriority, now, null);

    private OutboxRow Make(long subscriberId, MailKind kind, string cause, short priority, Instant now, Instant? staleAt, long? weekId = null)
    {
        var id = Guid.CreateVersion7(now.ToDateTimeOffset());
        return new()
        {
            Id = id,
            SubscriberId = subscriberId,
            WeekId = weekId,
            Kind = kind,
            Cause = cause,
            Priority = priority,
            State = DeliveryState.Queued,
            NotBefore = now,
            StaleAt = staleAt,
            MessageId = $"{id:n}@{sender.ReplyDomain}",
            CreatedAt = now,
        };
    }
}
