using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin.Replies;

/// <summary>A message means nothing that a plan could follow from. It stays as it is for as long as messages are kept.</summary>
internal sealed class DismissMessage(IDbContextFactory<RunBackCareDb> contexts, IClock clock)
{
    /// <returns>False where it was handled before.</returns>
    public async Task<bool> RunAsync(long inboundId, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var handled = await db.InboundMessages.Where(m => m.Id == inboundId && m.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.HandledAt, now).SetProperty(m => m.HandledBy, admin), cancellation);
        if (handled == 0)
        {
            return false;
        }

        var whose = await db.InboundMessages.Where(m => m.Id == inboundId).Select(m => m.SubscriberId).SingleAsync(cancellation);
        db.Audit.Add(new() { At = now, Actor = admin, Action = "dismissed", SubscriberId = whose, About = $"message:{inboundId}" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
