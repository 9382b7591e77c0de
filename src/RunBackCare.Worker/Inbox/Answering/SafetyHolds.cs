using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>Sets and ends safety holds. The caller holds the subscriber's row, and saves.</summary>
internal sealed class SafetyHolds(NewMails mails, Alerts alerts)
{
    /// <summary>A hold that nobody has lifted and that is not known to be over.</summary>
    public static bool IsHeld(Subscriber subscriber) => subscriber is { HoldLevel: not null, HoldSince: not null, HoldEnded: null };

    /// <summary>Keeps each sign for the operator, holds the plan, and queues the scripted mail of the gravest.</summary>
    /// <param name="flags">One or more.</param>
    public async Task RaiseAsync(RunBackCareDb db, Subscriber subscriber, InboundMessage inbound, ImmutableArray<SafetyFlag> flags, Instant now, CancellationToken cancellation)
    {
        db.SafetyEvents.AddRange(flags.Select(f => new SafetyEvent
        {
            SubscriberId = subscriber.Id,
            InboundId = inbound.Id,
            Day = f.Day,
            Level = f.Level,
            Phrase = f.Phrase,
            CreatedAt = now,
        }));
        var gravest = flags.MinBy(f => Gravity(f.Level))!;
        if (!IsHeld(subscriber) || Gravity(gravest.Level) < Gravity(subscriber.HoldLevel!.Value))
        {
            (subscriber.HoldLevel, subscriber.HoldSince, subscriber.HoldWhy, subscriber.HoldEnded) = (gravest.Level, gravest.Day, gravest.Phrase, null);
        }

        if (subscriber.State is SubscriberState.Active or SubscriberState.Paused)
        {
            subscriber.State = SubscriberState.Held;
        }

        db.Outbox.Add(mails.Safety(subscriber, inbound, gravest.Level, now));
        if (gravest.Level != SafetyLevel.C)
        {
            await alerts.RaiseAsync(db, new() { At = now, Kind = AlertKind.Safety, SubscriberId = subscriber.Id, InboundId = inbound.Id }, cancellation);
        }
    }

    /// <summary>A clinician has said yes, by the word of the person or of an admin.</summary>
    /// <param name="actor">As in <see cref="AuditEntry.Actor"/>.</param>
    public static void Lift(RunBackCareDb db, Subscriber subscriber, LocalDate today, bool paused, string actor, Instant now)
    {
        subscriber.HoldEnded = today;
        if (subscriber.State == SubscriberState.Held)
        {
            subscriber.State = paused ? SubscriberState.Paused : SubscriberState.Active;
        }

        db.Audit.Add(new() { At = now, Actor = actor, Action = "cleared", SubscriberId = subscriber.Id });
    }

    /// <summary>Smaller is graver: an emergency, then what has to be cleared before running, then what is to be seen the same day.</summary>
    private static int Gravity(SafetyLevel level) => level switch
    {
        SafetyLevel.A => 0,
        SafetyLevel.C => 1,
        _ => 2,
    };
}
