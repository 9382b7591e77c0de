using System.Collections.Immutable;
using RunBackCare.Planning.Progression.Rows;

namespace RunBackCare.Planning.Progression;

/// <summary>The nine rows of the training rules, section 3: tried in order, the first match wins, the last always matches.</summary>
internal static class DecisionTable
{
    public static ImmutableArray<Row> Rows { get; } =
    [
        new EmergencySign(),
        new UrgentSign(),
        new RedWeek(),
        new WorseningWeek(),
        new NotYet(),
        new ChronicPath(),
        new AmberWeek(),
        new GreenWeek(),
        new SafeDefault(),
    ];

    public static Verdict Decide(Situation situation)
    {
        foreach (var row in Rows)
        {
            if (row.Try(situation) is { } verdict)
            {
                return verdict;
            }
        }

        throw new InvalidOperationException("The last row matches everything.");
    }
}
