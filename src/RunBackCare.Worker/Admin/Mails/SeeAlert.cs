using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Admin.Mails;

/// <summary>An admin has looked at what the operator was told of. Where weeks waited for that, they go on.</summary>
internal sealed class SeeAlert(IDbContextFactory<RunBackCareDb> contexts, IWakeDelivery delivery, IClock clock)
{
    /// <returns>False where somebody has looked before.</returns>
    public async Task<bool> RunAsync(long alertId, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var seen = await db.Alerts.Where(a => a.Id == alertId && a.SeenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SeenAt, now).SetProperty(a => a.SeenBy, admin), cancellation);
        if (seen == 0)
        {
            return false;
        }

        db.Audit.Add(new() { At = now, Actor = admin, Action = "seen", About = $"alert:{alertId}" });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        return true;
    }
}
