using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using RunBackCare.Mail.Incoming;
using RunBackCare.Planning.Replies;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Inbox.Taking;

/// <summary>
/// What a person wrote is answered where it shows whose it is, and where they may be written to. In everything else only safety signs count, and what
/// follows from them goes to the address we know.
/// </summary>
internal sealed class ReplyDesk(Whose whose, AnswerReply answers, LeaveList leaving, IOptions<InboxOptions> options)
{
    /// <summary>The subject that our List-Unsubscribe header asks mail programs to send.</summary>
    private const string Leaving = "STOP";

    private static readonly Duration Day = Duration.FromHours(24);

    /// <summary>Within this an empty mail is asked about once.</summary>
    private static readonly Duration QuestionLife = Duration.FromDays(7);

    public async Task TakeAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail.Reply reply, CancellationToken cancellation)
    {
        switch (await whose.OfAsync(db, reply.Head, cancellation))
        {
            case MailSender.Proven { Id: var id }:
                await TakeFromAsync(db, inbound, reply, id, cancellation);
                break;
            case MailSender.Foreign foreign:
                inbound.Close(InboundOutcome.ForeignSender, "it answers a mail of ours, but comes from another address than that mail went to");
                inbound.SubscriberId = foreign.Holder;
                await HeedAsync(db, inbound, reply, foreign.Holder, cancellation);
                await HeedSignsAsync(db, inbound, reply, foreign.Writer == foreign.Holder ? null : foreign.Writer, cancellation);
                break;
            case MailSender.Unproven { Id: var id }:
                inbound.Close(InboundOutcome.NoToken, "it claims a sender we know, but answers no mail of ours");
                inbound.SubscriberId = id;
                await HeedAsync(db, inbound, reply, id, cancellation);
                break;
            default:
                inbound.Close(reply.Head.Addressed.Any(whose.IsBounceAddress) ? InboundOutcome.AutoReply : InboundOutcome.Stranger, "nobody we know, and no address that we gave out");
                break;
        }
    }

    private async Task TakeFromAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail.Reply reply, long id, CancellationToken cancellation)
    {
        if (await db.LockSubscriberAsync(id, cancellation) is not { ErasedAt: null } subscriber)
        {
            inbound.Close(InboundOutcome.Stranger, "of somebody who was erased");
            return;
        }

        inbound.SubscriberId = id;
        var words = Words(reply, inbound, subscriber);
        if (await WhyNotAsync(db, inbound, subscriber, words, cancellation) is var (outcome, why))
        {
            inbound.Close(outcome, why);
            await HeedAsync(db, inbound, subscriber, words, cancellation);
            return;
        }

        inbound.Close(IsBlank(words) ? InboundOutcome.Unreadable : InboundOutcome.Read, IsBlank(words) ? "it holds no words" : null);
        await answers.AnswerAsync(db, subscriber, inbound, words, inbound.CreatedAt, cancellation);
    }

    private async Task<(InboundOutcome Outcome, string Why)?> WhyNotAsync(RunBackCareDb db, InboundMessage inbound, Subscriber subscriber, PersonsWords words, CancellationToken cancellation)
    {
        if (subscriber.State is SubscriberState.Pending or SubscriberState.Left or SubscriberState.Suppressed)
        {
            return (InboundOutcome.NotReceiving, $"they get no mails: {subscriber.State}");
        }

        var since = inbound.CreatedAt - Day;
        var answered = db.InboundMessages.Where(m => m.SubscriberId == subscriber.Id && m.Id != inbound.Id && (m.Outcome == InboundOutcome.Read || m.Outcome == InboundOutcome.Unreadable));
        if (await answered.CountAsync(m => m.CreatedAt > since, cancellation) >= options.Value.AnswersPerDay)
        {
            return (InboundOutcome.OverCap, $"more than {options.Value.AnswersPerDay} in a day");
        }

        var lately = inbound.CreatedAt - QuestionLife;
        return IsBlank(words) && await answered.AnyAsync(m => m.CreatedAt > lately && m.Outcome == InboundOutcome.Unreadable, cancellation)
            ? (InboundOutcome.Unreadable, "it holds no words, and they were asked lately")
            : null;
    }

    /// <summary>
    /// Of what is not answered two things count all the same: signs, and the wish to leave. A leave address works for whoever holds it, as the link
    /// does, and who is taken off the list by another's mail is told so at the address we know.
    /// </summary>
    private async Task HeedAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail.Reply reply, long person, CancellationToken cancellation)
    {
        if (await db.LockSubscriberAsync(person, cancellation) is { ErasedAt: null } subscriber)
        {
            await HeedAsync(db, inbound, subscriber, Words(reply, inbound, subscriber), cancellation);
        }
    }

    private async Task HeedAsync(RunBackCareDb db, InboundMessage inbound, Subscriber subscriber, PersonsWords words, CancellationToken cancellation)
    {
        await answers.HeedSignsAsync(db, subscriber, inbound, words, cancellation);
        if (AsksToLeave(words))
        {
            inbound.Close(InboundOutcome.Read, "left");
            await LeaveAsync(db, subscriber, cancellation);
        }
    }

    /// <summary>Who is suppressed leaves as well, so that nobody who lifts that writes to them again; but their address gets no goodbye.</summary>
    private Task LeaveAsync(RunBackCareDb db, Subscriber subscriber, CancellationToken cancellation) => subscriber.State == SubscriberState.Left
        ? Task.CompletedTask
        : leaving.LeaveAsync(db, subscriber, "subscriber", goodbye: subscriber.State != SubscriberState.Suppressed, cancellation);

    private async Task HeedSignsAsync(RunBackCareDb db, InboundMessage inbound, IncomingMail.Reply reply, long? person, CancellationToken cancellation)
    {
        if (person is { } id && await db.LockSubscriberAsync(id, cancellation) is { ErasedAt: null } subscriber)
        {
            await answers.HeedSignsAsync(db, subscriber, inbound, Words(reply, inbound, subscriber), cancellation);
        }
    }

    private static PersonsWords Words(IncomingMail.Reply reply, InboundMessage inbound, Subscriber subscriber) =>
        new(IsLeaving(reply) ? $"{Leaving}\n{Storable(reply.Words.Own)}" : Storable(reply.Words.Own), Storable(reply.Words.Aside), WrittenMoment.Of(reply.Head.Date, inbound.ArrivedAt, SendSlot.Of(subscriber).Zone)) { Unsure = Storable(reply.Words.Unsure) };

    private static bool IsLeaving(IncomingMail.Reply reply) => string.Equals(reply.Head.Subject.Trim(), Leaving, StringComparison.OrdinalIgnoreCase);

    private static bool AsksToLeave(PersonsWords words) => ReplyReader.Read(words.Own, new() { Written = words.Written }).Commands.Any(c => c.Kind == CommandKind.Stop);

    private static bool IsBlank(PersonsWords words) => string.IsNullOrWhiteSpace(words.Own);

    /// <summary>What a database's text can hold: no zero, and no half of a character.</summary>
    private static string Storable(string words)
    {
        var kept = new StringBuilder(words.Length);
        foreach (var letter in words.EnumerateRunes())
        {
            kept.Append(letter.Value == 0 ? " " : letter.ToString());
        }

        return kept.ToString();
    }
}
