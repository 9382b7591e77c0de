using System.Collections.Immutable;
using NodaTime;

namespace RunBackCare.Planning.Runners;

/// <summary>
/// What the person told us about themselves, and nothing else: no name, no address, no history.
/// Built by whoever reads a profile document; <see cref="ProfileRules.Check"/> says what is wrong with one, in words.
/// </summary>
public sealed record Profile
{
    public Units Units { get; init; } = Units.Kilometres;

    public required Experience Experience { get; init; }

    /// <summary>Longest bout without a walk, now, in comfort; minutes, 0 or more.</summary>
    public decimal LongestRunMinutes { get; init; }

    /// <summary>All running of a usual run, for people who run with walk breaks; minutes.</summary>
    public decimal? RunMinutesNow { get; init; }

    public int CurrentRunsPerWeek { get; init; }

    /// <summary>Runs a week wanted, 2 to 4.</summary>
    public int RunsPerWeek { get; init; } = 3;

    public Goal Goal { get; init; } = Goal.ThirtyMinutes;

    /// <summary>Only for <see cref="Goal.Build"/>: the longest run to grow to; minutes, 30 or more.</summary>
    public int? TargetLongestRunMinutes { get; init; }

    public required Availability Days { get; init; }

    public IsoDayOfWeek? LongestRunDay { get; init; }

    /// <summary>Within reach; at least one, no repeats, in the person's order.</summary>
    public required ImmutableArray<Surface> Surfaces { get; init; }

    public required Surface UsualSurface { get; init; }

    public Kit Kit { get; init; }

    public required BackHistory Back { get; init; }

    public Shoes? Shoes { get; init; }

    public ImmutableArray<ScreeningAnswer> Screening { get; init; } = [];

    public int? BirthYear { get; init; }

    public bool BmiOver30 { get; init; }

    /// <summary>Running pace in seconds per kilometre, where the person gave one.</summary>
    public int? PaceSecondsPerKm { get; init; }

    /// <summary>Sleep, 1 (poor) to 5 (good), where the person answered.</summary>
    public int? Sleep { get; init; }

    /// <summary>Days on which nothing may be planned, both ends included.</summary>
    public ImmutableArray<BlackoutDays> Blackout { get; init; } = [];
}

/// <param name="UsualPain">Usual back pain, 0 to 10.</param>
/// <param name="Now">Back pain at sign-up, 0 to 10.</param>
/// <param name="Since">When this pain began, where known.</param>
/// <param name="Worse">What makes it worse.</param>
/// <param name="Assessed">Whether a professional has looked at it.</param>
public sealed record BackHistory(int UsualPain, int Now, LocalDate? Since, Direction Worse, bool Assessed);

/// <param name="Since">First day in use.</param>
/// <param name="Km">Kilometres on them when the person told us.</param>
public sealed record Shoes(LocalDate Since, decimal Km);

/// <param name="Name">What was answered with yes.</param>
/// <param name="Cleared">The day a clinician said they may run; null until then.</param>
public sealed record ScreeningAnswer(Screening Name, LocalDate? Cleared);

public sealed record BlackoutDays(LocalDate From, LocalDate To)
{
    public bool Contains(LocalDate day) => From <= day && day <= To;
}
