using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox;

namespace RunBackCare.Worker.Admin.Safety;

/// <summary>What may have hurt somebody: signs in their words, plans that are held, and what went badly.</summary>
internal sealed record SafetyQueue
{
    /// <summary>Nobody has acknowledged them; emergencies first, then the oldest.</summary>
    public required ImmutableArray<SafetyEvent> Open { get; init; }

    /// <summary>The newest first.</summary>
    public required ImmutableArray<SafetyEvent> Acknowledged { get; init; }

    public required ImmutableArray<HeldPerson> Held { get; init; }

    public required ImmutableArray<AdverseEvent> Adverse { get; init; }

    private const int MostOpen = 100;
    private const int MostAcknowledged = 20;
    private const int MostHeld = 100;
    private const int MostAdverse = 50;

    private static readonly Duration AdverseFor = Duration.FromDays(14);

    public static async Task<SafetyQueue> ReadAsync(RunBackCareDb db, Instant now, CancellationToken cancellation) => new()
    {
        Open =
        [
            .. await db.SafetyEvents.AsNoTracking().Where(e => e.AcknowledgedAt == null)
                .OrderByDescending(e => e.Level == SafetyLevel.A).ThenBy(e => e.Id).Take(MostOpen).ToListAsync(cancellation),
        ],
        Acknowledged =
        [
            .. await db.SafetyEvents.AsNoTracking().Where(e => e.AcknowledgedAt != null)
                .OrderByDescending(e => e.AcknowledgedAt).ThenByDescending(e => e.Id).Take(MostAcknowledged).ToListAsync(cancellation),
        ],
        Held =
        [
            .. await db.Subscribers.AsNoTracking().Where(s => s.HoldLevel != null && s.HoldSince != null && s.HoldEnded == null)
                .OrderBy(s => s.HoldSince).ThenBy(s => s.Id).Take(MostHeld)
                .Select(s => new HeldPerson(s.Id, s.HoldLevel!.Value, s.HoldSince!.Value, s.HoldWhy)).ToListAsync(cancellation),
        ],
        Adverse = [.. (await AdverseAsync(db, now - AdverseFor, cancellation)).OrderByDescending(e => e.Answered).Take(MostAdverse)],
    };

    private static async Task<IEnumerable<AdverseEvent>> AdverseAsync(RunBackCareDb db, Instant since, CancellationToken cancellation)
    {
        var from = since.InUtc().LocalDateTime;
        var red = Policy.Current.Red;
        var scores = await db.PainReports.AsNoTracking().Where(r => r.WithdrawnAt == null && r.Score >= red && r.Answered >= from)
            .OrderByDescending(r => r.Answered).Take(MostAdverse)
            .Select(r => new { r.SubscriberId, r.Answered, r.Site, r.Score }).ToListAsync(cancellation);
        var logs = await db.SessionLogs.AsNoTracking().Where(l => l.WithdrawnAt == null && l.Answered >= from).Select(l => new { l.SubscriberId, l.Answered, l.Log }).ToListAsync(cancellation);
        return
        [
            .. scores.Select(r => new AdverseEvent.RedScore(r.SubscriberId, r.Answered, r.Site, r.Score)),
            .. logs.Where(l => l.Log is SessionLog.ChangedStride).Select(l => new AdverseEvent.ChangedStride(l.SubscriberId, l.Answered)),
        ];
    }
}

/// <param name="Why">Name of the phrase or answer that set the hold.</param>
internal sealed record HeldPerson(long Id, SafetyLevel Level, LocalDate Since, string? Why);

/// <summary>Something went badly without being a sign: it is answered by itself, and an admin sees whether it gathers.</summary>
internal abstract record AdverseEvent(long SubscriberId, LocalDateTime Answered)
{
    public sealed record RedScore(long SubscriberId, LocalDateTime Answered, PainSite Site, int Score) : AdverseEvent(SubscriberId, Answered);

    /// <summary>Pain that changed the way of running.</summary>
    public sealed record ChangedStride(long SubscriberId, LocalDateTime Answered) : AdverseEvent(SubscriberId, Answered);
}
