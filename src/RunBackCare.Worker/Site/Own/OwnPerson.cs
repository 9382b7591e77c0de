using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Site.Own;

/// <summary>Reads what a person's own pages show. It changes nothing.</summary>
internal sealed class OwnPerson(IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, Library library, IClock clock)
{
    private const int WeeksShown = 12;

    public async Task<Subscriber> ReadAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == id, cancellation);
    }

    public LocalDateTime LocalNow(Subscriber person) => clock.GetCurrentInstant().InZone(SendSlot.Of(person).Zone).LocalDateTime;

    public async Task<OwnStory> StoryAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var person = (await PersonFacts.LoadAsync(db, [id], planner.Policy.MemoryWeeks, cancellation))[0];
        var now = LocalNow(person.Subscriber);
        var monday = PlanSchedule.MondayOf(now.Date);
        var rows = await db.Weeks.AsNoTracking().Where(w => w.SubscriberId == id).OrderByDescending(w => w.StartsOn).ThenByDescending(w => w.Revision).Take(WeeksShown * 3).ToListAsync(cancellation);
        var newest = rows.GroupBy(w => w.StartsOn).Select(w => w.First()).OrderByDescending(w => w.StartsOn).ToList();
        var events = await db.SafetyEvents.AsNoTracking().Where(e => e.SubscriberId == id).OrderByDescending(e => e.Id).Take(WeeksShown).ToListAsync(cancellation);
        return new()
        {
            Person = person.Subscriber,
            Pauses = person.Pauses,
            Now = now,
            Weeks = [.. newest.Where(w => w.StartsOn >= monday).Reverse().Select(w => ViewOf(person.Subscriber, w.Plan))],
            Past = [.. newest.Where(w => w.StartsOn < monday).Take(WeeksShown)],
            Progress = Progress(person, now, monday),
            Signs = [.. events],
        };
    }

    /// <summary>What an answer on a page was understood as, in the words of a receipt.</summary>
    public async Task<ReceiptView> ReceiptAsync(Subscriber person, InboundMessage said, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var planned = (await PersonFacts.LoadAsync(db, [person.Id], planner.Policy.MemoryWeeks, cancellation))[0];
        var written = said.WrittenAt ?? LocalNow(person);
        long[] revised = [.. said.Effect?.RevisedWeeks ?? []];
        var week = await db.Weeks.AsNoTracking().Where(w => revised.Contains(w.Id)).OrderBy(w => w.StartsOn).FirstOrDefaultAsync(cancellation);
        return ReceiptView.Of(
            new()
            {
                Reading = said.Reading ?? new() { Week = PlanSchedule.MondayOf(written.Date) },
                Context = ReplyContext.Of(planned.History(written.Date), null, written, person.Profile),
                Effects = said.Effect?.Effects ?? [],
                MayAsk = said.Effect?.MayAsk ?? true,
                Revision = week is { Plan.Days.IsEmpty: false } ? week.Plan : null,
            },
            library,
            Reader(person),
            new() { Leave = null });
    }

    /// <returns>Null where there is nothing to take back.</returns>
    public async Task<InboundMessage?> LastAnswerAsync(long id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var since = clock.GetCurrentInstant() - Duration.FromDays(14);
        return await db.InboundMessages.AsNoTracking()
            .Where(m => m.SubscriberId == id && m.UndoneAt == null && m.CreatedAt > since)
            .Where(m => db.PainReports.Any(r => r.InboundId == m.Id && r.WithdrawnAt == null) || db.SessionLogs.Any(l => l.InboundId == m.Id && l.WithdrawnAt == null))
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(cancellation);
    }

    private WeekView ViewOf(Subscriber person, PlannedWeek plan) => WeekView.Of(plan, library, Reader(person), new() { Leave = null });

    private static WeekReader Reader(Subscriber person) => WeekReader.Of(person.Name, person.Profile, person.Language, new(person.SendDay, person.SendAt));

    /// <summary>The running week with those before it.</summary>
    private ImmutableArray<WeekProgress> Progress(PlannedPerson person, LocalDateTime now, LocalDate monday)
    {
        var facts = new Facts
        {
            Profile = person.Subscriber.Profile,
            History = person.History(now.Date),
            Starts = monday.PlusWeeks(1),
            FirstDay = monday.PlusWeeks(1),
            Now = now,
            Seed = person.Subscriber.Seed,
        };
        return WeekProgress.Of(facts, planner.Policy, WeeksShown);
    }
}

/// <summary>A person as their own pages show them.</summary>
internal sealed record OwnStory
{
    public required Subscriber Person { get; init; }

    public required ImmutableArray<Pause> Pauses { get; init; }

    /// <summary>Where they live.</summary>
    public required LocalDateTime Now { get; init; }

    /// <summary>The running week, and those planned after it.</summary>
    public required ImmutableArray<WeekView> Weeks { get; init; }

    /// <summary>Newest first, as they stood at last.</summary>
    public required ImmutableArray<WeekRow> Past { get; init; }

    /// <summary>Oldest first.</summary>
    public required ImmutableArray<WeekProgress> Progress { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<SafetyEvent> Signs { get; init; }
}
