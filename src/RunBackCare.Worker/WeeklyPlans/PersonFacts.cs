using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Reads what plans follow from, in as many queries for hundreds of people as for one.</summary>
internal static class PersonFacts
{
    public static async Task<ImmutableArray<PlannedPerson>> LoadAsync(RunBackCareDb db, ImmutableArray<long> people, int memoryWeeks, CancellationToken cancellation)
    {
        long[] ids = [.. people];
        var subscribers = await db.Subscribers.Where(s => ids.Contains(s.Id)).ToListAsync(cancellation);
        var weeks = await WeeksAsync(db, ids, memoryWeeks, cancellation);
        var pauses = await PausesAsync(db, ids, cancellation);
        var said = await SaidAsync(db, ids, weeks, cancellation);
        return [.. subscribers.Select(s => new PlannedPerson(s, [.. weeks[s.Id]], [.. pauses[s.Id]], said(s.Id)))];
    }

    /// <summary>What counts of what each said: nothing withdrawn, and nothing about a time before the weeks that are remembered.</summary>
    private static async Task<Func<long, Said>> SaidAsync(RunBackCareDb db, long[] ids, ILookup<long, PastWeek> weeks, CancellationToken cancellation)
    {
        var oldest = ids.Select(Oldest).Min();
        var reports = await db.PainReports.AsNoTracking()
            .Where(r => ids.Contains(r.SubscriberId) && r.WithdrawnAt == null && r.Week >= oldest)
            .OrderBy(r => r.Answered).ThenBy(r => r.Id)
            .ToListAsync(cancellation);
        var logs = await db.SessionLogs.AsNoTracking()
            .Where(l => ids.Contains(l.SubscriberId) && l.WithdrawnAt == null && l.Week >= oldest)
            .OrderBy(l => l.Answered).ThenBy(l => l.Id)
            .ToListAsync(cancellation);
        var flags = await db.SafetyEvents.AsNoTracking()
            .Where(e => ids.Contains(e.SubscriberId) && e.Day >= oldest)
            .OrderBy(e => e.Day).ThenBy(e => e.Id)
            .ToListAsync(cancellation);
        var reportsOf = reports.ToLookup(r => r.SubscriberId);
        var logsOf = logs.ToLookup(l => l.SubscriberId);
        var flagsOf = flags.ToLookup(e => e.SubscriberId);
        return id => new(
            [.. reportsOf[id].Where(r => r.Week >= Oldest(id)).Select(r => r.ToReport())],
            [.. logsOf[id].Where(l => l.Week >= Oldest(id)).Select(l => l.ToLog())],
            [.. flagsOf[id].Where(e => e.Day >= Oldest(id)).Select(e => e.ToFlag()).Distinct()]);

        LocalDate Oldest(long id) => weeks[id].FirstOrDefault()?.Starts ?? LocalDate.MinIsoValue;
    }

    /// <summary>The newest weeks of each, highest revision, oldest first, and whether a relay took any mail of that week.</summary>
    private static async Task<ILookup<long, PastWeek>> WeeksAsync(RunBackCareDb db, long[] ids, int memoryWeeks, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<StoredWeek>(
            $"""
            select w.subscriber_id, (w.digest -> 'week')::text as week, case when w.digest is null then w.plan::text end as plan, exists (
                select from weeks r join outbox o on o.week_id = r.id
                where r.subscriber_id = w.subscriber_id and r.starts_on = w.starts_on and o.state = 'sent') as delivered
            from unnest({ids}) as person (id)
            cross join lateral (
                select distinct on (starts_on) subscriber_id, starts_on, digest, plan from weeks
                where subscriber_id = person.id
                order by starts_on desc, revision desc
                limit {memoryWeeks}) as w
            order by w.starts_on
            """).ToListAsync(cancellation);
        return rows.ToLookup(r => r.SubscriberId, r => r.Remembered());
    }

    private static async Task<ILookup<long, Pause>> PausesAsync(RunBackCareDb db, long[] ids, CancellationToken cancellation)
    {
        var rows = await db.Pauses.AsNoTracking().Where(p => ids.Contains(p.SubscriberId)).OrderBy(p => p.FromDay).ToListAsync(cancellation);
        return rows.ToLookup(p => p.SubscriberId, p => new Pause(p.FromDay, p.ToDay, p.Cause));
    }

    /// <param name="Week">Of its <see cref="WeekDigest"/>.</param>
    /// <param name="Plan">Where there is no digest.</param>
    private sealed record StoredWeek(long SubscriberId, string? Week, string? Plan, bool Delivered)
    {
        public PastWeek Remembered() => Week is null
            ? PastWeek.Of(PlanJson.Read<PlannedWeek>(Plan!), Delivered)
            : PlanJson.Read<PastWeek>(Week) with { Delivered = Delivered };
    }
}
