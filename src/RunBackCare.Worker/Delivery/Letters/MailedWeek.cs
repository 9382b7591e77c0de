using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Delivery.Letters;

/// <summary>A stored week as its mail tells it.</summary>
/// <param name="Plan">What is to be done.</param>
/// <param name="Past">The weeks before it, from the facts it was planned with, so that a second attempt says the same; empty where the mail does not look back.</param>
internal sealed record MailedWeek(PlannedWeek Plan, ImmutableArray<WeekProgress> Past)
{
    /// <returns>By the ID of the week's row.</returns>
    public static async Task<Dictionary<long, MailedWeek>> LoadAsync(RunBackCareDb db, IReadOnlyList<ClaimedMail> mails, CancellationToken cancellation)
    {
        long[] wanted = [.. mails.Select(m => m.WeekId).OfType<long>().Distinct()];
        var weeks = await db.Weeks.AsNoTracking().Where(w => wanted.Contains(w.Id)).Select(w => new { w.Id, w.Plan, w.Digest }).ToListAsync(cancellation);

        // The larger part of a row by far, asked for only where there is no digest of it.
        long[] older = [.. weeks.Where(w => w.Digest is null).Select(w => w.Id)];
        var facts = older.Length == 0 ? [] : await db.Weeks.AsNoTracking().Where(w => older.Contains(w.Id)).Select(w => new { w.Id, w.Facts }).ToDictionaryAsync(w => w.Id, w => w.Facts, cancellation);
        var looking = mails.Where(m => m.Kind == MailKind.Week).Select(m => m.WeekId).OfType<long>().ToHashSet();
        return weeks.ToDictionary(w => w.Id, w => new MailedWeek(w.Plan, looking.Contains(w.Id) ? (w.Digest ?? WeekDigest.Of(facts[w.Id], w.Plan)).Before : []));
    }
}
