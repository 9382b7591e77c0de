using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>How many of each a week holds. Optional walks count as rest.</summary>
internal sealed record WeekCounts(int Runs, int Walks, int Swaps, int Strength, int Stretch, int RestDays, int Minutes)
{
    public static WeekCounts Of(PlannedWeek week)
    {
        var sessions = week.Days.SelectMany(d => d.Sessions).ToList();
        return new(
            sessions.OfType<Session.Run>().Count(),
            sessions.OfType<Session.Walk>().Count(w => !w.Optional),
            sessions.OfType<Session.Swap>().Count(),
            sessions.OfType<Session.Strength>().Count(),
            sessions.OfType<Session.Stretch>().Count(),
            week.Days.Count(d => d.Sessions.All(IsRest)),
            sessions.Where(s => !IsRest(s)).Sum(s => s.Minutes));
    }

    /// <summary>What a subject has room for.</summary>
    public string InShort => Wording.List([.. Named.Take(2)]) is { Length: > 0 } named ? named.Replace(" and ", ", ", StringComparison.Ordinal) : "a quiet week";

    public string InFull => Wording.List([.. Named, .. RestDays > 0 ? [Wording.Count(RestDays, "day of rest", "days of rest")] : Array.Empty<string>()]);

    private IEnumerable<string> Named => new[]
    {
        (Runs, Wording.Count(Runs, "run", "runs")),
        (Walks, Wording.Count(Walks, "walk", "walks")),
        (Swaps, Wording.Count(Swaps, "swap", "swaps")),
        (Strength, Wording.Count(Strength, "strength session", "strength sessions")),
        (Stretch, Wording.Count(Stretch, "stretch session", "stretch sessions")),
    }.Where(n => n.Item1 > 0).Select(n => n.Item2);

    private static bool IsRest(Session session) => session is Session.Rest or Session.Walk { Optional: true };
}
