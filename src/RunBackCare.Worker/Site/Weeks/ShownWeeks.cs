using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Mail.Templates;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Site.Weeks;

/// <summary>
/// A person's weeks for whoever holds a light link: the plan as it stands now, written anew from the stored week, without address and
/// without what lies behind it.
/// </summary>
internal sealed class ShownWeeks(
    IDbContextFactory<RunBackCareDb> contexts, TokenKeys keys, Library library, TemplateSet templates, Sender sender, SiteLinks site, IClock clock)
{
    /// <summary>Calendars keep what they were told; older weeks need not be told again.</summary>
    private const int CalendarWeeksBack = 4;

    /// <returns>The page; null where that week has no plan.</returns>
    public async Task<string?> PageAsync(Subscriber person, LocalDate monday, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var week = await db.Weeks.AsNoTracking()
            .Where(w => w.SubscriberId == person.Id && w.StartsOn == monday)
            .OrderByDescending(w => w.Revision)
            .FirstOrDefaultAsync(cancellation);
        return week is null ? null : templates.Render(View(person, week, await keys.CodecAsync(cancellation)), sender.Operator).Html;
    }

    /// <returns>The weeks from a month ago on; an empty calendar where there are none.</returns>
    public async Task<string> CalendarAsync(Subscriber person, CancellationToken cancellation)
    {
        var from = clock.GetCurrentInstant().InUtc().Date.PlusWeeks(-CalendarWeeksBack);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var weeks = await db.Weeks.AsNoTracking().Where(w => w.SubscriberId == person.Id && w.StartsOn >= from).ToListAsync(cancellation);
        var codec = await keys.CodecAsync(cancellation);
        var newest = weeks.GroupBy(w => w.StartsOn).Select(w => w.MaxBy(r => r.Revision)!).OrderBy(w => w.StartsOn).ToList();
        var told = newest.Count == 0 ? Instant.FromUnixTimeTicks(0) : newest.Max(w => w.CreatedAt);
        return CalendarFile.Of(newest.Select(w => View(person, w, codec)), CalendarKey.Of(person), told);
    }

    // Today's name, units and hour, as a mail sent now would have; no link that a guest of this page should not follow.
    private WeekView View(Subscriber person, WeekRow week, TokenCodec codec)
    {
        var links = site.For(person, MailKind.Week, week.StartsOn, codec) with { Week = null };
        return WeekView.Of(week.Plan, library, WeekReader.Of(person.Name, person.Profile, person.Language, new(person.SendDay, person.SendAt)), links);
    }
}
