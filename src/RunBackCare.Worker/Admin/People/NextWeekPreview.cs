using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Admin.People;

/// <param name="Score">What they would answer.</param>
/// <param name="Week">What they would get.</param>
internal sealed record PreviewedWeek(int Score, PlannedWeek Week);

/// <summary>
/// What a person's next week would be for a good, a middling and a bad answer: the real reader, the real planner, their real history, an hour before it
/// is planned. Nothing is stored.
/// </summary>
internal sealed class NextWeekPreview(IDbContextFactory<RunBackCareDb> contexts, WeekPlanner planner, IClock clock)
{
    private static readonly ImmutableArray<int> Scores = [2, 5, 7];
    private static readonly Duration BeforePlanning = Duration.FromHours(1);

    /// <returns>Empty where no week of theirs comes next, such as while an emergency holds the plan.</returns>
    public async Task<ImmutableArray<PreviewedWeek>> RunAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.GetCurrentInstant();
        return await PersonFacts.LoadAsync(db, [subscriberId], planner.Policy.MemoryWeeks, cancellation) is [var person]
            && PlanSchedule.GetsWeeks(person.Subscriber)
            && PlanSchedule.Next(person.Slot, person.Pauses, person.Planned, now) is { } next
                ? [.. Scores.Select(score => new PreviewedWeek(score, planner.Plan(Answered(person, next, score, now))))]
                : [];
    }

    private static Facts Answered(PlannedPerson person, NextWeek next, int score, Instant now)
    {
        var written = Instant.Max(now, next.PlanAt - BeforePlanning).InZone(person.Slot.Zone).LocalDateTime;
        var history = person.History(written.Date);
        var context = ReplyContext.Of(history, null, written, person.Subscriber.Profile);
        var reading = ReplyReader.Read(string.Create(CultureInfo.InvariantCulture, $"{score}, all done"), context);
        return person.FactsFor(next, next.PlanAt) with { History = history.With(reading, context) };
    }
}
