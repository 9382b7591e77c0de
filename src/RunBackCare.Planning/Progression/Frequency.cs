using System.Numerics;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Progression;

/// <summary>How many runs a week holds. A day more than the body knows comes one at a time, at half the minutes, and never with a rung.</summary>
/// <param name="Runs">Runs, or walks in their place.</param>
/// <param name="Half">How many of them stay at half the minutes.</param>
/// <param name="Neighbours">Two stand on neighbouring days, since there is no other place.</param>
/// <param name="Crowded">More were asked for than the days can hold, neighbours allowed.</param>
internal sealed record Frequency(int Runs, int Half, bool Neighbours, bool Crowded = false)
{
    private const int AllDays = 0b111_1111;

    public static Frequency Of(Situation situation, Decision decision, int rung, bool adds)
    {
        var (profile, policy) = (situation.Profile, situation.Policy);
        if (rung == Ladder.Bottom)
        {
            return new(Partly(situation, Math.Min(profile.RunsPerWeek, profile.Days.PossibleDays)), 0, Neighbours: false);
        }

        var mayNeighbour = rung == Ladder.Top && MayNeighbour(situation) && decision != Decision.StepBack;
        var wanted = Wanted(situation, mayNeighbour);
        var recent = Recent(situation);
        if (recent is [])
        {
            return new(Partly(situation, wanted), 0, Neighbours: false);
        }

        var known = recent.Max();
        var runs = adds ? Math.Min(wanted, known + 1) : Math.Min(wanted, known);
        var newDay = runs > known || IsStillNew(recent, runs, policy);

        // Neighbouring days are for a run that has no other place, and that one stays at half.
        var neighbours = runs > Math.Min(policy.MostSpacedRuns, Spaced(profile.Days));
        var crowded = mayNeighbour && wanted == runs && wanted < profile.RunsPerWeek;
        return new(Partly(situation, runs), newDay || neighbours ? 1 : 0, neighbours, crowded);
    }

    /// <summary>A good week, and the person wants a day more than they have had: this week adds it in place of a rung.</summary>
    public static bool AddsDay(Situation situation) =>
        situation is { First: false, Partial: false, Walking: false, AfterPause: false, CutBackDue: false, Week: { Green: true, Plan.Decision: Decision.Progress } }
        && !(situation.Break?.Row(situation.Policy) > 0)
        && Recent(situation) is { Length: > 0 } recent
        && Wanted(situation, MayNeighbour(situation)) > recent.Max();

    private static int Wanted(Situation situation, bool neighbours)
    {
        var profile = situation.Profile;
        var most = neighbours ? NeverThreeInARow(profile, situation.Policy) : Math.Min(Spaced(profile.Days), situation.Policy.MostSpacedRuns);

        // Whoever enters at the top begins with the runs of now, after a part-week too: it is the one entry that asks for no less than before.
        var wanted = situation.Standing == Ladder.Top && Recent(situation) is [] ? Math.Min(profile.RunsPerWeek, profile.CurrentRunsPerWeek) : profile.RunsPerWeek;
        return Math.Min(wanted, most);
    }

    /// <summary>After four weeks at L15; before that never two days in a row.</summary>
    private static bool MayNeighbour(Situation situation) =>
        situation.Standing == Ladder.Top && situation.Week?.AtTop.All >= situation.Policy.WeeksAtTopBeforeMore;

    /// <summary>Runs of the last whole running weeks, newest first; walks that took a run's place count.</summary>
    private static int[] Recent(Situation situation) =>
        [.. situation.Record.Weeks.Reverse()
            .Where(w => !w.Log.Partial && !w.Plan.Runs.IsEmpty)
            .Take(situation.Policy.AddedDayMemoryWeeks)
            .Select(w => w.Plan.Runs.Length + w.Plan.Walks.Length)];

    /// <summary>The day was added less than two weeks ago: only the newest week has it.</summary>
    private static bool IsStillNew(int[] recent, int runs, Policy policy)
    {
        var with = recent.TakeWhile(r => r >= runs).Count();
        return with > 0 && with < policy.AddedDayHalfWeeks && with < recent.Length && recent.Skip(with).All(r => r < runs);
    }

    private static int Partly(Situation situation, int runs) => situation.Partial
        ? Math.Min(runs, Math.Max(1, (7 - NodaTime.Period.DaysBetween(situation.Facts.Starts, situation.Facts.FirstDay)) / situation.Policy.PartialWeekDaysPerRun))
        : runs;

    /// <summary>Most possible days of which no two are neighbours, week after week: Sunday and Monday are.</summary>
    private static int Spaced(Availability days) => Most(days, mask => (mask & Next(mask)) == 0);

    /// <summary>
    /// Two in a row at most, and a day left for the longest run that is long enough and not the day after a run: it would stay at half
    /// there. Rather not Monday, since strength often stands on the Sunday before it.
    /// </summary>
    private static int NeverThreeInARow(Profile profile, Policy policy)
    {
        var longest = DaysForLongest(profile, policy);
        longest = profile.LongestRunDay == NodaTime.IsoDayOfWeek.Monday || longest == 1 ? longest : longest & ~1;
        var spread = Most(profile.Days, mask => (mask & Next(mask) & Next(Next(mask))) == 0 && (mask & ~Next(mask) & longest) != 0);
        return Math.Max(spread, Spaced(profile.Days));
    }

    /// <summary>The preferred day where it is long enough for the longest run, else all days that are, or come nearest to it.</summary>
    private static int DaysForLongest(Profile profile, Policy policy)
    {
        var run = profile is { Goal: Goal.Build, TargetLongestRunMinutes: { } target } ? Math.Max(target, policy.EntryTopMinutes) : policy.EntryTopMinutes;
        var needed = Math.Min(policy.WalkBeforeMinutes + run + policy.WalkAfterMinutes, profile.Days.Longest);
        var longest = 0;
        for (var day = 0; day < 7; day++)
        {
            longest |= profile.Days.Minutes[day] >= needed ? 1 << day : 0;
        }

        return profile.LongestRunDay is { } preferred && (longest & 1 << ((int)preferred - 1)) is not 0 and var only ? only : longest;
    }

    private static int Most(Availability days, Func<int, bool> lawful)
    {
        var possible = 0;
        for (var day = 0; day < 7; day++)
        {
            possible |= days.Minutes[day] > 0 ? 1 << day : 0;
        }

        var most = 0;
        for (var mask = possible; mask > 0; mask = (mask - 1) & possible)
        {
            var count = BitOperations.PopCount((uint)mask);
            most = count > most && lawful(mask) ? count : most;
        }

        return most;
    }

    private static int Next(int mask) => ((mask << 1) | (mask >> 6)) & AllDays;
}
