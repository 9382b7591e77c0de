using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.History;

/// <summary>One past week as a person looks back on it.</summary>
/// <param name="Starts">Its Monday.</param>
/// <param name="RunSeconds">Running known to be done, and what is planned for a day not over yet; null where nothing was said.</param>
/// <param name="Worst">Worst back score; null without an answer, which is never a zero.</param>
/// <param name="Kind">What the week was for.</param>
public sealed record WeekProgress(LocalDate Starts, int? RunSeconds, int? Worst, ProgressKind Kind)
{
    /// <summary>The newest weeks before the one that <paramref name="facts"/> plan, oldest first.</summary>
    public static ImmutableArray<WeekProgress> Of(Facts facts, Policy policy, int most) => [.. RunnerRecord.Of(facts, policy).Weeks.TakeLast(most).Select(Of)];

    private static WeekProgress Of(WeekRecord week) => new(
        week.Plan.Starts,
        week.Log.Heard ? Load.WeekSeconds(week) : null,
        week.Pain.Worst,
        week.Plan.Paused ? ProgressKind.Paused : week.Walking ? ProgressKind.Walking : ProgressKind.Running);
}

public enum ProgressKind
{
    Running,

    /// <summary>Walks in place of runs.</summary>
    Walking,

    /// <summary>Nothing was planned.</summary>
    Paused,
}
