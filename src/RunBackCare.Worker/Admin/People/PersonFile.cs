using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Admin.People;

/// <summary>All that an admin is shown of one person, as stored.</summary>
internal sealed record PersonFile
{
    private const int MostWeeks = 20;
    private const int MostMails = 30;
    private const int MostReports = 20;
    private const int MostAudit = 25;

    public required Subscriber Person { get; init; }

    /// <summary>Every revision, the newest first.</summary>
    public required ImmutableArray<WeekRow> Weeks { get; init; }

    /// <summary>The newest first.</summary>
    public required ImmutableArray<OutboxRow> Mails { get; init; }

    /// <summary>What they said of their pain, the newest first; withdrawn ones too.</summary>
    public required ImmutableArray<PainReportRow> Reports { get; init; }

    public required ImmutableArray<PauseRow> Pauses { get; init; }

    public required ImmutableArray<AuditEntry> Audit { get; init; }

    /// <returns>Null where there is no such person any more.</returns>
    public static async Task<PersonFile?> ReadAsync(RunBackCareDb db, long id, CancellationToken cancellation) =>
        await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ErasedAt == null, cancellation) is not { } person ? null : new()
        {
            Person = person,
            Weeks = [.. await db.Weeks.AsNoTracking().Where(w => w.SubscriberId == id).OrderByDescending(w => w.StartsOn).ThenByDescending(w => w.Revision).Take(MostWeeks).ToListAsync(cancellation)],
            Mails = [.. await db.Outbox.AsNoTracking().Where(m => m.SubscriberId == id && m.Kind != MailKind.OperatorAlert).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(MostMails).ToListAsync(cancellation)],
            Reports = [.. await db.PainReports.AsNoTracking().Where(r => r.SubscriberId == id).OrderByDescending(r => r.Answered).ThenByDescending(r => r.Id).Take(MostReports).ToListAsync(cancellation)],
            Pauses = [.. await db.Pauses.AsNoTracking().Where(p => p.SubscriberId == id).OrderByDescending(p => p.FromDay).ToListAsync(cancellation)],
            Audit = [.. await db.Audit.AsNoTracking().Where(a => a.SubscriberId == id).OrderByDescending(a => a.Id).Take(MostAudit).ToListAsync(cancellation)],
        };
}
