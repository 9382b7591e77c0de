using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>Does what a person asks for in words of command. The caller holds their row; what is done here is saved with the reply.</summary>
internal sealed class CommandDesk(NewMails mails, LeaveList leaving, EraseSubscriber erasing)
{
    private const string Actor = "subscriber";

    /// <summary>How long YES and NO answer a question of ours.</summary>
    private static readonly Duration QuestionLife = Duration.FromDays(14);

    public async Task<Obeyed> ObeyAsync(RunBackCareDb db, PlannedPerson person, InboundMessage inbound, Reading reading, ReplyContext context, Instant now, CancellationToken cancellation)
    {
        var obeyed = new Obeyed();
        var order = new Order(db, person, inbound, reading, context, now, obeyed);
        foreach (var command in reading.Commands.Distinct())
        {
            await ObeyAsync(order, command, cancellation);
            if (obeyed.Left || obeyed.Erased)
            {
                break;
            }
        }

        return obeyed;
    }

    private async Task ObeyAsync(Order order, ReplyCommand command, CancellationToken cancellation)
    {
        switch (command.Kind)
        {
            case CommandKind.Stop:
                await leaving.LeaveAsync(order.Db, order.Subscriber, Actor, cancellation);
                order.Obeyed.Left = true;
                break;
            case CommandKind.Undo:
                await UndoAsync(order, cancellation);
                break;
            case CommandKind.LastWeek or CommandKind.ThisWeek when order.Reading is { Reports.IsEmpty: true, Sessions.IsEmpty: true }:
                await MoveAsync(order, command.Kind == CommandKind.LastWeek ? order.Context.ThisWeek.PlusWeeks(-1) : order.Context.ThisWeek, cancellation);
                break;
            case CommandKind.Pause:
                await PauseAsync(order, cancellation);
                break;
            case CommandKind.Resume:
                await ResumeAsync(order, cancellation);
                break;
            case CommandKind.Cleared:
                AskForClearance(order);
                break;
            case CommandKind.Delete:
                Ask(order, PendingQuestion.Delete, MailKind.EraseQuestion);
                break;
            case CommandKind.Yes or CommandKind.No:
                await AnswerAsync(order, command.Kind == CommandKind.Yes, cancellation);
                break;
            case CommandKind.Export:
                Send(order, MailKind.Export, command.Kind);
                break;
            case CommandKind.Summary:
                Send(order, MailKind.Summary, command.Kind);
                break;
            case CommandKind.SendAgain:
                await SendAgainAsync(order, cancellation);
                break;
        }
    }

    private static async Task UndoAsync(Order order, CancellationToken cancellation)
    {
        if (await EarlierReply.ToTakeBackAsync(order.Db, order.Inbound, order.Now, cancellation) is not { } reply)
        {
            order.Obeyed.Effects.Add(new Effect.NothingToUndo());
            return;
        }

        order.Obeyed.PausesChanged |= await order.Db.Pauses.AnyAsync(p => p.InboundId == reply.Id, cancellation);
        await EarlierReply.WithdrawAsync(order.Db, reply, order.Now, cancellation);
        BringPausesBack(order, reply);
        await LeavePauseThatIsGoneAsync(order, cancellation);
        order.Obeyed.TakenBack = reply;
        order.Obeyed.Effects.Add(new Effect.Undone((reply.WrittenAt ?? reply.ArrivedAt.InZone(order.Person.Slot.Zone).LocalDateTime).Date));
        TellHold(order);
    }

    /// <summary>Pauses that the reply ended or changed hold again, but for those that would be over by now.</summary>
    private static void BringPausesBack(Order order, InboundMessage reply)
    {
        foreach (var pause in reply.Effect?.ReplacedPauses ?? [])
        {
            if (pause.To is null || pause.To >= order.Context.Today)
            {
                order.Db.Pauses.Add(new() { SubscriberId = order.Subscriber.Id, FromDay = pause.From, ToDay = pause.To, Cause = pause.Cause, InboundId = pause.InboundId });
                order.Subscriber.State = order.Subscriber.State == SubscriberState.Active ? SubscriberState.Paused : order.Subscriber.State;
                order.Obeyed.PausesChanged = true;
            }
        }
    }

    /// <summary>Who is not paused by any row left is not paused.</summary>
    private static async Task LeavePauseThatIsGoneAsync(Order order, CancellationToken cancellation)
    {
        var today = order.Context.Today;
        if (order.Subscriber.State == SubscriberState.Paused
            && !order.Db.Pauses.Local.Any(p => p.ToDay is null || p.ToDay >= today)
            && !await order.Db.Pauses.AnyAsync(p => p.SubscriberId == order.Subscriber.Id && (p.ToDay == null || p.ToDay >= today), cancellation))
        {
            order.Subscriber.State = SubscriberState.Active;
        }
    }

    private static async Task MoveAsync(Order order, LocalDate week, CancellationToken cancellation)
    {
        if (await EarlierReply.ToMoveAsync(order.Db, order.Inbound, order.Now, cancellation) is { } reply)
        {
            await EarlierReply.MoveAsync(order.Db, reply, week, cancellation);
            order.Obeyed.TakenBack = reply;
            order.Obeyed.Effects.Add(new Effect.Moved(week));
        }
        else
        {
            order.Obeyed.Effects.Add(new Effect.NothingToUndo());
        }
    }

    private static async Task PauseAsync(Order order, CancellationToken cancellation)
    {
        foreach (var pause in await StorePausesAsync(order, cancellation))
        {
            order.Obeyed.Effects.Add(new Effect.Paused(pause.From, pause.To));
        }

        if (order.Subscriber.State == SubscriberState.Active)
        {
            order.Subscriber.State = SubscriberState.Paused;
        }
    }

    private static async Task ResumeAsync(Order order, CancellationToken cancellation)
    {
        var today = order.Context.Today;
        var running = order.Person.Pauses.Any(p => p.To is null || p.To >= today);
        var silent = order.Person.Weeks is [.., { Paused: true, Starts: var starts }] && !SafetyHolds.IsHeld(order.Subscriber) && !running ? starts : (LocalDate?)null;
        if (silent is { } since)
        {
            // A week that was left empty for silence: that it was broken is a fact of its own.
            order.Db.Pauses.Add(new() { SubscriberId = order.Subscriber.Id, FromDay = since, ToDay = LocalDate.Max(since, today.PlusDays(-1)), Cause = PauseCause.Silence });
            order.Obeyed.PausesChanged = true;
        }

        await StorePausesAsync(order, cancellation);
        if (order.Subscriber.State == SubscriberState.Paused)
        {
            order.Subscriber.State = SubscriberState.Active;
        }

        if (SafetyHolds.IsHeld(order.Subscriber))
        {
            TellHold(order);
        }
        else
        {
            order.Obeyed.Effects.Add(running || silent is not null ? new Effect.Resumed() : new Effect.NothingToResume());
        }
    }

    /// <summary>Makes the rows equal what the planner's own reading of the words makes of the pauses.</summary>
    private static async Task<ImmutableArray<Pause>> StorePausesAsync(Order order, CancellationToken cancellation)
    {
        var wanted = order.Person.History(order.Context.Today).With(order.Reading with { Reports = [], Sessions = [], Flags = [] }, order.Context).Pauses;
        var rows = await order.Db.Pauses.Where(p => p.SubscriberId == order.Subscriber.Id && p.Cause != PauseCause.Silence).ToListAsync(cancellation);
        var kept = rows.Where(r => wanted.Contains(Of(r))).Select(Of).ToHashSet();
        var added = wanted.Where(p => p.Cause != PauseCause.Silence && !kept.Contains(p)).ToImmutableArray();
        var replaced = rows.Where(r => !kept.Contains(Of(r))).ToList();
        order.Obeyed.ReplacedPauses.AddRange(replaced.Select(r => new ReplacedPause(r.FromDay, r.ToDay, r.Cause, r.InboundId)));
        order.Db.Pauses.RemoveRange(replaced);
        order.Db.Pauses.AddRange(added.Select(p => new PauseRow
        {
            SubscriberId = order.Subscriber.Id,
            FromDay = p.From,
            ToDay = p.To,
            Cause = p.Cause,
            InboundId = order.Inbound.Id,
        }));
        order.Obeyed.PausesChanged |= !added.IsEmpty || kept.Count != rows.Count;
        return added;
    }

    private void AskForClearance(Order order)
    {
        if (SafetyHolds.IsHeld(order.Subscriber))
        {
            Ask(order, PendingQuestion.Clearance, MailKind.Clearance);
        }
        else
        {
            order.Obeyed.Effects.Add(new Effect.NothingToResume());
        }
    }

    private void Ask(Order order, PendingQuestion question, MailKind kind)
    {
        (order.Subscriber.Asked, order.Subscriber.AskedAt) = (question, order.Now);
        order.Db.Outbox.Add(mails.OnRequest(order.Inbound, order.Subscriber.Id, kind, order.Now));
        order.Obeyed.AnsweredElsewhere++;
    }

    private async Task AnswerAsync(Order order, bool yes, CancellationToken cancellation)
    {
        var asked = order.Now - order.Subscriber.AskedAt < QuestionLife ? order.Subscriber.Asked : null;
        (order.Subscriber.Asked, order.Subscriber.AskedAt) = (null, null);
        switch (asked)
        {
            case PendingQuestion.Delete when yes:
                await erasing.EraseAsync(order.Db, order.Subscriber, order.Inbound.Id, Actor, order.Now, cancellation);
                order.Obeyed.Erased = true;
                break;
            case PendingQuestion.Delete:
                order.Obeyed.Effects.Add(new Effect.Kept());
                break;
            case PendingQuestion.Clearance when yes && SafetyHolds.IsHeld(order.Subscriber) && !IsUnderAge(order):
                SafetyHolds.Lift(order.Db, order.Subscriber, order.Context.Today, IsPaused(order), Actor, order.Now);
                order.Obeyed.HoldLifted = true;
                order.Obeyed.Effects.Add(new Effect.Cleared());
                break;
            case PendingQuestion.Clearance when SafetyHolds.IsHeld(order.Subscriber):
                TellHold(order);
                break;
            default:
                order.Obeyed.Effects.Add(new Effect.NothingAsked());
                break;
        }
    }

    private void Send(Order order, MailKind kind, CommandKind command)
    {
        order.Db.Outbox.Add(mails.OnRequest(order.Inbound, order.Subscriber.Id, kind, order.Now));
        order.Obeyed.Effects.Add(new Effect.OnItsWay(command));
        order.Obeyed.AnsweredElsewhere++;
    }

    private async Task SendAgainAsync(Order order, CancellationToken cancellation)
    {
        var monday = order.Context.ThisWeek;
        var week = await order.Db.Weeks.AsNoTracking()
            .Where(w => w.SubscriberId == order.Subscriber.Id && w.StartsOn >= monday)
            .OrderByDescending(w => w.StartsOn).ThenByDescending(w => w.Revision)
            .Select(w => new { w.Id, w.Plan })
            .FirstOrDefaultAsync(cancellation);
        if (week is { Plan.Days.IsEmpty: false })
        {
            order.Db.Outbox.Add(mails.WeekAgain(order.Inbound, order.Subscriber.Id, week.Id, order.Now));
            order.Obeyed.Effects.Add(new Effect.OnItsWay(CommandKind.SendAgain));
            order.Obeyed.AnsweredElsewhere++;
        }
    }

    /// <summary>RESUME and UNDO never end a hold, and the receipt says what does.</summary>
    private static void TellHold(Order order)
    {
        if (SafetyHolds.IsHeld(order.Subscriber) && !order.Obeyed.Effects.Contains(new Effect.Held()))
        {
            order.Obeyed.Effects.Add(new Effect.Held());
        }
    }

    private static bool IsPaused(Order order) => order.Person.Pauses.Any(p => p.From <= order.Context.Today && (p.To is null || p.To >= order.Context.Today));

    private static bool IsUnderAge(Order order) => order.Subscriber.Profile.BirthYear is { } born && order.Context.Today.Year - born < 18;

    private static Pause Of(PauseRow row) => new(row.FromDay, row.ToDay, row.Cause);

    private sealed record Order(RunBackCareDb Db, PlannedPerson Person, InboundMessage Inbound, Reading Reading, ReplyContext Context, Instant Now, Obeyed Obeyed)
    {
        public Subscriber Subscriber => Person.Subscriber;
    }
}
