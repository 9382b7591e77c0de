using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.History;

/// <summary>A week as planned, in what later weeks need of it. Small on purpose: it is stored with every plan that looks back on it.</summary>
public sealed record PastWeek
{
    /// <summary>Its Monday.</summary>
    public required LocalDate Starts { get; init; }

    /// <summary>First planned day: its Monday, but for a partial week.</summary>
    public required LocalDate FirstDay { get; init; }

    public required int Revision { get; init; }

    public required Decision Decision { get; init; }

    public required int Row { get; init; }

    public required int Rung { get; init; }

    public required int Standing { get; init; }

    public bool CutBack { get; init; }

    public bool Paused { get; init; }

    /// <summary>Planned before anything was known of the week behind it.</summary>
    public bool Provisional { get; init; }

    /// <summary>A first week back after a break.</summary>
    public bool Return { get; init; }

    public bool Acute { get; init; }

    /// <summary>1 to 3.</summary>
    public int StrengthLevel { get; init; } = 1;

    /// <summary>Whether the relay took its mail; silence counts only then.</summary>
    public bool Delivered { get; init; }

    public ImmutableArray<PastRun> Runs { get; init; } = [];

    /// <summary>Obligatory walks, as (day, minutes).</summary>
    public ImmutableArray<PastWalk> Walks { get; init; } = [];

    /// <summary>Days with a strength session.</summary>
    public ImmutableArray<LocalDate> Strength { get; init; } = [];

    /// <summary>Days with a stretch session.</summary>
    public ImmutableArray<LocalDate> Stretch { get; init; } = [];

    /// <summary>Content IDs shown, for rotation.</summary>
    public ImmutableArray<string> Items { get; init; } = [];

    /// <summary>Level at which each strength exercise was shown.</summary>
    public ImmutableArray<PastLevel> Levels { get; init; } = [];

    public string? Cue { get; init; }

    public string? Lesson { get; init; }

    /// <summary>Names of the referral reasons said in that week, for their memory.</summary>
    public ImmutableArray<string> Referrals { get; init; } = [];

    /// <summary>Kilometres on the shoes at its start, so that the count outlives the weeks it came from.</summary>
    public int? ShoeKm { get; init; }

    public required string Policy { get; init; }

    public static PastWeek Of(PlannedWeek week, bool delivered) => new()
    {
        Starts = week.Starts,
        FirstDay = week.FirstDay,
        Revision = week.Revision,
        Decision = week.Decision,
        Row = week.Row,
        Rung = week.Rung,
        Standing = week.Standing,
        CutBack = week.CutBack,
        Paused = week.Paused,
        Provisional = week.Provisional,
        Return = week.Return,
        Acute = week.Acute,
        StrengthLevel = week.StrengthLevel,
        Delivered = delivered,
        Runs = [.. from day in week.Days from run in day.Sessions.OfType<Session.Run>() select new PastRun(day.Date, run.RunTotalSeconds, run.Minutes, run.Surface, run.Longest, run.Hills)],
        Walks = [.. from day in week.Days from walk in day.Sessions.OfType<Session.Walk>() where !walk.Optional select new PastWalk(day.Date, walk.Minutes)],
        Strength = [.. from day in week.Days where day.Has<Session.Strength>() select day.Date],
        Stretch = [.. from day in week.Days where day.Has<Session.Stretch>() select day.Date],
        Items = [.. week.Days.SelectMany(d => d.Sessions).SelectMany(s => s.ContentIds).Distinct(StringComparer.Ordinal)],
        Levels = LevelsOf(week),
        Cue = week.Cue,
        Lesson = week.Lesson,
        Referrals = week.Referral is null ? [] : [.. week.Referral.Reasons],
        ShoeKm = week.Shoes?.Km,
        Policy = week.Policy,
    };

    /// <summary>Where a week turned gentle in its middle the lower level counts.</summary>
    private static ImmutableArray<PastLevel> LevelsOf(PlannedWeek week) =>
    [
        .. from day in week.Days
           from strength in day.Sessions.OfType<Session.Strength>()
           from item in strength.Items
           group item.Level by item.Id into levels
           select new PastLevel(levels.Key, levels.Min()),
    ];
}

/// <param name="RunSeconds">Running alone, without the walks.</param>
/// <param name="Minutes">The whole session: walk + block + walk.</param>
public sealed record PastRun(LocalDate Day, int RunSeconds, int Minutes, Surface Surface, bool Longest, bool Hills);

public sealed record PastWalk(LocalDate Day, int Minutes);

/// <param name="Id">Content ID.</param>
/// <param name="Level">1 to 3.</param>
public sealed record PastLevel(string Id, int Level);
