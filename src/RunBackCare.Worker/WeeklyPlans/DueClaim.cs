using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Claims people whose week is due.</summary>
internal static class DueClaim
{
    /// <summary>Their rows stay locked until the open transaction ends; rows that another process holds are left to it.</summary>
    public static async Task<ImmutableArray<long>> ClaimAsync(RunBackCareDb db, Instant now, int most, CancellationToken cancellation) =>
    [
        .. await db.Database.SqlQuery<long>(
            $"""
            select id from subscribers
            where next_plan_at <= {now}
            order by next_plan_at
            limit {most}
            for update skip locked
            """).ToListAsync(cancellation),
    ];
}
