using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Weeks;

/// <summary>All that a week follows from. Stored with the week, so that it can be planned again and compared.</summary>
public sealed record Facts
{
    public required Profile Profile { get; init; }

    public required RunnerHistory History { get; init; }

    /// <summary>Monday of the week to plan.</summary>
    public required LocalDate Starts { get; init; }

    /// <summary>First day that may still be planned: the Monday, or a later day of a partial week.</summary>
    public required LocalDate FirstDay { get; init; }

    /// <summary>The person's local time when the plan is made.</summary>
    public required LocalDateTime Now { get; init; }

    /// <summary>A stored fact of the subscriber; it breaks ties and starts rotations.</summary>
    public required long Seed { get; init; }
}
