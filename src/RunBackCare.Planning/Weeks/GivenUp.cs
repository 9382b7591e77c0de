using System.Collections.Immutable;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Weeks;

/// <summary>What the days did not allow, each said in one sentence. Nothing here decides; it only reads the finished placement.</summary>
internal sealed class GivenUp(Facts facts, Prescription prescription, WeekFrame frame, RunWishes wishes, Placement placement, Policy policy)
{
    private readonly ImmutableArray<Reason>.Builder _said = ImmutableArray.CreateBuilder<Reason>();

    private string One => wishes.Walking ? "walk" : "run";

    /// <param name="strengthWanted">Strength sessions that still wanted a day.</param>
    /// <param name="overShare">One surface carries more than its share.</param>
    public ImmutableArray<Reason> Read(int strengthWanted, bool overShare)
    {
        FewerRuns();
        if (!wishes.Walking)
        {
            HalfDays();
            ShortDays();
            Cap();
            LongestDay();
        }

        SharedDays();
        FewerStrength(strengthWanted);
        if (overShare)
        {
            Say("gave-up-surface-share", "One surface carries more than two thirds of the running this week, because a new surface comes in one run at a time.", ["S12"]);
        }

        return _said.DrainToImmutable();
    }

    private void FewerRuns()
    {
        var wanted = Wanted();
        var placed = DayMask.Count(placement.Runs);
        if (placed == wanted)
        {
            Crowded(placed);
            return;
        }

        var possible = DayMask.Count(frame.Possible);
        var instead = $"{There(placed, One)} instead of {Words.Number(wanted)}";
        (string Text, ImmutableArray<string> Evidence) why = placed switch
        {
            _ when frame.Open == 0 => ("You are away on every day of this plan, so nothing is planned.", []),
            0 when possible == 0 => ($"No day this week has time for a {One}, so none is planned.", []),
            0 => ($"This week has no room for a {One} beside the other sessions, so none is planned.", []),
            1 when possible == 1 => ($"Only one day fits a {One} this week, so {instead}.", []),
            _ when placed == possible => ($"Only {Words.Number(placed)} days fit a {One} this week, so {instead}.", []),
            _ when !wishes.Walking && (wanted > wishes.Count || !CanSpace(placed + 1)) => ($"Runs keep a day between them, so {instead} this week.", ["R10"]),
            _ => ($"Strength and a day of rest need their place too, so {instead} this week.", []),
        };
        Say("gave-up-run", why.Text, why.Evidence, ("placed", placed), ("wanted", wanted));
    }

    /// <summary>Neighbouring runs are allowed, and the days have no place for all that were asked for even so.</summary>
    private void Crowded(int placed)
    {
        if (prescription.Crowded)
        {
            var asked = facts.Profile.RunsPerWeek;
            Say(
                "gave-up-run",
                $"Your days hold {Words.Number(placed)} runs instead of {Words.Number(asked)}: never three days in a row, and none on the day before the longest.",
                ["R10"],
                ("placed", placed),
                ("wanted", asked));
        }
    }

    /// <summary>
    /// What the person asked for, where their possible days are what keeps the week from it: the prescription already knows those days.
    /// Everything else that makes it smaller has a reason of its own.
    /// </summary>
    private int Wanted()
    {
        if (frame.Partial || frame.FixedRuns > 0)
        {
            return wishes.Count;
        }

        var profile = facts.Profile;
        var asked = wishes.Walking || prescription.Neighbours ? profile.RunsPerWeek : Math.Min(profile.RunsPerWeek, policy.MostSpacedRuns);
        var most = wishes.Walking ? profile.Days.PossibleDays : DayMask.MostSpaced(profile.Days, prescription.Neighbours);
        return most < asked && wishes.Count == most ? asked : wishes.Count;
    }

    private bool CanSpace(int runs)
    {
        foreach (var days in DayMask.OfSize(runs))
        {
            if ((days & ~frame.Possible) == 0 && frame.Spaces(days, prescription.Neighbours))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Runs halved because they stand on the day after a run, where the week did not ask for a half run.</summary>
    private void HalfDays()
    {
        var days = Days(placement.Runs, d => frame.RanBefore(d, placement.Runs) && Fit(d, half: true) != Fit(d, half: false));
        if (days.Length > 0)
        {
            var follow = days.Length == 1 ? "follows" : "follow";
            Say("gave-up-neighbour-minutes", $"{Words.List(days)} {follow} a day with a run, so the run there stays at half the minutes.", ["R10"], ("days", days.Length));
        }
    }

    /// <summary>Days that cut a run short, one sentence for all of them.</summary>
    private void ShortDays()
    {
        bool IsShort(int day) => Fit(day, half: false).TotalSeconds < wishes.Whole(placement.WishOn(day)).TotalSeconds;
        var days = Days(placement.Runs, IsShort);
        if (days.Length > 0)
        {
            var shortest = Enumerable.Range(0, DayMask.Days).Where(d => DayMask.Has(placement.Runs, d) && IsShort(d)).Min(d => frame.Minutes[d]);
            var text = days.Length == 1
                ? $"{days[0]} has {shortest} minutes, so its run is cut to what fits."
                : $"{Words.List(days)} are too short for the whole run, so each is cut to the time you have.";
            Say("gave-up-repeats", text, [], ("days", days.Length), ("minutes", shortest));
        }
    }

    /// <summary>Said apart from short days, since no other day would help.</summary>
    private void Cap()
    {
        if (placement.Runs != 0 && wishes.Whole(0).TotalSeconds < wishes.Uncapped(0).TotalSeconds)
        {
            Say(
                "gave-up-repeats-cap",
                "Runs are cut a little, so that none is much longer than your longest of the last 30 days.",
                ["R01"],
                ("minutes", wishes.Whole(0).TotalSeconds / 60m),
                ("wanted", wishes.Uncapped(0).TotalSeconds / 60m));
        }
    }

    private void LongestDay()
    {
        if (placement.Longest < 0)
        {
            return;
        }

        var day = Words.Day(placement.Longest);
        if (placement.LongestMoved)
        {
            Say("gave-up-longest-day", $"Your longest run is on {day} this week, so that no strength work comes the day before it.", [], ("day", day));
        }
        else if (frame.PreferredLongest is { } preferred && preferred != placement.Longest && DayMask.Has(frame.Covered, preferred))
        {
            Say("gave-up-longest-day", $"{Words.Day(preferred)} does not fit this week, so your longest run is on {day}.", [], ("day", day));
        }
    }

    private void SharedDays()
    {
        if ((placement.Stretch & placement.Strength) is not 0 and var shared)
        {
            var day = Words.Day(DayMask.Last(shared));
            Say("gave-up-stretch-day", $"Strength and stretching share {day} this week.", [], ("day", day));
        }

        if (Days(placement.Strength & placement.Runs, _ => true) is { Length: > 0 } days)
        {
            Say("gave-up-strength-day", $"Strength comes after the {One} on {Words.List(days)}, because the other days are taken.", [], ("days", days.Length));
        }
    }

    private void FewerStrength(int wanted)
    {
        var placed = DayMask.Count(placement.Strength);
        if (placed == wanted || frame.Open == 0)
        {
            return;
        }

        var past = DayMask.Count(frame.FixedStrengthDays);
        var code = (wanted + past, placed + past) switch
        {
            (3, 2) => "gave-up-third-strength",
            (_, 0) => "gave-up-strength",
            _ => "gave-up-second-strength",
        };
        var there = There(placed + past, "strength session");
        Say(code, $"{char.ToUpperInvariant(there[0])}{there[1..]} this week instead of {Words.Number(wanted + past)}, because no other day has room.", [], ("placed", placed + past), ("wanted", wanted + past));
    }

    private RunFit Fit(int day, bool half) => wishes.Fit(placement.WishOn(day), frame.Minutes[day], half);

    private static string[] Days(int mask, Func<int, bool> where) =>
        mask == 0 ? [] : [.. Enumerable.Range(0, DayMask.Days).Where(d => DayMask.Has(mask, d) && where(d)).Select(Words.Day)];

    private static string There(int count, string thing) => $"there {(count == 1 ? "is" : "are")} {(count == 0 ? "no" : Words.Number(count))} {thing}{(count == 1 ? "" : "s")}";

    private void Say(string code, string text, ImmutableArray<string> evidence, params ReadOnlySpan<(string Name, object Value)> values) =>
        _said.Add(Reason.Of(code, text, evidence, values));
}
