using System.Collections.Immutable;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>Turns a placement into the days people read.</summary>
internal sealed class WeekComposer(WeekFrame frame, RunWishes wishes, Placement placement, WeekContent content, Policy policy)
{
    private readonly Dictionary<int, RunFit> _fits = [];

    /// <param name="surfaces">One for each run on an open day, in order.</param>
    /// <param name="hillsOn">Day of the run on hills; -1 for none.</param>
    /// <param name="offerWalk">Whether an empty day may offer a walk.</param>
    public ImmutableArray<PlannedDay> Compose(ImmutableArray<PlannedDay> past, ReadOnlySpan<Surface> surfaces, int hillsOn, bool offerWalk)
    {
        var days = ImmutableArray.CreateBuilder<PlannedDay>(frame.CoveredDays);
        days.AddRange(past);
        var offered = offerWalk ? DayForOfferedWalk() : -1;
        var run = 0;
        for (var day = past.IsEmpty ? DayMask.Days - frame.CoveredDays : Next(past[^1]); day < DayMask.Days; day++)
        {
            var sessions = ImmutableArray.CreateBuilder<Session>(3);
            if (DayMask.Has(placement.Runs, day))
            {
                sessions.Add(wishes.Walking ? new Session.Walk { Minutes = WalkMinutes(day) } : RunOn(day, surfaces[run++], day == hillsOn));
            }

            if (DayMask.Has(placement.Strength, day))
            {
                sessions.Add(StrengthOn(day));
            }

            if (DayMask.Has(placement.Stretch, day))
            {
                sessions.Add(new Session.Stretch { Minutes = StretchMinutes, Items = content.Stretches.Session });
            }

            if (content.Roll.Length > 0 && (DayMask.Has(placement.Stretch, day) || day == placement.Longest))
            {
                sessions.Add(new Session.Roll { Minutes = policy.RollMinutes, Items = content.Roll });
            }

            if (day == offered)
            {
                sessions.Add(new Session.Walk { Minutes = WalkMinutes(day), Optional = true });
            }

            if (sessions.Count == 0)
            {
                sessions.Add(new Session.Rest { Minutes = 0 });
            }

            days.Add(new(frame.DateOf(day), sessions.DrainToImmutable()));
        }

        return days.DrainToImmutable();
    }

    public RunFit FitOn(int day)
    {
        if (!_fits.TryGetValue(day, out var fit))
        {
            fit = wishes.Fit(placement.WishOn(day), frame.Minutes[day], frame.RanBefore(day, placement.Runs));
            _fits.Add(day, fit);
        }

        return fit;
    }

    private int StretchMinutes => content.Stretches.Session.Length * policy.StretchItemMinutes;

    private int Next(PlannedDay last) => NodaTime.Period.DaysBetween(frame.Monday, last.Date) + 1;

    private Session.Run RunOn(int day, Surface surface, bool hills)
    {
        var fit = FitOn(day);
        return new()
        {
            Minutes = fit.Minutes(policy),
            Longest = day == placement.Longest,
            Surface = surface,
            Reps = fit.Reps,
            RunSeconds = fit.RunSeconds,
            WalkSeconds = fit.WalkSeconds,
            Hills = hills,
            Before = content.WarmUp,
            After = content.Stretches.AfterRun,
        };
    }

    /// <summary>As many of the week's exercises as the day has room for, three minutes each.</summary>
    private Session.Strength StrengthOn(int day)
    {
        var room = policy.HomeMinutes;
        if (DayMask.Has(frame.Possible, day))
        {
            var before = !DayMask.Has(placement.Runs, day) ? 0 : wishes.Walking ? WalkMinutes(day) : FitOn(day).Minutes(policy);
            room = frame.Minutes[day] - before;
        }

        room = Math.Min(policy.StrengthMostMinutes, room - (DayMask.Has(placement.Stretch, day) ? StretchMinutes : 0));
        var items = Math.Min(content.Strength.Length, room / policy.StrengthItemMinutes);
        return new()
        {
            Minutes = Math.Max(policy.StrengthLeastMinutes, items * policy.StrengthItemMinutes),
            Items = items == content.Strength.Length ? content.Strength : content.Strength[..items],
        };
    }

    private int WalkMinutes(int day) => Math.Min(policy.WalkMinutes, frame.Minutes[day]);

    /// <summary>An empty day with time, as long as another day stays wholly empty; rather not the day before the longest run.</summary>
    private int DayForOfferedWalk()
    {
        var used = placement.Runs | placement.Strength | placement.Stretch | frame.FixedUsed;
        var empty = frame.Covered & ~used;
        var candidates = empty & frame.Possible;
        if (candidates == 0 || DayMask.Count(empty) < 2)
        {
            return -1;
        }

        var rather = placement.Longest > 0 ? candidates & ~(1 << (placement.Longest - 1)) : candidates;
        return DayMask.Last(rather == 0 ? candidates : rather);
    }
}
