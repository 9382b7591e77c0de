using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace RunBackCare.Planning.Tests;

/// <summary>
/// The numbers of the training rules, all of them, in the version that plans store: one that changes is another version, so that every stored
/// week can be planned again.
/// </summary>
public sealed class PolicyNumbers
{
    private const string Version20261 =
        """
        AddedDayHalfWeeks 2
        AddedDayMemoryWeeks 4
        Amber 3
        AmberMost 5
        CapDays 30
        CapFloorSeconds 150
        CapFloorUntilSeconds 1200
        CapPercent 110
        ChronicUsual 3
        CreepBestWeeks 4
        CreepLevel 4
        CreepMemoryWeeks 16
        CutBackFromRung 4
        DailyScores 3
        DoneShare 2/3
        DrillLeastSeconds 180
        DrillMostSeconds 300
        EntryAge 60
        EntryBouts 3
        EntryBoutsMostSeconds 1200
        EntryPain 4
        EntryTopMinutes 30
        EntryTopRuns 2
        ExitMost 4
        ExitWalks 2
        FlatRise 1
        Green 2
        GreenWeeksAfterStepBack 1
        GreenWeeksAfterWalkOnly 2
        HomeMinutes 30
        InflammatoryDays 91
        InflammatoryEarlyAge 35
        InflammatoryOnsetAge 45
        InflammatorySigns 3
        ItemMostWeeksInARow 2
        LateAnswerDays 1
        LegReferDays 7
        LessonRestWeeks 12
        LighterPercent 75
        MeaningfulRise 2
        MeaningfulRisePercent 30
        MemoryWeeks 26
        MostSpacedRuns 3
        NoticedDays 14
        OtherRunSeconds 1800
        PartialWeekDaysPerRun 2
        PartialWeekStrength 1
        PersistentDays 84
        PlankWeeksBeforeBall 4
        PoorSleep 2
        RecentPainDays 14
        Red 6
        RedAnyDay 7
        ReentryRungs 2
        ReferMean 4
        ReferStillPercent 70
        ReferralMemoryWeeks 4
        ReturnDays 7 14 30 60 90
        ReturnLongRung 4
        ReturnPercent 100 85 70 50
        ReturnRungs 0 1 3 5 5
        ReturnWalkLevel 4
        RollItems 3
        RollMinutes 5
        RunSecondsPerKm 450
        RunsAtRung 2
        SettledMargin 1
        ShoeReplaceKm 800
        ShoeWarnKm 500
        SilentWeeksAsk 3
        SilentWeeksNothingNew 2
        SilentWeeksPause 4
        SteadyLeast 2
        SteadyMost 4
        SteadyWeeks 6
        StrengthItemMinutes 3
        StrengthLeastItems 4
        StrengthLeastMinutes 15
        StrengthLevels 3
        StrengthMostMinutes 20
        StrengthSessions 2
        StrengthSessionsInMaintenance 3
        StrengthWeeksAtLevel 2
        StretchItemMinutes 2
        SurfaceShare 2/3
        SurfaceShareRuns 3
        SwapsOffered 3
        TrendWeeks 4
        TwoRedsDays 14
        TwoWeekPercent 130
        UnsettledRunsForWalks 2
        UrgentHoldDays 14
        UrgentScore 9
        UsualDays 28
        WalkAfterMinutes 5
        WalkBeforeMinutes 5
        WalkMinutes 30
        WalkSecondsPerKm 660
        WalkUsual 6
        WayBackPercent 50 70 85 100
        WeekCapWeeks 4
        WeekPercent 110
        WeeksAtTopBeforeMore 4
        WeeksBeforeCutBack 3
        WokenReferDays 14
        """;

    [Fact]
    public void Version_2026_1_has_these_numbers() => Assert.Equal(Version20261.ReplaceLineEndings(), string.Join(Environment.NewLine, Written(Policy.Find("2026.1")!)));

    [Fact]
    public void A_version_that_is_no_longer_here_is_not_found() => Assert.Null(Policy.Find("2025.1"));

    private static IEnumerable<string> Written(Policy policy) => typeof(Policy)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.Name is not nameof(Policy.Version))
        .OrderBy(p => p.Name, StringComparer.Ordinal)
        .Select(p => $"{p.Name} {Written(p.GetValue(policy))}");

    private static string Written(object? value) => value switch
    {
        ImmutableArray<int> numbers => string.Join(' ', numbers),
        ValueTuple<int, int> share => $"{share.Item1}/{share.Item2}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
