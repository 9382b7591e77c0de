using System.Collections.Immutable;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>
/// What the decision asks of the week before any day is chosen: the border between deciding (Progression) and placing (Weeks).
/// </summary>
public sealed record Prescription
{
    public required Decision Decision { get; init; }

    /// <summary>Row of the decision table, 1 to 9.</summary>
    public required int Row { get; init; }

    public required Training Training { get; init; }

    /// <summary>What is trained, 0 to 15.</summary>
    public required int Rung { get; init; }

    public required int Standing { get; init; }

    public bool CutBack { get; init; }

    /// <summary>The load goes up; a good week at the top of what goal and days allow raises nothing.</summary>
    public bool StepsUp { get; init; }

    /// <summary>Runs to place (walks, where <see cref="Training"/> is walking), at most.</summary>
    public required int Runs { get; init; }

    /// <summary>Cap of any single run.</summary>
    public required int CapSeconds { get; init; }

    /// <summary>Runs on neighbouring days are allowed, two in a row at most (after four weeks at L15).</summary>
    public bool Neighbours { get; init; }

    /// <summary>How many of the runs stay at half the minutes, because they are a day more than in the last four weeks.</summary>
    public int HalfRuns { get; init; }

    /// <summary>Strength sessions wanted: 2, 3 in maintenance, 0 when urgent.</summary>
    public required int Strength { get; init; }

    /// <summary>1 to 3.</summary>
    public required int StrengthLevel { get; init; }

    public bool Acute { get; init; }

    /// <summary>The runner is in pain above green: drills and content that irritate stay away.</summary>
    public bool Amber { get; init; }

    /// <summary>Items not shown before may be introduced.</summary>
    public bool NewContent { get; init; } = true;

    /// <summary>A surface that is neither usual nor planned before may be introduced on one run.</summary>
    public bool NewSurface { get; init; }

    /// <summary>The two-surface and share rules do not bind; familiar ground first (StepBack).</summary>
    public bool FamiliarSurface { get; init; }

    public bool Hills { get; init; }

    /// <summary>What the lesson should be about, before the rotation is asked.</summary>
    public LessonNeed Lesson { get; init; }

    /// <summary>The person may run on neighbouring days and asked for more runs than their days can hold even so.</summary>
    public bool Crowded { get; init; }

    public bool Paused { get; init; }

    public bool Provisional { get; init; }

    public bool Return { get; init; }

    public required ImmutableArray<Reason> Reasons { get; init; }

    public Referral? Referral { get; init; }

    /// <summary>
    /// Days of a running week that are over, as its earlier revision has them: they are kept and count for what the week should hold;
    /// only days from <see cref="Facts.FirstDay"/> on are placed. Empty for a new week.
    /// </summary>
    public ImmutableArray<PlannedDay> FixedDays { get; init; } = [];
}

/// <summary>What the running of a week is made of.</summary>
public abstract record Training
{
    private Training()
    {
    }

    /// <summary>Every run is this rung's block, shortened where a day is too short; L0 is walking.</summary>
    public sealed record OfRung(int Rung) : Training;

    /// <summary>Runs without a break, longest first, in seconds; each goes on a day long enough for it.</summary>
    public sealed record Continuous(ImmutableArray<int> RunSeconds) : Training;

    /// <summary>Walks in place of runs.</summary>
    public sealed record Walking : Training;

    /// <summary>No session at all (emergency, pause).</summary>
    public sealed record Nothing : Training;
}

/// <summary>What a lesson should be about when something asks for it.</summary>
public enum LessonNeed
{
    None,
    Flare,
    SeeSomeone,
    Shoes,
    Sleep,
}
