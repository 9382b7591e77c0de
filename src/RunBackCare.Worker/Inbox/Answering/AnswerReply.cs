using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Safety;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Replies;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>
/// All that a person's reply does: what they said is stored, commands are obeyed, safety signs hold the plan, weeks are decided anew, and the
/// answer is queued. Everything happens in the transaction of the caller, who holds the subscriber's row.
/// </summary>
internal sealed class AnswerReply(WeekPlanner planner, WeekRevisions revisions, CommandDesk commands, SafetyHolds holds, NewMails mails, OwnLines ownLines)
{
    public async Task AnswerAsync(RunBackCareDb db, Subscriber subscriber, InboundMessage inbound, PersonsWords words, Instant now, CancellationToken cancellation)
    {
        var person = await LoadAsync(db, subscriber, cancellation);
        var context = ReplyContext.Of(person.History(words.Written.Date), null, words.Written, subscriber.Profile);
        var reading = ReplyReader.Read(words.Own, context).AskingAbout(await ownLines.WithoutOursAsync(subscriber.Id, words.Unsure, cancellation));
        var flags = reading.Flags.Union(await FlagsAsideAsync(subscriber, words, context, cancellation)).ToImmutableArray();
        (inbound.Reading, inbound.WrittenAt) = (reading, words.Written);
        inbound.Outcome = reading.IsEmpty && flags.IsEmpty ? InboundOutcome.Unreadable : InboundOutcome.Read;

        var obeyed = await commands.ObeyAsync(db, person, inbound, reading, context, now, cancellation);
        if (obeyed.Erased)
        {
            (inbound.SubscriberId, inbound.Reading, inbound.WrittenAt, inbound.Raw) = (null, null, null, null);
            await db.SaveChangesAsync(cancellation);
            return;
        }

        Store(db, subscriber, inbound, reading);
        if (!flags.IsEmpty)
        {
            await holds.RaiseAsync(db, subscriber, inbound, flags, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        var revised = obeyed.Left ? [] : await ReviseAsync(db, subscriber, reading, flags, obeyed, now, cancellation);
        var last = await EarlierReply.LatelyAsync(db, inbound, now, cancellation);
        inbound.Effect = new()
        {
            Effects = obeyed.Effects.ToImmutable(),
            ReplacedPauses = obeyed.ReplacedPauses.ToImmutable(),
            RevisedWeeks = [.. revised.Select(w => w.Id)],
            MayAsk = EarlierReply.LeftNoQuestion(last),
        };
        if (!flags.IsEmpty || !EarlierReply.IsSaidAgain(last, reading))
        {
            QueueAnswer(db, subscriber, inbound, flags, obeyed, revised, now);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Of a message that is not answered: safety signs in it count all the same, and the mail about them goes to the address we know.</summary>
    public async Task HeedSignsAsync(RunBackCareDb db, Subscriber subscriber, InboundMessage inbound, PersonsWords words, CancellationToken cancellation)
    {
        var person = await LoadAsync(db, subscriber, cancellation);
        var context = ReplyContext.Of(person.History(words.Written.Date), null, words.Written, subscriber.Profile);
        var inWords = SafetyScreen.Find(words.Own, context.Over65).Select(f => f.On(words.Written.Date));
        var flags = inWords.Union(await FlagsAsideAsync(subscriber, words, context, cancellation)).ToImmutableArray();
        if (flags.IsEmpty)
        {
            return;
        }

        inbound.WrittenAt = words.Written;
        await holds.RaiseAsync(db, subscriber, inbound, flags, inbound.CreatedAt, cancellation);
        await db.SaveChangesAsync(cancellation);
        if (subscriber.State == SubscriberState.Held)
        {
            await ReviseAsync(db, subscriber, new() { Week = context.ThisWeek }, flags, new(), inbound.CreatedAt, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task<PlannedPerson> LoadAsync(RunBackCareDb db, Subscriber subscriber, CancellationToken cancellation) =>
        (await PersonFacts.LoadAsync(db, [subscriber.Id], planner.Policy.MemoryWeeks, cancellation))[0];

    /// <summary>Signs in what was cut away from a reply count too, but not those that our own mails name and a reply quotes.</summary>
    private async Task<ImmutableArray<SafetyFlag>> FlagsAsideAsync(Subscriber subscriber, PersonsWords words, ReplyContext context, CancellationToken cancellation)
    {
        if (SafetyScreen.Find(words.Aside, context.Over65).IsEmpty)
        {
            return [];
        }

        var theirs = await ownLines.WithoutOursAsync(subscriber.Id, words.Aside, cancellation);
        return [.. SafetyScreen.Find(theirs, context.Over65).Select(f => f.On(words.Written.Date))];
    }

    private static void Store(RunBackCareDb db, Subscriber subscriber, InboundMessage inbound, Reading reading)
    {
        db.PainReports.AddRange(reading.Reports.Select(r => new PainReportRow
        {
            SubscriberId = subscriber.Id,
            Source = inbound.Origin == InboundMessage.FromPage ? ReportSource.Page : ReportSource.Reply,
            InboundId = inbound.Id,
            Week = r.Week,
            Day = r.Day,
            When = r.When,
            Site = r.Site,
            Score = r.Score.Value,
            Answered = r.Answered,
        }));
        db.SessionLogs.AddRange(reading.Sessions.Select(l => new SessionLogRow
        {
            SubscriberId = subscriber.Id,
            Source = inbound.Origin == InboundMessage.FromPage ? ReportSource.Page : ReportSource.Reply,
            InboundId = inbound.Id,
            Week = l.Week,
            Answered = l.Answered,
            Log = l,
        }));
    }

    /// <summary>Loads the person again, so that weeks are decided by what is stored and by nothing else.</summary>
    private async Task<ImmutableArray<WeekRow>> ReviseAsync(
        RunBackCareDb db, Subscriber subscriber, Reading reading, ImmutableArray<SafetyFlag> flags, Obeyed obeyed, Instant now, CancellationToken cancellation)
    {
        var person = await LoadAsync(db, subscriber, cancellation);
        var monday = PlanSchedule.MondayOf(now.InZone(person.Slot.Zone).Date);
        var revised = await revisions.ReviseAsync(db, person, week => Causes(week, monday, reading, flags, obeyed), now, cancellation);
        if (obeyed.PausesChanged || obeyed.HoldLifted || !flags.IsEmpty)
        {
            await db.RescheduleAsync(subscriber, now, cancellation);
        }

        return revised;
    }

    private static ImmutableArray<RevisionCause> Causes(WeekRow week, LocalDate monday, Reading reading, ImmutableArray<SafetyFlag> flags, Obeyed obeyed)
    {
        var causes = ImmutableArray.CreateBuilder<RevisionCause>();
        if (obeyed.HoldLifted || !flags.IsEmpty)
        {
            causes.Add(RevisionCause.Hold);
        }

        if (obeyed.TakenBack is { } reply && FollowedFrom(reply, week))
        {
            causes.Add(RevisionCause.Undo);
        }

        if (obeyed.PausesChanged && !week.Plan.Paused)
        {
            causes.Add(RevisionCause.Edit);
        }

        if (week.StartsOn == monday && !reading.IsEmpty)
        {
            causes.Add(RevisionCause.RedReport);
        }

        causes.Add(RevisionCause.LateAnswer);
        return causes.ToImmutable();
    }

    /// <summary>Changed by that reply, or planned after the week it was about: only then has it anything to take back.</summary>
    private static bool FollowedFrom(InboundMessage reply, WeekRow week) =>
        reply.Effect?.RevisedWeeks.Contains(week.Id) == true
        || reply.Reading is { } said && said.Reports.Select(r => r.Week).Concat(said.Sessions.Select(s => s.Week)).DefaultIfEmpty(said.Week).Min() < week.StartsOn;

    private void QueueAnswer(
        RunBackCareDb db, Subscriber subscriber, InboundMessage inbound, ImmutableArray<SafetyFlag> flags, Obeyed obeyed, ImmutableArray<WeekRow> revised, Instant now)
    {
        var reading = inbound.Reading!;
        var emergency = flags.Any(f => f.Level is SafetyLevel.A or SafetyLevel.C);
        var saidElsewhere = obeyed.AnsweredElsewhere > 0 && obeyed.AnsweredElsewhere == reading.Commands.Length && reading is { Reports.IsEmpty: true, Sessions.IsEmpty: true, Unread.IsEmpty: true };

        // Nothing may stand beside a mail that says "go now"; who left gets the goodbye alone.
        if (emergency || obeyed.Left || saidElsewhere)
        {
            return;
        }

        var shown = revised.Where(w => !w.Plan.Days.IsEmpty).ToImmutableArray();
        if (inbound.Origin == InboundMessage.FromPage && shown.IsEmpty)
        {
            // The page has told them already.
            return;
        }

        var flare = flags.IsEmpty && !shown.IsEmpty && IsRed(reading);
        db.Outbox.Add(mails.Receipt(inbound, subscriber.Id, shown.FirstOrDefault(), flare, now));
        foreach (var week in shown.Skip(1))
        {
            db.Outbox.Add(mails.RevisedWeek(week, PlanSchedule.StaleAt(week.StartsOn, SendSlot.Of(subscriber).Zone), now));
        }
    }

    private bool IsRed(Reading reading) =>
        reading.Reports.Any(r => r.Score.Value >= planner.Policy.Red) || reading.Sessions.Any(s => s is SessionLog.ChangedStride);
}
