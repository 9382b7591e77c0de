using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Admin.Room;

/// <summary>What waits for a person; shown in the menu of every page.</summary>
/// <param name="Safety">Signs nobody has acknowledged.</param>
/// <param name="Replies">Messages that nobody could read.</param>
/// <param name="Unplanned">People whose planning failed last time.</param>
internal sealed record OpenQueues(long Safety, long Replies, long Unplanned)
{
    public static async Task<OpenQueues> ReadAsync(RunBackCareDb db, CancellationToken cancellation) => new(
        await db.SafetyEvents.LongCountAsync(e => e.AcknowledgedAt == null, cancellation),
        await db.InboundMessages.Waiting().LongCountAsync(cancellation),
        await db.Subscribers.LongCountAsync(s => s.PlanError != null, cancellation));
}
