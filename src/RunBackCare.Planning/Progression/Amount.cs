using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>How much a plan asks, in the one order in which plans are "lower" or "higher": what is trained first, then what is stood on.</summary>
/// <param name="Kind">0 nothing, 1 walking with a same-day sign, 2 walking only, 3 running (or walking at L0).</param>
/// <param name="LongestSeconds">Longest run of the continuous phase; 0 on the ladder.</param>
/// <param name="Ease">The decision, less severe first.</param>
internal sealed record Amount(int Kind, int Rung, int LongestSeconds, int Standing, int Ease)
{
    public static Amount Of(Prescription prescription) => new(
        KindOf(prescription.Decision, prescription.Training is Training.Nothing),
        prescription.Rung,
        prescription.Training is Training.Continuous { RunSeconds: [var longest, ..] } ? longest : 0,
        prescription.Standing,
        -(int)prescription.Decision);

    public static Amount Of(PlannedWeek week) => new(
        KindOf(week.Decision, week.Days.IsEmpty || week.Paused),
        week.Rung,
        LongestOf(week),
        week.Standing,
        -(int)week.Decision);

    /// <summary>Below 0 where this asks for less.</summary>
    public int Against(Amount other) =>
        (Kind, Rung, LongestSeconds, Standing, Ease).CompareTo((other.Kind, other.Rung, other.LongestSeconds, other.Standing, other.Ease));

    private static int KindOf(Decision decision, bool nothing) => nothing ? 0 : decision switch
    {
        Decision.Emergency => 0,
        Decision.Urgent => 1,
        Decision.WalkOnly => 2,
        _ => 3,
    };

    /// <summary>A single bout without walks at the top is a run of the continuous phase, or L15 itself, which is as long as its rung.</summary>
    private static int LongestOf(PlannedWeek week) => week.Days
        .SelectMany(d => d.Sessions)
        .OfType<Session.Run>()
        .Where(r => r is { Reps: 1, WalkSeconds: 0 })
        .Select(r => r.RunSeconds)
        .DefaultIfEmpty()
        .Max();
}
