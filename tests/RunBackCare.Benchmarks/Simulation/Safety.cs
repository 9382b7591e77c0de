using System.Runtime.InteropServices;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>How steeply a course climbs and how much rest it leaves.</summary>
internal sealed record Safety
{
    /// <summary>Single runs against the longest of the 30 days before; those with none before are left out.</summary>
    public required Rise Run { get; init; }

    /// <summary>The same, of runs whose measure is 20 minutes or more.</summary>
    public required Rise RunFromTwentyMinutes { get; init; }

    /// <summary>Runs more than 10 % above it.</summary>
    public required int RunsAbove { get; init; }

    /// <summary>Runs more than 10 % and more than two and a half minutes above it.</summary>
    public required int RunsFarAbove { get; init; }

    public required int RunsCompared { get; init; }

    /// <summary>The longest bout without a walk against the longest of the 30 days before.</summary>
    public required Rise Bout { get; init; }

    /// <summary>Running of a week against the last week that had any.</summary>
    public required Rise Week { get; init; }

    /// <summary>Most days in a row with a run.</summary>
    public required int Streak { get; init; }

    /// <summary>Fewest days of a week with nothing planned.</summary>
    public required int LeastEmpty { get; init; }

    /// <summary>Week of the first half hour without a walk, from 1; null where it never comes.</summary>
    public required int? WeeksToHalfHour { get; init; }

    private const int MemoryDays = 30;
    private const int TenPercent = 110;
    private const int TwoAndAHalfMinutes = 150;
    private const int TwentyMinutes = 1200;
    private const int HalfHour = 1800;

    public static Safety Of(Course course)
    {
        var (run, longRun, bout, week) = (Rise.None, Rise.None, Rise.None, Rise.None);
        var (above, farAbove, compared, streak, longestStreak) = (0, 0, 0, 0, 0);
        int? halfHour = null;
        List<RunDone> runs = course.Before is { } before ? [before, .. course.Runs] : course.Runs;
        for (var i = course.Before is null ? 0 : 1; i < runs.Count; i++)
        {
            var now = runs[i];
            var (longest, longestBout) = (0, 0);
            for (var j = i - 1; j >= 0 && runs[j].Day >= now.Day - MemoryDays; j--)
            {
                longest = Math.Max(longest, runs[j].Seconds);
                longestBout = Math.Max(longestBout, runs[j].Bout);
            }

            if (longest > 0)
            {
                compared++;
                above += now.Seconds * 100 > longest * TenPercent ? 1 : 0;
                farAbove += now.Seconds * 100 > longest * TenPercent && now.Seconds > longest + TwoAndAHalfMinutes ? 1 : 0;
                run = run.Or(longest, now.Seconds);
                longRun = longest >= TwentyMinutes ? longRun.Or(longest, now.Seconds) : longRun;
                bout = bout.Or(longestBout, now.Bout);
            }

            streak = i > 0 && runs[i - 1].Day == now.Day - 1 ? streak + 1 : 1;
            longestStreak = Math.Max(longestStreak, streak);
            halfHour ??= now.Bout >= HalfHour ? (now.Day / 7) + 1 : null;
        }

        var lastWeek = 0;
        foreach (var lived in course.Weeks)
        {
            if (lastWeek > 0)
            {
                week = week.Or(lastWeek, lived.Seconds);
            }

            lastWeek = lived.Seconds > 0 ? lived.Seconds : lastWeek;
        }

        return new()
        {
            Run = run,
            RunFromTwentyMinutes = longRun,
            RunsAbove = above,
            RunsFarAbove = farAbove,
            RunsCompared = compared,
            Bout = bout,
            Week = week,
            Streak = longestStreak,
            LeastEmpty = course.Weeks.Min(w => w.Empty),
            WeeksToHalfHour = halfHour,
        };
    }
}

/// <summary>The steepest of many steps, by share; of equal ones the first.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Rise(int From, int To)
{
    public static Rise None { get; } = new(0, 0);

    public Rise Or(int from, int to) => to > from && (From == 0 || (long)to * From > (long)To * from) ? new(from, to) : this;

    public override string ToString() => From == 0 ? "none" : FormattableString.Invariant($"+{((long)To * 100 / From) - 100} % ({Minutes(From)} → {Minutes(To)})");

    private static string Minutes(int seconds) => FormattableString.Invariant($"{seconds / 60m:0.#}");
}
