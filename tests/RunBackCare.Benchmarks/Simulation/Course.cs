using System.Runtime.InteropServices;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>What came of living by a plan: every run done, and every week as it was planned.</summary>
internal sealed class Course
{
    public List<RunDone> Runs { get; } = [];

    /// <summary>What the runner did before, where they ran already.</summary>
    public RunDone? Before { get; set; }

    public List<WeekLived> Weeks { get; } = [];

    /// <summary>One entry for each red score that was told while running was planned.</summary>
    public List<Relief> Reliefs { get; } = [];
}

/// <param name="Day">Days since the first Monday.</param>
/// <param name="Seconds">Running alone.</param>
/// <param name="Bout">Longest bout without a walk.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunDone(int Day, int Seconds, int Bout);

/// <param name="Kind">What the week did with the load.</param>
/// <param name="Empty">Days with nothing planned, an offered walk aside.</param>
/// <param name="Seconds">Running done.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeekLived(WeekKind Kind, int Empty, int Seconds);

internal enum WeekKind
{
    Progress,
    Hold,
    CutBack,
    StepBack,
    WalkOnly,
    Paused,
}

/// <summary>From a red score that was told to the first lighter session.</summary>
/// <param name="Days">Days to it.</param>
/// <param name="RunsBetween">Planned runs before it that were no lighter.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Relief(int Days, int RunsBetween);
