using System.Text.Json.Serialization;
using NodaTime;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.History;

/// <summary>What part of the day or week a score speaks of.</summary>
public enum ReportTime
{
    /// <summary>During or after that day's run.</summary>
    Run,

    /// <summary>On waking.</summary>
    Morning,

    /// <summary>A bare answer: the week's worst.</summary>
    Week,

    /// <summary>A named day, no more said.</summary>
    Unknown,
}

/// <summary>One pain score, as it counts: the week it is about is already settled.</summary>
/// <param name="Week">Monday of the week it is about.</param>
/// <param name="Day">The day it is about; null for a bare answer about the week.</param>
/// <param name="Answered">Local moment the person wrote it.</param>
public sealed record PainReport(LocalDate Week, LocalDate? Day, ReportTime When, PainSite Site, PainScore Score, LocalDateTime Answered);

/// <summary>What the person said they did, or did not do.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "log")]
[JsonDerivedType(typeof(AllDone), "allDone")]
[JsonDerivedType(typeof(RunsDone), "runsDone")]
[JsonDerivedType(typeof(OnDay), "onDay")]
[JsonDerivedType(typeof(ChangedStride), "changedStride")]
[JsonDerivedType(typeof(IllSince), "illSince")]
[JsonDerivedType(typeof(MorningFine), "morningFine")]
[JsonDerivedType(typeof(Noticed), "noticed")]
public abstract record SessionLog
{
    private SessionLog()
    {
    }

    /// <summary>Monday of the week it is about.</summary>
    public required LocalDate Week { get; init; }

    /// <summary>Local moment the person wrote it.</summary>
    public required LocalDateTime Answered { get; init; }

    /// <summary>"All done": every planned session of that week up to the moment of writing.</summary>
    public sealed record AllDone : SessionLog;

    /// <summary>"2 runs": how many runs of that week, on days not named.</summary>
    public sealed record RunsDone(int Count) : SessionLog;

    /// <summary>One session on a named day. Minutes and metres where they were said.</summary>
    public sealed record OnDay(LocalDate Day, LoggedKind Kind, bool Done, decimal? Minutes = null, int? Metres = null) : SessionLog;

    /// <summary>"Limped", "changed my stride": pain that alters the way of moving.</summary>
    public sealed record ChangedStride(LocalDate? Day) : SessionLog;

    /// <summary>"Ill since Monday".</summary>
    public sealed record IllSince(LocalDate Day) : SessionLog;

    /// <summary>"Fine this morning": no score, but a settled morning.</summary>
    public sealed record MorningFine(LocalDate Day) : SessionLog;

    /// <summary>"Tingling in my foot all week": something to be looked at without hurry. It says nothing of what was done.</summary>
    /// <param name="Days">Days that the words say it has lasted; 0 where they say nothing of it.</param>
    /// <param name="Words">Version of the word lists it was found with.</param>
    public sealed record Noticed(Symptom Symptom, int Days, string Words) : SessionLog;
}

public enum LoggedKind
{
    Run,
    Walk,
    Strength,
    Stretch,
    Roll,
    Swap,
}
