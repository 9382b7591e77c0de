namespace RunBackCare.Planning;

/// <summary>Every number of the training rules, under one version. A plan stores the version, and old versions stay in code, so that any plan can be replayed.</summary>
public sealed record Policy
{
    public required string Version { get; init; }

    /// <summary>How many of the newest week rows a plan looks back on.</summary>
    public int MemoryWeeks { get; init; } = 26;

    public static Policy Current { get; } = new() { Version = "2026.1" };

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
