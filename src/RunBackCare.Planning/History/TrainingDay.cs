using NodaTime;

namespace RunBackCare.Planning.History;

/// <summary>What became of a planned run or walk.</summary>
internal enum Outcome
{
    Done,

    /// <summary>Something easier was done in its place: adherence, but no running.</summary>
    Swapped,

    /// <summary>The person said so: skipped, fewer runs, ill, paused.</summary>
    Missed,

    /// <summary>Nobody said anything about that week.</summary>
    Unknown,

    /// <summary>Its day is not over yet.</summary>
    NotOver,
}

/// <summary>A planned run or obligatory walk (or a run that was logged without a plan), and what became of it.</summary>
/// <param name="Run">A run, not a walk.</param>
/// <param name="RunSeconds">Running, never more than was planned: over-performance raises nothing.</param>
/// <param name="Minutes">The whole session.</param>
/// <param name="Planned">It stood in the plan.</param>
internal readonly record struct TrainingDay(LocalDate Day, bool Run, int RunSeconds, int Minutes, bool Planned, Outcome Outcome);
