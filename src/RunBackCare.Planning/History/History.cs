using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace RunBackCare.Planning.History;

/// <summary>
/// What happened, as far back as the policy looks (its <c>MemoryWeeks</c> newest weeks and what was said since the first of them).
/// Everything here is a fact; what follows from it is folded anew for each plan.
/// </summary>
public sealed record RunnerHistory
{
    /// <summary>Local day on which the person confirmed or was imported.</summary>
    public required LocalDate Joined { get; init; }

    /// <summary>One entry a planned week, its highest revision, oldest first.</summary>
    public ImmutableArray<PastWeek> Weeks { get; init; } = [];

    /// <summary>Not withdrawn, oldest answer first.</summary>
    public ImmutableArray<PainReport> Reports { get; init; } = [];

    /// <summary>Not withdrawn, oldest answer first.</summary>
    public ImmutableArray<SessionLog> Logs { get; init; } = [];

    public ImmutableArray<Pause> Pauses { get; init; } = [];

    public ImmutableArray<SafetyFlag> Flags { get; init; } = [];

    /// <summary>The hold in force, or the last one that ended (its way back is WalkOnly's).</summary>
    public Hold? Hold { get; init; }

    /// <summary>Days on which the person changed their stated usual pain after being assessed.</summary>
    public ImmutableArray<LocalDate> UsualChanged { get; init; } = [];

    public static RunnerHistory Of(LocalDate joined) => new() { Joined = joined };
}

/// <param name="From">First day of the pause.</param>
/// <param name="To">Last day of the pause; null while it lasts.</param>
public sealed record Pause(LocalDate From, LocalDate? To, PauseCause Cause);

public enum PauseCause
{
    Asked,
    Silence,
    Illness,
}

public enum SafetyLevel
{
    /// <summary>Emergency signs.</summary>
    [JsonStringEnumMemberName("A")]
    A,

    /// <summary>To be seen the same day.</summary>
    [JsonStringEnumMemberName("B")]
    B,

    /// <summary>To be cleared before starting.</summary>
    [JsonStringEnumMemberName("C")]
    C,
}

/// <param name="Day">Local day the words were written.</param>
/// <param name="Phrase">Name of the phrase in the list, never the person's words.</param>
public sealed record SafetyFlag(LocalDate Day, SafetyLevel Level, string Phrase);

/// <param name="Since">Local day it was set.</param>
/// <param name="Ended">Local day it was lifted; null while in force.</param>
public sealed record Hold(SafetyLevel Level, LocalDate Since, LocalDate? Ended);
