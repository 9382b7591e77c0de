using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Mail.Views;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery.Queue;

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
        var plans = await db.Weeks.AsNoTracking().Where(w => wanted.Contains(w.Id)).Select(w => new { w.Id, w.Plan }).ToDictionaryAsync(w => w.Id, w => w.Plan, cancellation);

        // The larger part of a row, which only a week's own mail looks at.
        long[] told = [.. mails.Where(m => m.Kind == MailKind.Week).Select(m => m.WeekId).OfType<long>().Distinct()];
        var facts = await db.Weeks.AsNoTracking().Where(w => told.Contains(w.Id)).Select(w => new { w.Id, w.Facts }).ToDictionaryAsync(w => w.Id, w => w.Facts, cancellation);
        return plans.ToDictionary(p => p.Key, p => new MailedWeek(p.Value, facts.TryGetValue(p.Key, out var f) ? WeekProgress.Of(f, Policy.Current, ProgressView.MostWeeks) : []));
    }
}
