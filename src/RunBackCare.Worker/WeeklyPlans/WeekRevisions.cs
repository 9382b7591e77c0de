using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.WeeklyPlans;

/// <summary>Decides the running week and those planned after it anew. A row is never changed: what changes is the next revision beside it.</summary>
internal sealed class WeekRevisions(WeekPlanner planner)
{
    /// <param name="person">As known now, what was just said included; their row is locked by the open transaction.</param>
    /// <param name="causes">Why a week is looked at again, the weightiest first; none leaves it as it is.</param>
    /// <returns>The new rows, the earliest first. They are added, and saved by the caller.</returns>
    public async Task<ImmutableArray<WeekRow>> ReviseAsync(
        RunBackCareDb db, PlannedPerson person, Func<WeekRow, ImmutableArray<RevisionCause>> causes, Instant now, CancellationToken cancellation)
    {
        var local = now.InZone(person.Slot.Zone).LocalDateTime;
        var known = person.Weeks;
        var revised = ImmutableArray.CreateBuilder<WeekRow>();
        foreach (var current in await LastingAsync(db, person.Subscriber.Id, PlanSchedule.MondayOf(local.Date), cancellation))
        {
            var facts = new Facts
            {
                Profile = person.Subscriber.Profile,
                History = person.History(local.Date) with { Weeks = [.. known.Where(w => w.Starts < current.StartsOn)] },
                Starts = current.StartsOn,
                FirstDay = current.Facts.FirstDay,
                Now = local,
                Seed = person.Subscriber.Seed,
            };
            if (Revision(facts, current, causes(current), now) is { } row)
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
                return new()
                {
                    SubscriberId = current.SubscriberId,
                    StartsOn = current.StartsOn,
                    Revision = plan.Revision,
                    Because = JsonNamingPolicy.KebabCaseLower.ConvertName(cause.ToString()),
                    Plan = plan,
                    Facts = facts,
                    Decision = plan.Decision,
                    PolicyVersion = plan.Policy,
                    ContentHash = planner.ContentHash,
                    CreatedAt = now,
                };
            }
        }

        return null;
    }

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
