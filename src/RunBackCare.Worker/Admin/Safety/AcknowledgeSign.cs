using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin.Safety;

/// <summary>An admin has looked at a sign, and stands by it with their name.</summary>
internal sealed class AcknowledgeSign(IDbContextFactory<RunBackCareDb> contexts, IClock clock)
{
    /// <returns>False where somebody else was first, or the person was erased.</returns>
    public async Task<bool> RunAsync(long eventId, string? note, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var sign = await db.SafetyEvents.FromSql($"select * from safety_events where id = {eventId} and acknowledged_at is null for update").SingleOrDefaultAsync(cancellation);
        if (sign is null)
        {
            return false;
        }

        (sign.AcknowledgedAt, sign.AcknowledgedBy, sign.Note) = (now, admin, string.IsNullOrWhiteSpace(note) ? null : note.Trim());

        // The alert told of it; both are settled by one look.
        await db.Alerts.Where(a => a.InboundId == sign.InboundId && a.InboundId != null && a.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, now).SetProperty(a => a.SeenBy, admin), cancellation);
        db.Audit.Add(new() { At = now, Actor = admin, Action = "acknowledged", SubscriberId = sign.SubscriberId, About = $"safety-event:{sign.Id}" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
