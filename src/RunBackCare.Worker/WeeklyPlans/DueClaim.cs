using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Claims people whose week is due and reads their facts, in as many queries for hundreds as for one.</summary>
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

    public static async Task<ImmutableArray<DuePerson>> LoadAsync(RunBackCareDb db, ImmutableArray<long> claimed, int memoryWeeks, CancellationToken cancellation)
    {
        long[] ids = [.. claimed];
        var subscribers = await db.Subscribers.Where(s => ids.Contains(s.Id)).ToListAsync(cancellation);
        var weeks = await WeeksAsync(db, ids, memoryWeeks, cancellation);
        var pauses = await PausesAsync(db, ids, cancellation);
        return [.. subscribers.Select(s => new DuePerson(s, [.. weeks[s.Id]], [.. pauses[s.Id]]))];
    }

    /// <summary>The newest weeks of each, highest revision, oldest first, and whether a relay took any mail of that week.</summary>
    private static async Task<ILookup<long, PastWeek>> WeeksAsync(RunBackCareDb db, long[] ids, int memoryWeeks, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<StoredWeek>(
            $"""
            select w.subscriber_id, w.plan::text as plan, exists (
                select from weeks r join outbox o on o.week_id = r.id
                where r.subscriber_id = w.subscriber_id and r.starts_on = w.starts_on and o.state = 'sent') as delivered
            from unnest({ids}) as person (id)
            cross join lateral (
                select distinct on (starts_on) subscriber_id, starts_on, plan from weeks
                where subscriber_id = person.id
                order by starts_on desc, revision desc
                limit {memoryWeeks}) as w
            order by w.starts_on
            """).ToListAsync(cancellation);
        return rows.ToLookup(r => r.SubscriberId, r => PastWeek.Of(PlanJson.Read<PlannedWeek>(r.Plan), r.Delivered));
    }

    private static async Task<ILookup<long, Pause>> PausesAsync(RunBackCareDb db, long[] ids, CancellationToken cancellation)
    {
        var rows = await db.Pauses.AsNoTracking().Where(p => ids.Contains(p.SubscriberId)).OrderBy(p => p.FromDay).ToListAsync(cancellation);
        return rows.ToLookup(p => p.SubscriberId, p => new Pause(p.FromDay, p.ToDay, p.Cause));
    }

    private sealed record StoredWeek(long SubscriberId, string Plan, bool Delivered);
}
