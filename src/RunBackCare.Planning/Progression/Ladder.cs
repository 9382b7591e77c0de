using System.Collections.Immutable;

namespace RunBackCare.Planning.Progression;

/// <summary>One step of the ladder: repeats of running and walking between two five-minute walks.</summary>
/// <param name="Number">0 (walking only) to 15 (thirty minutes without a break).</param>
/// <param name="Reps">Repeats of run and walk; 0 at L0.</param>
/// <param name="RunSeconds">One bout of running.</param>
/// <param name="WalkSeconds">The walk after each bout.</param>
public sealed record Rung(int Number, int Reps, int RunSeconds, int WalkSeconds)
{
    /// <summary>All running of one session, in seconds.</summary>
    public int RunTotalSeconds => Reps * RunSeconds;
}

/// <summary>
/// The sixteen rungs of the training rules, section 2. It begins below every public beginners' plan and its bouts up to L9 stay
/// within what the one trial of this kind used (R08); the steps are our own design.
/// </summary>
public static class Ladder
{
    public const int Bottom = 0;
    public const int Top = 15;

    /// <summary>Highest rung of <see cref="Runners.Goal.RunWalkForLife"/>.</summary>
    public const int RunWalkCeiling = 9;

    public static ImmutableArray<Rung> Rungs { get; } =
    [
        new(0, 0, 0, 0),
        new(1, 10, 15, 105),
        new(2, 10, 30, 90),
        new(3, 12, 30, 60),
        new(4, 8, 60, 90),
        new(5, 10, 60, 60),
        new(6, 8, 90, 60),
        new(7, 7, 120, 60),
        new(8, 8, 120, 60),
        new(9, 6, 180, 60),
        new(10, 5, 240, 60),
        new(11, 4, 330, 60),
        new(12, 3, 480, 60),
        new(13, 2, 780, 60),
        new(14, 2, 840, 60),
        new(15, 1, 1800, 0),
    ];

    /// <summary>The highest running rung that fits; L0 where none does.</summary>
    public static int Highest(Func<Rung, bool> fits)
    {
        for (var number = Top; number > Bottom; number--)
        {
            if (fits(Rungs[number]))
            {
                return number;
            }
        }

        return Bottom;
    }

    /// <summary>
    /// The highest rung that goal and days allow: climbing from L1, the last of which half fits the longest day. Never below L1,
    /// since half of that fits the shortest possible day.
    /// </summary>
    public static int Ceiling(Runners.Profile profile, Policy policy)
    {
        var most = profile.Goal == Runners.Goal.RunWalkForLife ? RunWalkCeiling : Top;
        var ceiling = 1;
        while (ceiling < most && HalfFits(Rungs[ceiling + 1], profile.Days.Longest, policy))
        {
            ceiling++;
        }

        return ceiling;
    }

    private static bool HalfFits(Rung rung, int dayMinutes, Policy policy)
    {
        var block = (dayMinutes - policy.WalkBeforeMinutes - policy.WalkAfterMinutes) * 60;
        return Math.Min(rung.Reps, block / (rung.RunSeconds + rung.WalkSeconds)) * 2 >= rung.Reps;
    }
}
