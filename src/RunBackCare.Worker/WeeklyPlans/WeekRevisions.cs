using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Decides the running week and those planned after it anew. A row is never changed: what changes is the next revision beside it.</summary>
internal sealed class WeekRevisions(WeekPlanner planner)
{
    /// <inheritdoc cref="ReviseAsync(RunBackCareDb, PlannedPerson, Func{WeekRow, ImmutableArray{RevisionCause}}, RevisedProfile, Instant, CancellationToken)"/>
    public Task<ImmutableArray<WeekRow>> ReviseAsync(
        RunBackCareDb db, PlannedPerson person, Func<WeekRow, ImmutableArray<RevisionCause>> causes, Instant now, CancellationToken cancellation) =>
        ReviseAsync(db, person, causes, new(_ => person.Subscriber.Profile, EvenIfSame: true), now, cancellation);

    /// <param name="person">As known now, what was just said included; their row is locked by the open transaction.</param>
    /// <param name="causes">Why a week is looked at again, the weightiest first; none leaves it as it is.</param>
    /// <param name="profile">What a week is to be made from.</param>
    /// <returns>The new rows, the earliest first. They are added, and saved by the caller.</returns>
    public async Task<ImmutableArray<WeekRow>> ReviseAsync(
        RunBackCareDb db, PlannedPerson person, Func<WeekRow, ImmutableArray<RevisionCause>> causes, RevisedProfile profile, Instant now, CancellationToken cancellation)
    {
        var local = now.InZone(person.Slot.Zone).LocalDateTime;
        var known = person.Weeks;
        var revised = ImmutableArray.CreateBuilder<WeekRow>();
        foreach (var current in await LastingAsync(db, person.Subscriber.Id, PlanSchedule.MondayOf(local.Date), cancellation))
        {
            var facts = new Facts
            {
                Profile = profile.For(current),
                History = person.History(local.Date) with { Weeks = [.. known.Where(w => w.Starts < current.StartsOn)] },
                Starts = current.StartsOn,
                FirstDay = current.Facts.FirstDay,
                Now = local,
                Seed = person.Subscriber.Seed,
            };
            if (Revision(facts, current, causes(current), now) is { } row && (profile.EvenIfSame || !IsSame(row.Plan, current.Plan)))
            {
                await db.Weeks.AddAsync(row, cancellation);
                revised.Add(row);
                known = [.. known.Select(w => w.Starts == row.StartsOn ? PastWeek.Of(row.Plan, w.Delivered) : w)];
            }
        }

        return revised.ToImmutable();
    }

    private WeekRow? Revision(Facts facts, WeekRow current, ImmutableArray<RevisionCause> causes, Instant now)
    {
        foreach (var cause in causes)
        {
            if (planner.Revise(facts, current.Plan, cause) is { } plan)
            {
                return WeekRow.Of(current.SubscriberId, facts, plan, JsonNamingPolicy.KebabCaseLower.ConvertName(cause.ToString()), planner, now);
            }
        }

        return null;
    }

    private static bool IsSame(PlannedWeek plan, PlannedWeek current) =>
        plan.Decision == current.Decision && plan.Paused == current.Paused && string.Equals(PlanJson.Write(plan.Days), PlanJson.Write(current.Days), StringComparison.Ordinal);

    /// <summary>The highest revision of each week that is not over.</summary>
    private static async Task<IEnumerable<WeekRow>> LastingAsync(RunBackCareDb db, long subscriberId, LocalDate monday, CancellationToken cancellation)
    {
        var rows = await db.Weeks.AsNoTracking()
            .Where(w => w.SubscriberId == subscriberId && w.StartsOn >= monday)
            .OrderBy(w => w.StartsOn).ThenBy(w => w.Revision)
            .ToListAsync(cancellation);
        return rows.GroupBy(w => w.StartsOn).Select(revisions => revisions.Last());
    }
}

/// <param name="For">What a week is to be made from: an edit may count for a part of it only.</param>
/// <param name="EvenIfSame">Whether a revision that leaves every day as it was is stored and told all the same.</param>
internal sealed record RevisedProfile(Func<WeekRow, Profile> For, bool EvenIfSame);
