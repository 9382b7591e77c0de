using System.Globalization;
using NodaTime;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Addresses;
using RunBackCare.Worker.Subscribers.SignUps;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Delivery;

/// <summary>Makes outbox rows: the one place where a mail gets its cause, its priority, its Message-ID, and the moment after which it is no longer sent.</summary>
internal sealed class NewMails(Sender sender)
{
    /// <summary>Before everything else, and not called off when somebody leaves.</summary>
    public const short SafetyPriority = 0;

    private const int SecondsBetweenLinks = 600;

    /// <summary>What the causes of mails that somebody asked to have once more begin with.</summary>
    private const string OnceMore = "resend:";

    private const short PromptPriority = 1;
    private const short WeekPriority = 2;

    /// <summary>How long an unanswered sign-up can be confirmed.</summary>
    public static Duration ConfirmationLife { get; } = Duration.FromDays(7);

    public OutboxRow Week(WeekRow week, Instant staleAt, Instant now) =>
        Make(week.SubscriberId, MailKind.Week, $"week:{week.Id}", WeekPriority, now, staleAt, week.Id);

    /// <summary>Says that the plan is paused until somebody answers.</summary>
    public OutboxRow Silence(WeekRow week, Instant staleAt, Instant now) =>
        Make(week.SubscriberId, MailKind.Silence, $"silence:{week.Id}", WeekPriority, now, staleAt, week.Id);

    /// <param name="subscriber">Pending, and stored already.</param>
    public OutboxRow Confirm(Subscriber subscriber, Instant now) =>
        Make(subscriber.Id, MailKind.Confirm, $"confirm:{subscriber.Id}", PromptPriority, now, now + ConfirmationLife);

    /// <summary>The question whether it was they who signed up.</summary>
    /// <param name="signUp">Stored already; it names the mail.</param>
    public OutboxRow Confirm(SignUp signUp, Instant now) =>
        Make(signUp.SubscriberId, MailKind.Confirm, $"confirm:signup:{signUp.Id}", PromptPriority, now, now + ConfirmationLife, id: signUp.MailId);

    /// <summary>A link that opens everything for an hour. One cause in ten minutes, however often it is asked for.</summary>
    public OutboxRow Link(Subscriber person, MailKind kind, Instant now) =>
        Make(person.Id, kind, $"{StoredWord.Of(kind)}:{person.Id}:{person.TokenVersion}:{now.ToUnixTimeSeconds() / SecondsBetweenLinks}", PromptPriority, now, now + Token.FullLife);

    public OutboxRow AddressQuestion(AddressChange change, Instant now) =>
        Make(change.SubscriberId, MailKind.AddressQuestion, $"address:{change.Id}", PromptPriority, now, now + MoveAddress.QuestionLife, id: change.AskingMailId);

    public OutboxRow AddressMoved(AddressChange change, Instant now) =>
        Make(change.SubscriberId, MailKind.AddressMoved, $"moved:{change.Id}", PromptPriority, now, null, id: change.TellingMailId);

    /// <summary>A name for a mail before there is one: of version 7, so that rows of one time lie together.</summary>
    public static Guid NewId(Instant now) => Guid.CreateVersion7(now.ToDateTimeOffset());

    /// <param name="leaving">The audit entry of their leaving, stored already: who joins again can leave again.</param>
    public OutboxRow Goodbye(Subscriber subscriber, AuditEntry leaving, Instant now) =>
        Make(subscriber.Id, MailKind.Goodbye, $"goodbye:{leaving.Id}", PromptPriority, now, null);

    /// <summary>How long an answer to a reply is of use.</summary>
    public static Duration AnswerLife { get; } = Duration.FromDays(3);

    /// <summary>The one answer to a reply that tells what was read: as a receipt, or with the changed days after a red score.</summary>
    /// <param name="week">The week as it is now, where the reply changed it.</param>
    public OutboxRow Receipt(InboundMessage inbound, long subscriberId, WeekRow? week, bool flare, Instant now) => flare
        ? Make(subscriberId, MailKind.Flare, $"flare:{inbound.Id}", PromptPriority, now, now + AnswerLife, week?.Id, inbound.Id)
        : Make(subscriberId, MailKind.Receipt, $"receipt:{inbound.Id}", PromptPriority, now, now + AnswerLife, week?.Id, inbound.Id);

    /// <summary>A week that a reply changed beside the one in its receipt.</summary>
    public OutboxRow RevisedWeek(WeekRow week, Instant staleAt, Instant now) =>
        Make(week.SubscriberId, MailKind.Week, $"week:{week.Id}", PromptPriority, now, staleAt, week.Id);

    public OutboxRow WeekAgain(InboundMessage inbound, long subscriberId, long weekId, Instant now) =>
        Make(subscriberId, MailKind.Week, $"{OnceMore}{inbound.Id}", PromptPriority, now, now + AnswerLife, weekId, inbound.Id);

    /// <summary>The same once more, at an admin's word. Safety is never too late.</summary>
    /// <param name="entry">What the admin did, stored already: each time is a mail of its own.</param>
    public OutboxRow Again(OutboxRow mail, AuditEntry entry, Instant now) =>
        Make(mail.SubscriberId, mail.Kind, $"{OnceMore}audit-{entry.Id}", mail.Priority == WeekPriority ? PromptPriority : mail.Priority, now, mail.StaleAt is null ? null : now + AnswerLife, mail.WeekId, mail.InboundId);

    /// <summary>Scripted, first in every queue, and never too late.</summary>
    public OutboxRow Safety(Subscriber subscriber, InboundMessage inbound, SafetyLevel level, Instant now) =>
        Make(subscriber.Id, OfLevel(level), $"safety:{inbound.Id}:{subscriber.Id}", SafetyPriority, now, null, inboundId: inbound.Id);

    /// <summary>What a reply asked for and gets in a mail of its own.</summary>
    public OutboxRow OnRequest(InboundMessage inbound, long subscriberId, MailKind kind, Instant now) =>
        Make(subscriberId, kind, $"{StoredWord.Of(kind)}:{inbound.Id}", PromptPriority, now, now + AnswerLife, inboundId: inbound.Id);

    public OutboxRow Erased(long subscriberId, Instant now) => Make(subscriberId, MailKind.Erased, $"erased:{subscriberId}", PromptPriority, now, null);

    /// <summary>The one mail of an emergency hold.</summary>
    public OutboxRow ClearanceReminder(Subscriber held, Instant now) =>
        Make(held.Id, MailKind.ClearanceReminder, string.Create(CultureInfo.InvariantCulture, $"clearance-reminder:{held.Id}:{held.HoldSince:uuuu-MM-dd}"), PromptPriority, now, null);

    /// <summary>Addressed to the operator. Where it is about somebody, the row goes with them when they are erased.</summary>
    public OutboxRow OperatorAlert(Alert alert) =>
        Make(alert.SubscriberId, MailKind.OperatorAlert, $"alert:{alert.Id}", SafetyPriority, alert.At, null, inboundId: alert.InboundId);

    private static MailKind OfLevel(SafetyLevel level) => level switch
    {
        SafetyLevel.A => MailKind.Emergency,
        SafetyLevel.B => MailKind.Urgent,
        _ => MailKind.BeforeStarting,
    };

    public static bool IsAgain(string cause) => cause.StartsWith(OnceMore, StringComparison.Ordinal);

    private OutboxRow Make(long? subscriberId, MailKind kind, string cause, short priority, Instant now, Instant? staleAt, long? weekId = null, long? inboundId = null, Guid? id = null)
    {
        var own = id ?? NewId(now);
        return new()
        {
            Id = own,
            SubscriberId = subscriberId,
            WeekId = weekId,
            InboundId = inboundId,
            Kind = kind,
            Cause = cause,
            Priority = priority,
            State = DeliveryState.Queued,
            NotBefore = now,
            StaleAt = staleAt,
            MessageId = $"{own:n}@{sender.ReplyDomain}",
            CreatedAt = now,
        };
    }
}
