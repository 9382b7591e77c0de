using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Testing.People;

/// <summary>Somebody who has lived with the plan for a while: weeks planned by the real planner, each answered.</summary>
public static class RunnersWithHistory
{
    /// <param name="worst">Worst pain of each week, the oldest first; null where they did not answer.</param>
    /// <returns>Their number; the week after these is planned, and not answered.</returns>
    public static async Task<long> AddAsync(IServiceProvider services, IReadOnlyList<int?> worst)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var first = now.InUtc().Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)).PlusWeeks(-worst.Count);
        var id = await SamplePeople.AddActiveAsync(services, first.PlusDays(-1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
        for (var week = 0; week <= worst.Count; week++)
        {
            await PlanAsync(services, id, first.PlusWeeks(week));
            if (week < worst.Count && worst[week] is { } score)
            {
                await AnswerAsync(services, id, first.PlusWeeks(week), score);
            }
        }

        return id;
    }

    private static async Task PlanAsync(IServiceProvider services, long id, LocalDate monday)
    {
        await using var db = await OpenAsync(services);
        var planner = services.GetRequiredService<WeekPlanner>();
        var person = (await PersonFacts.LoadAsync(db, [id], planner.Policy.MemoryWeeks, CancellationToken.None))[0];
        var at = person.Slot.For(monday);
        var facts = person.FactsFor(new(monday, monday, at), at);
        var plan = planner.Plan(facts);
        await db.Weeks.AddAsync(new()
        {
            SubscriberId = id,
            StartsOn = monday,
            Revision = 1,
            Because = "due",
            Plan = plan,
            Facts = facts,
            Decision = plan.Decision,
            PolicyVersion = plan.Policy,
            ContentHash = planner.ContentHash,
            CreatedAt = at,
        });
        await db.RescheduleAsync(person.Subscriber, at, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    private static async Task AnswerAsync(IServiceProvider services, long id, LocalDate monday, int score)
    {
        await using var db = await OpenAsync(services);
        var written = monday.PlusDays(6).At(new(12, 0));
        db.PainReports.Add(new() { SubscriberId = id, Source = ReportSource.Reply, Week = monday, Day = null, When = ReportTime.Week, Site = PainSite.Back, Score = score, Answered = written });
        db.SessionLogs.Add(new() { SubscriberId = id, Source = ReportSource.Reply, Week = monday, Answered = written, Log = new SessionLog.AllDone { Week = monday, Answered = written } });
        await db.SaveChangesAsync();
    }

    private static Task<RunBackCareDb> OpenAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
}
