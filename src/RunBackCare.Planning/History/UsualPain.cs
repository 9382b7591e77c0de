using NodaTime;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.History;

/// <summary>
/// The person's own usual pain, week by week: the lower of what they stated and what the weeks before really were, so that a high
/// statement cannot excuse a rise, and six steady weeks at 3 are not read as a flare for ever.
/// </summary>
internal sealed class UsualPain(Profile profile, RunnerHistory history, Policy policy)
{
    private readonly List<(LocalDate Starts, int Level, bool Partial)> _levels = [];

    // What the person says after being assessed stands above what was folded from weeks before it.
    private readonly LocalDate _since = history.UsualChanged.IsEmpty ? LocalDate.MinIsoValue : history.UsualChanged.Max();

    private bool _raised;

    /// <summary>What the person stated, or what steady weeks made of it.</summary>
    public decimal Stated => _raised ? Math.Max(profile.Back.UsualPain, policy.ChronicUsual) : profile.Back.UsualPain;

    /// <summary>The six last answered weeks have just made 3 of a lower statement.</summary>
    public bool JustRaised { get; private set; }

    public decimal At(LocalDate starts)
    {
        var from = starts.PlusDays(-policy.UsualDays);
        Span<int> recent = stackalloc int[_levels.Count];
        var count = 0;
        foreach (var (week, level, _) in _levels)
        {
            if (week >= from && week < starts)
            {
                recent[count++] = level;
            }
        }

        return count == 0 ? Stated : Math.Min(Stated, Median(recent[..count]));
    }

    /// <summary>Takes in the level of an answered week; later weeks are read in its light, never itself.</summary>
    public void Add(WeekLog week)
    {
        JustRaised = false;
        if (week.Pain.Worst is not { } level)
        {
            return;
        }

        _levels.Add((week.Plan.Starts, level, week.Partial));
        if (!_raised && profile.Back.UsualPain < policy.ChronicUsual && IsSteady())
        {
            JustRaised = true;
            _raised = true;
        }
    }

    private bool IsSteady()
    {
        Span<int> last = stackalloc int[policy.SteadyWeeks];
        var missing = policy.SteadyWeeks;
        for (var i = _levels.Count - 1; i >= 0 && missing > 0; i--)
        {
            var (starts, level, partial) = _levels[i];
            if (partial || starts < _since)
            {
                continue;
            }

            if (level < policy.SteadyLeast || level > policy.SteadyMost)
            {
                return false;
            }

            last[--missing] = level;
        }

        return missing == 0 && MeanRise(last) < policy.FlatRise && Median(last) >= policy.ChronicUsual;
    }

    /// <summary>How much the later half lies above the earlier one.</summary>
    private static decimal MeanRise(ReadOnlySpan<int> levels)
    {
        var half = levels.Length / 2;
        var rise = 0;
        for (var i = 0; i < half; i++)
        {
            rise += levels[^(i + 1)] - levels[i];
        }

        return (decimal)rise / half;
    }

    private static decimal Median(Span<int> values)
    {
        Span<int> sorted = stackalloc int[values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }
}
