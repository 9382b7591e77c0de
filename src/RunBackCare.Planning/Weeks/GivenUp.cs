using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>What the days did not allow, each said in one sentence. Nothing here decides; it only reads the finished placement.</summary>
internal static class GivenUp
{
    public static ImmutableArray<Reason> Read(WeekFrame frame, RunWishes wishes, Placement placement, int strengthWanted, bool neighbours, bool overShare)
    {
        var said = ImmutableArray.CreateBuilder<Reason>();
        Runs(said, frame, wishes, placement, neighbours);
        HalfDays(said, frame, wishes, placement);
        ShortDays(said, frame, wishes, placement);
        LongestDay(said, frame, placement);
        Strength(said, frame, wishes, placement, strengthWanted);
        if (overShare)
        {
            said.Add(Reason.Of(
                "gave-up-surface-share",
                "One surface carries more than two thirds of the running this week, because a new surface comes in one run at a time.",
                ["S12"]));
        }

        return said.ToImmutable();
    }

    private static void Runs(ImmutableArray<Reason>.Builder said, WeekFrame frame, RunWishes wishes, Placement placement, bool neighbours)
    {
        var wanted = wishes.Count;
        var placed = DayMask.Count(placement.Runs);
        if (placed == wanted)
        {
            return;
        }

        var one = wishes.Walking ? "walk" : "run";
        var possible = DayMask.Count(frame.Possible);
        var instead = $"{There(placed, one)} instead of {Words.Number(wanted)}";
        var text = placed switch
        {
            _ when frame.Open == 0 => "You are away on every day of this plan, so nothing is planned.",
            0 when possible == 0 => $"No day this week has time for a {one}, so none is planned.",
            0 => $"This week has no room for a {one} beside the other sessions, so none is planned.",
            1 when possible == 1 => $"Only one day fits a {one} this week, so {instead}.",
            _ when placed == possible => $"Only {Words.Number(placed)} days fit a {one} this week, so {instead}.",
            _ when !wishes.Walking && !CanSpace(frame, placed + 1, neighbours) => $"Runs keep a day between them, so {instead} this week.",
            _ => $"Strength and a day of rest need their place too, so {instead} this week.",
        };
        said.Add(Reason.Of("gave-up-run", text, wishes.Walking ? [] : ["R10"], ("placed", placed), ("wanted", wanted)));
    }

    private static bool CanSpace(WeekFrame frame, int runs, bool neighbours)
    {
        foreach (var days in DayMask.OfSize(runs))
        {
            if ((days & ~frame.Possible) == 0 && frame.Spaces(days, neighbours))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs halved because they stand on the day after a run, where the week did not ask for a half run.</summary>
    private static void HalfDays(ImmutableArray<Reason>.Builder said, WeekFrame frame, RunWishes wishes, Placement placement)
    {
        if (wishes.Walking)
        {
            return;
        }

        var days = new List<string>();
        for (var day = 0; day < DayMask.Days; day++)
        {
            if (DayMask.Has(placement.Runs, day)
                && frame.RanBefore(day, placement.Runs)
                && wishes.Fit(placement.WishOn(day), frame.Minutes[day], half: true) != wishes.Fit(placement.WishOn(day), frame.Minutes[day], half: false))
            {
                days.Add(Words.Day(day));
            }
        }

        if (days.Count > 0)
        {
            said.Add(Reason.Of("gave-up-neighbour-minutes", $"{Words.List(days)} {(days.Count == 1 ? "follows" : "follow")} a day with a run, so the run there stays at half the minutes.", ["R10"], ("days", days.Count)));
        }
    }

    /// <summary>Days that cut a run short, one sentence for all of them; what the cap cuts is said apart, since no other day would help.</summary>
    private static void ShortDays(ImmutableArray<Reason>.Builder said, WeekFrame frame, RunWishes wishes, Placement placement)
    {
        if (wishes.Walking)
        {
            return;
        }

        var days = new List<int>();
        for (var day = 0; day < DayMask.Days; day++)
        {
            if (DayMask.Has(placement.Runs, day) && wishes.Fit(placement.WishOn(day), frame.Minutes[day], half: false).TotalSeconds < wishes.Whole(placement.WishOn(day)).TotalSeconds)
            {
                days.Add(day);
            }
        }

        if (days.Count > 0)
        {
            var shortest = days.Min(d => frame.Minutes[d]);
            var names = Words.List([.. days.Select(Words.Day)]);
            var text = days.Count == 1
                ? $"{names} has {shortest} minutes, so its run is cut to what fits."
                : $"{names} are too short for the whole run, so each is cut to the time you have.";
            said.Add(Reason.Of("gave-up-repeats", text, [], ("days", days.Count), ("minutes", shortest)));
        }

        if (wishes.Count > 0 && wishes.Whole(0).TotalSeconds < wishes.Uncapped(0).TotalSeconds)
        {
            said.Add(Reason.Of(
                "gave-up-repeats-cap",
                "Runs are cut a little, so that none is much longer than your longest of the last 30 days.",
                ["R01"],
                ("minutes", Minutes(wishes.Whole(0))),
                ("wanted", Minutes(wishes.Uncapped(0)))));
        }
    }

    private static void LongestDay(ImmutableArray<Reason>.Builder said, WeekFrame frame, Placement placement)
    {
        if (placement.Longest < 0)
        {
            return;
        }

        var day = Words.Day(placement.Longest);
        if (placement.LongestMoved)
        {
            said.Add(Reason.Of("gave-up-longest-day", $"Your longest run is on {day} this week, so that no strength work comes the day before it.", [], ("day", day)));
        }
        else if (frame.PreferredLongest is { } preferred && preferred != placement.Longest && DayMask.Has(frame.Covered, preferred))
        {
            said.Add(Reason.Of("gave-up-longest-day", $"{Words.Day(preferred)} does not fit this week, so your longest run is on {day}.", [], ("day", day)));
        }
    }

    private static void Strength(ImmutableArray<Reason>.Builder said, WeekFrame frame, RunWishes wishes, Placement placement, int wanted)
    {
        if ((placement.Stretch & placement.Strength) is not 0 and var shared)
        {
            var day = Words.Day(DayMask.Last(shared));
            said.Add(Reason.Of("gave-up-stretch-day", $"Strength and stretching share {day} this week.", [], ("day", day)));
        }

        if ((placement.Strength & placement.Runs) is not 0 and var joined)
        {
            var days = Enumerable.Range(0, DayMask.Days).Where(d => DayMask.Has(joined, d)).Select(Words.Day).ToArray();
            said.Add(Reason.Of("gave-up-strength-day", $"Strength comes after the {(wishes.Walking ? "walk" : "run")} on {Words.List(days)}, because the other days are taken.", [], ("days", days.Length)));
        }

        var placed = DayMask.Count(placement.Strength);
        if (placed < wanted && frame.Open != 0)
        {
            var past = DayMask.Count(frame.FixedStrengthDays);
            var code = wanted == 3 && placed == 2 ? "gave-up-third-strength" : placed == 0 ? "gave-up-strength" : "gave-up-second-strength";
            said.Add(Reason.Of(code, $"{Sentence(There(placed + past, "strength session"))} this week instead of {Words.Number(wanted + past)}, because no other day has room.", [], ("placed", placed), ("wanted", wanted)));
        }
    }

    private static string There(int count, string thing) => $"there {(count == 1 ? "is" : "are")} {(count == 0 ? "no" : Words.Number(count))} {thing}{(count == 1 ? "" : "s")}";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static decimal Minutes(RunFit fit) => fit.TotalSeconds / 60m;
}
