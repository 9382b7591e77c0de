using System.Collections.Immutable;

namespace RunBackCare.Planning;

/// <summary>
/// Every number of the training rules, under one version. A plan stores the version, and old versions stay in code, so that any plan
/// can be replayed. A number that changes makes a new version; none is ever edited.
/// </summary>
public sealed record Policy
{
    public required string Version { get; init; }

    /// <summary>How many of the newest week rows a plan looks back on.</summary>
    public int MemoryWeeks { get; init; } = 26;

    public static Policy Current { get; } = new() { Version = "2026.1" };

    /// <summary>The policy a stored plan was made with; null where this program no longer has it.</summary>
    public static Policy? Find(string version) => version == Current.Version ? Current : null;

    // ---- Pain (training rules, sections 3 and 8) ----

    /// <summary>Highest score that is green whatever the usual pain is (pain-monitoring model; a convention for the back).</summary>
    public int Green { get; init; } = 2;

    /// <summary>Lowest amber score; a level below it never counts as a worsening trend.</summary>
    public int Amber { get; init; } = 3;

    /// <summary>Highest amber score: what a chronic runner may reach and still progress, and leg pain that may hold.</summary>
    public int AmberMost { get; init; } = 5;

    /// <summary>Lowest red score on a run day, as a bare answer, or in a leg.</summary>
    public int Red { get; init; } = 6;

    /// <summary>A back score that is red on any day.</summary>
    public int RedAnyDay { get; init; } = 7;

    /// <summary>A score that needs someone to look at it the same day.</summary>
    public int UrgentScore { get; init; } = 9;

    /// <summary>Points above the usual within which the next morning still counts as settled.</summary>
    public int SettledMargin { get; init; } = 1;

    /// <summary>Smallest rise that means something, in points (Ostelo 2008, P01's scale): anything less is a wobble.</summary>
    public int MeaningfulRise { get; init; } = 2;

    /// <summary>Largest rise that is still flat, in points.</summary>
    public int FlatRise { get; init; } = 1;

    /// <summary>Smallest rise between two daily means that means something, in per cent; it must also reach <see cref="FlatRise"/>.</summary>
    public int MeaningfulRisePercent { get; init; } = 30;

    /// <summary>Daily scores from which a week is measured by its mean.</summary>
    public int DailyScores { get; init; } = 3;

    /// <summary>Runs unsettled by two that make a week walk-only; one fewer steps back.</summary>
    public int UnsettledRunsForWalks { get; init; } = 2;

    /// <summary>Days before a week from which its usual pain is taken.</summary>
    public int UsualDays { get; init; } = 28;

    /// <summary>Usual pain from which a person progresses by the chronic path, and to which steady scores raise what they stated.</summary>
    public int ChronicUsual { get; init; } = 3;

    /// <summary>Answered weeks that must be steady for that, and that a referral for no improvement looks at.</summary>
    public int SteadyWeeks { get; init; } = 6;

    /// <summary>Range of those steady weeks.</summary>
    public int SteadyLeast { get; init; } = 2;

    /// <inheritdoc cref="SteadyLeast"/>
    public int SteadyMost { get; init; } = 4;

    /// <summary>Weeks back to the second comparison of the trend.</summary>
    public int TrendWeeks { get; init; } = 4;

    /// <summary>Level of the two weeks that can be a creep.</summary>
    public int CreepLevel { get; init; } = 4;

    /// <summary>Weeks among which the creep looks for the person's best stretch.</summary>
    public int CreepMemoryWeeks { get; init; } = 16;

    /// <summary>Answered weeks whose mean is that best stretch.</summary>
    public int CreepBestWeeks { get; init; } = 4;

    /// <summary>Usual pain at which nobody starts to run.</summary>
    public int WalkUsual { get; init; } = 6;

    // ---- Adherence, hysteresis, silence (section 3) ----

    /// <summary>Least share of planned sessions done for a week to count, as a fraction of whole numbers.</summary>
    public (int Part, int Of) DoneShare { get; init; } = (2, 3);

    /// <summary>Runs done at a rung before the next one.</summary>
    public int RunsAtRung { get; init; } = 2;

    public int GreenWeeksAfterStepBack { get; init; } = 1;

    public int GreenWeeksAfterWalkOnly { get; init; } = 2;

    /// <summary>Days after a week's Monday until whose end an answer about the week before still changes it: 1, Tuesday night.</summary>
    public int LateAnswerDays { get; init; } = 1;

    /// <summary>Silent week from which no new content is shown.</summary>
    public int SilentWeeksNothingNew { get; init; } = 2;

    /// <summary>Silent week at which the mail asks.</summary>
    public int SilentWeeksAsk { get; init; } = 3;

    /// <summary>Silent week at which the plan pauses.</summary>
    public int SilentWeeksPause { get; init; } = 4;

    // ---- Load (section 2) ----

    /// <summary>Running weeks in a row after which the next is lighter (R11, a convention).</summary>
    public int WeeksBeforeCutBack { get; init; } = 3;

    /// <summary>Lowest standing rung that takes a cut-back.</summary>
    public int CutBackFromRung { get; init; } = 4;

    /// <summary>Days of a single-run cap's memory (R01).</summary>
    public int CapDays { get; init; } = 30;

    /// <summary>Cap of any single run, in per cent of the longest in <see cref="CapDays"/> (R01).</summary>
    public int CapPercent { get; init; } = 110;

    /// <summary>While the longest run is below this, the cap may grow by <see cref="CapFloorSeconds"/>: 20 minutes, in seconds.</summary>
    public int CapFloorUntilSeconds { get; init; } = 1200;

    /// <summary>Two and a half minutes, in seconds.</summary>
    public int CapFloorSeconds { get; init; } = 150;

    /// <summary>Weekly minutes against the highest of the last four weeks, in per cent.</summary>
    public int WeekPercent { get; init; } = 110;

    /// <summary>The same over two weeks (R04), in per cent.</summary>
    public int TwoWeekPercent { get; init; } = 130;

    /// <summary>Weeks whose highest is the measure.</summary>
    public int WeekCapWeeks { get; init; } = 4;

    /// <summary>What a cut-back or a step back leaves of each run of the continuous phase, in per cent.</summary>
    public int LighterPercent { get; init; } = 75;

    /// <summary>Length of the other runs, and of L15, in seconds.</summary>
    public int OtherRunSeconds { get; init; } = 1800;

    /// <summary>The way back in the continuous phase, in per cent of the former longest run.</summary>
    public ImmutableArray<int> WayBackPercent { get; init; } = [50, 70, 85, 100];

    /// <summary>Weeks at L15 before two runs may be neighbours, and green ones before hills (S13, R07).</summary>
    public int WeeksAtTopBeforeMore { get; init; } = 4;

    /// <summary>Weeks that an added day stays at half the minutes, and weeks it is compared with.</summary>
    public int AddedDayHalfWeeks { get; init; } = 2;

    /// <inheritdoc cref="AddedDayHalfWeeks"/>
    public int AddedDayMemoryWeeks { get; init; } = 4;

    // ---- Entry (section 2) ----

    /// <summary>Pain now from which a recent back starts with walking.</summary>
    public int EntryPain { get; init; } = 4;

    /// <summary>Days within which pain is recent.</summary>
    public int RecentPainDays { get; init; } = 14;

    /// <summary>Bouts that a run-walker is taken to run where they did not say.</summary>
    public int EntryBouts { get; init; } = 3;

    /// <summary>The most running those bouts are taken for, in seconds.</summary>
    public int EntryBoutsMostSeconds { get; init; } = 1200;

    /// <summary>Length of a run, in minutes, from which a runner starts at the top.</summary>
    public int EntryTopMinutes { get; init; } = 30;

    public int EntryTopRuns { get; init; } = 2;

    /// <summary>Age in years from which a start is one rung lower (R06 for weight).</summary>
    public int EntryAge { get; init; } = 60;

    // ---- Return after a break (section 5) ----

    /// <summary>Last day of each row of the return table.</summary>
    public ImmutableArray<int> ReturnDays { get; init; } = [7, 14, 30, 60, 90];

    /// <summary>Rungs lost in each row; the row after the last leads to L1.</summary>
    public ImmutableArray<int> ReturnRungs { get; init; } = [0, 1, 3, 5, 5];

    /// <summary>Highest rung of the last row of <see cref="ReturnDays"/>.</summary>
    public int ReturnLongRung { get; init; } = 4;

    /// <summary>What each row leaves of the former longest run, in per cent; later rows lead to the ladder.</summary>
    public ImmutableArray<int> ReturnPercent { get; init; } = [100, 85, 70, 50];

    /// <summary>Last level from which a return after the longest break begins with walking.</summary>
    public int ReturnWalkLevel { get; init; } = 4;

    /// <summary>Rungs below the standing rung on which running begins again after walk-only.</summary>
    public int ReentryRungs { get; init; } = 2;

    /// <summary>Walks that end walk-only.</summary>
    public int ExitWalks { get; init; } = 2;

    /// <summary>Highest score at which one point above the usual still ends it.</summary>
    public int ExitMost { get; init; } = 4;

    // ---- Holds and referral (sections 6 and 7) ----

    /// <summary>Days without a flag or a red score that end a same-day hold.</summary>
    public int UrgentHoldDays { get; init; } = 14;

    /// <summary>Mean of six answered weeks from which no improvement is referred.</summary>
    public int ReferMean { get; init; } = 4;

    /// <summary>Share of the first of them that the last must stay above, in per cent.</summary>
    public int ReferStillPercent { get; init; } = 70;

    /// <summary>Days of pain at sign-up, never assessed, that are referred (P03: 12 weeks).</summary>
    public int PersistentDays { get; init; } = 84;

    /// <summary>Days within which two red scores are referred.</summary>
    public int TwoRedsDays { get; init; } = 14;

    /// <summary>Days of pain below the knee, and of numbness or pins and needles, that are referred (P05).</summary>
    public int LegReferDays { get; init; } = 7;

    /// <summary>Days of being woken by pain that are referred.</summary>
    public int WokenReferDays { get; init; } = 14;

    /// <summary>Signs of the inflammatory pattern that are referred: from three on a GP looks further, by a blood test first (NICE NG65; P09).</summary>
    public int InflammatorySigns { get; init; } = 3;

    /// <summary>Days of pain before which it is no such pattern: three months.</summary>
    public int InflammatoryDays { get; init; } = 91;

    /// <summary>Age at its onset from which it is no such pattern.</summary>
    public int InflammatoryOnsetAge { get; init; } = 45;

    /// <summary>Age below which an onset is a sign by itself.</summary>
    public int InflammatoryEarlyAge { get; init; } = 35;

    /// <summary>Days for which something noticed is news: two mails, since the one of its week may have left before it was written.</summary>
    public int NoticedDays { get; init; } = 14;

    /// <summary>Weeks before the same referral is said again.</summary>
    public int ReferralMemoryWeeks { get; init; } = 4;

    // ---- Strength (sections 4 and 8) ----

    public int StrengthSessions { get; init; } = 2;

    /// <summary>Sessions once nothing is left to raise.</summary>
    public int StrengthSessionsInMaintenance { get; init; } = 3;

    public int StrengthLevels { get; init; } = 3;

    /// <summary>Weeks with all strength done before the next level.</summary>
    public int StrengthWeeksAtLevel { get; init; } = 2;

    // ---- Placing: what the week search and the pickers of content go by (training rules, section 4) ----

    /// <summary>Minutes walked before the block of a run.</summary>
    public int WalkBeforeMinutes { get; init; } = 5;

    /// <summary>Minutes walked after the block of a run.</summary>
    public int WalkAfterMinutes { get; init; } = 5;

    /// <summary>Most minutes of a walk in place of a run, and of a walk offered on an empty day.</summary>
    public int WalkMinutes { get; init; } = 30;

    /// <summary>Most runs of a week without neighbouring run days.</summary>
    public int MostSpacedRuns { get; init; } = 3;

    /// <summary>Days of a partial week that each of its runs needs.</summary>
    public int PartialWeekDaysPerRun { get; init; } = 2;

    /// <summary>Strength sessions of a partial week.</summary>
    public int PartialWeekStrength { get; init; } = 1;

    /// <summary>Most minutes of strength and stretching together on a day without time to run.</summary>
    public int HomeMinutes { get; init; } = 30;

    public int StrengthLeastMinutes { get; init; } = 15;

    public int StrengthMostMinutes { get; init; } = 20;

    /// <summary>One exercise with its sets and the 30-60 s of rest between them.</summary>
    public int StrengthItemMinutes { get; init; } = 3;

    public int StrengthLeastItems { get; init; } = 4;

    /// <summary>Weeks of front planks at the highest level before the ball comes in.</summary>
    public int PlankWeeksBeforeBall { get; init; } = 4;

    /// <summary>One stretch of the stretch session: 2 × 30 s on each side.</summary>
    public int StretchItemMinutes { get; init; } = 2;

    /// <summary>A roll of up to this is extra to the day's minutes.</summary>
    public int RollMinutes { get; init; } = 5;

    public int RollItems { get; init; } = 3;

    /// <summary>Drills after the first walk take at least this, where enough of them are allowed.</summary>
    public int DrillLeastSeconds { get; init; } = 180;

    public int DrillMostSeconds { get; init; } = 300;

    /// <summary>Runs from which the share of a surface is limited.</summary>
    public int SurfaceShareRuns { get; init; } = 3;

    /// <summary>Largest share of a week's run minutes on one surface, as a fraction of whole numbers.</summary>
    public (int Part, int Of) SurfaceShare { get; init; } = (2, 3);

    /// <summary>Weeks before a lesson may come again.</summary>
    public int LessonRestWeeks { get; init; } = 12;

    /// <summary>Sleep (1-5) at or below which the sleep lesson is due.</summary>
    public int PoorSleep { get; init; } = 2;

    /// <summary>Swaps offered in place of a run.</summary>
    public int SwapsOffered { get; init; } = 3;

    /// <summary>Weeks in a row after which an item makes room for another.</summary>
    public int ItemMostWeeksInARow { get; init; } = 2;

    public int ShoeWarnKm { get; init; } = 500;

    public int ShoeReplaceKm { get; init; } = 800;

    /// <summary>Running pace where the person gave none: 7:30 a kilometre.</summary>
    public int RunSecondsPerKm { get; init; } = 450;

    /// <summary>Walking pace: 11:00 a kilometre.</summary>
    public int WalkSecondsPerKm { get; init; } = 660;
}
