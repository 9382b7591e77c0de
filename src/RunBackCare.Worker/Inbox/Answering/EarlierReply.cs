using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Inbox.Answering;

/// <summary>The last reply before this one: what UNDO takes back, what LAST WEEK and THIS WEEK move, and whether it left a question open.</summary>
internal static class EarlierReply
{
    /// <summary>Older ones have long been planned with.</summary>
    private static readonly Duration Reach = Duration.FromDays(14);

    /// <summary>Within this a question is open and not asked again.</summary>
    private static readonly Duration QuestionLife = Duration.FromDays(7);

    /// <returns>The last one that changed anything; null where there is none to take back.</returns>
    public static async Task<InboundMessage?> ToTakeBackAsync(RunBackCareDb db, InboundMessage present, Instant now, CancellationToken cancellation)
    {
        var left = await Before(db, present, now)
            .Where(m => db.PainReports.Any(r => r.InboundId == m.Id && r.WithdrawnAt == null)
                || db.SessionLogs.Any(l => l.InboundId == m.Id && l.WithdrawnAt == null)
                || db.Pauses.Any(p => p.InboundId == m.Id))
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(cancellation);

        // A RESUME on the first day of a pause leaves no row: that it took one away is all there is of it.
        var after = left?.Id ?? 0;
        var later = await Before(db, present, now).Where(m => m.Id > after && m.Effect != null).OrderByDescending(m => m.Id).ToListAsync(cancellation);
        return later.Find(m => !m.Effect!.ReplacedPauses.IsEmpty) ?? left;
    }

    /// <returns>The last one that told a score or a session; null where there is none.</returns>
    public static Task<InboundMessage?> ToMoveAsync(RunBackCareDb db, InboundMessage present, Instant now, CancellationToken cancellation) => Before(db, present, now)
        .Where(m => db.PainReports.Any(r => r.InboundId == m.Id && r.WithdrawnAt == null) || db.SessionLogs.Any(l => l.InboundId == m.Id && l.WithdrawnAt == null))
        .OrderByDescending(m => m.Id)
        .FirstOrDefaultAsync(cancellation);

    /// <summary>The last one that a question may stand open from; null where there is none.</summary>
    public static Task<InboundMessage?> LatelyAsync(RunBackCareDb db, InboundMessage present, Instant now, CancellationToken cancellation)
    {
        var since = now - QuestionLife;
        return db.InboundMessages.AsNoTracking()
            .Where(m => m.SubscriberId == present.SubscriberId && m.Id < present.Id && m.CreatedAt > since && m.Effect != null)
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether what is not understood now may be asked: not if the last reply was asked about already.</summary>
    public static bool LeftNoQuestion(InboundMessage? last) => last is not { Effect.MayAsk: true, Reading.Questions.IsEmpty: false };

    /// <summary>Twice the same words of which nothing is understood: so speaks a machine that does not say it is one, and an answer would go round for ever.</summary>
    public static bool IsSaidAgain(InboundMessage? last, Reading reading) => reading is { IsEmpty: true, Unread.IsEmpty: false } && last is { Reading: { IsEmpty: true } before } && before.Unread.SequenceEqual(reading.Unread, StringComparer.Ordinal);

    /// <summary>Its reports, logs and pauses count no more. The row itself and its safety signs stay.</summary>
    public static async Task WithdrawAsync(RunBackCareDb db, InboundMessage reply, Instant now, CancellationToken cancellation)
    {
        reply.UndoneAt = now;
        await db.PainReports.Where(r => r.InboundId == reply.Id && r.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.WithdrawnAt, now), cancellation);
        await db.SessionLogs.Where(l => l.InboundId == reply.Id && l.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.WithdrawnAt, now), cancellation);
        await db.Pauses.Where(p => p.InboundId == reply.Id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>What it said without naming a day is about this week from now on.</summary>
    public static async Task MoveAsync(RunBackCareDb db, InboundMessage reply, LocalDate week, CancellationToken cancellation)
    {
        await db.PainReports.Where(r => r.InboundId == reply.Id && r.Day == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Week, week), cancellation);
        foreach (var row in await db.SessionLogs.Where(l => l.InboundId == reply.Id).ToListAsync(cancellation))
        {
            row.Week = row.Log is SessionLog.AllDone or SessionLog.RunsDone ? week : row.Week;
        }
    }

    private static IQueryable<InboundMessage> Before(RunBackCareDb db, InboundMessage present, Instant now)
    {
        var since = now - Reach;
        var person = present.SubscriberId;
        return db.InboundMessages.Where(m => m.SubscriberId == person && m.Id < present.Id && m.UndoneAt == null && m.CreatedAt > since);
    }
}
