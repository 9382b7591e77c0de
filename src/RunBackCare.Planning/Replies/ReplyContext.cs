using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Replies;

/// <summary>What must be known to understand an answer: when it was written, what was planned, what was already said.</summary>
public sealed record ReplyContext
{
    private static readonly LocalTime NewDay = new(4, 0);

    /// <summary>The person's local moment of writing.</summary>
    public required LocalDateTime Written { get; init; }

    /// <summary>Planned weeks, of which the last two matter; empty where nothing is known of the person.</summary>
    public ImmutableArray<PastWeek> Weeks { get; init; } = [];

    /// <summary>Mondays of the weeks that have a score already.</summary>
    public ImmutableArray<LocalDate> Answered { get; init; } = [];

    /// <summary>A fall alone is a sign.</summary>
    public bool Over65 { get; init; }

    /// <summary>The day it is written on: before four in the morning that is still yesterday.</summary>
    public LocalDate Today => Written.TimeOfDay < NewDay ? Written.Date.PlusDays(-1) : Written.Date;

    /// <summary>Monday of the running week.</summary>
    public LocalDate ThisWeek => Today.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    /// <param name="current">The newest stored week, where the history does not hold it yet.</param>
    public static ReplyContext Of(RunnerHistory history, PlannedWeek? current, LocalDateTime written, Profile? profile = null)
    {
        var weeks = current is null || history.Weeks.Any(w => w.Starts == current.Starts && w.Revision >= current.Revision)
            ? history.Weeks
            : history.Weeks.RemoveAll(w => w.Starts == current.Starts).Add(PastWeek.Of(current, delivered: true));
        return new()
        {
            Written = written,
            Weeks = weeks,
            Answered = [.. history.Reports.Select(r => r.Week).Distinct()],
            Over65 = profile?.BirthYear is { } born && written.Year - born > 65,
        };
    }

    internal PastWeek? Week(LocalDate monday) => Weeks.LastOrDefault(w => w.Starts == monday);

    /// <summary>Runs planned in a week, or walks where it has no run; null where nothing is known of it.</summary>
    internal int? PlannedRuns(LocalDate monday) => Week(monday) is not { } week ? null : week.Runs.IsEmpty ? week.Walks.Length : week.Runs.Length;

    /// <summary>The latest day up to <paramref name="day"/> on which this was planned; null where there is none in two weeks.</summary>
    internal LocalDate? LatestPlanned(LoggedKind kind, LocalDate day) => Planned(kind)
        .Where(d => d <= day && d > day.PlusDays(-14))
        .Select(d => (LocalDate?)d)
        .Max();

    internal bool IsPlanned(LoggedKind kind, LocalDate day) => Planned(kind).Contains(day);

    private IEnumerable<LocalDate> Planned(LoggedKind kind) => Weeks.SelectMany(w => kind switch
    {
        LoggedKind.Run when w.Runs.IsEmpty => w.Walks.Select(walk => walk.Day),
        LoggedKind.Run or LoggedKind.Swap => w.Runs.Select(run => run.Day),
        LoggedKind.Walk => w.Walks.Select(walk => walk.Day),
        LoggedKind.Strength => w.Strength,
        LoggedKind.Stretch or LoggedKind.Roll => w.Stretch,
        _ => [],
    });
}
