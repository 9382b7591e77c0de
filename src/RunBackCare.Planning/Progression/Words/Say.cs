using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>How numbers and days are said in a reason. One culture, so that a plan reads the same wherever it was made.</summary>
internal static class Say
{
    /// <summary>Long before anybody's first week.</summary>
    private static readonly LocalDate FirstMonday = new(1900, 1, 1);

    /// <summary>"8 × 1:30", "30 minutes without a break", "brisk walks".</summary>
    public static string Block(int rung) => Ladder.Rungs[rung] switch
    {
        { Number: Ladder.Bottom } => "brisk walks",
        { Number: Ladder.Top } => "30 minutes without a break",
        var step => $"{step.Reps} × {Clock(step.RunSeconds)}",
    };

    /// <summary>"1:30".</summary>
    public static string Clock(int seconds) => FormattableString.Invariant($"{seconds / 60}:{seconds % 60:00}");

    public static string Day(LocalDate day) => day.DayOfWeek.ToString();

    /// <summary>"a 5", "an 8".</summary>
    public static string A(int score) => score == 8 ? "an 8" : $"a {score}";

    /// <summary>A level as said: whole, or with one decimal.</summary>
    public static string Level(decimal level) => FormattableString.Invariant($"{Math.Round(level, 1, MidpointRounding.AwayFromZero):0.#}");

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";

    /// <summary>"3 runs", "1 walk"; "2 sessions" where runs, walks and swaps are mixed.</summary>
    public static string Trained(int number, WeekLog log)
    {
        var planned = log.Training.Where(t => t.Planned);
        return planned.Any(t => t.Outcome == Outcome.Swapped) || planned.Select(t => t.Run).Distinct().Count() > 1 ? Count(number, "session", "sessions")
            : planned.All(t => t.Run) ? Count(number, "run", "runs")
            : Count(number, "walk", "walks");
    }

    /// <summary>One of several ways to say the same, another each week, so that nobody reads one sentence every Sunday.</summary>
    public static string InTurn(LocalDate monday, params ReadOnlySpan<string> ways) => ways[Period.DaysBetween(FirstMonday, monday) / 7 % ways.Length];

    /// <summary>Seconds of a continuous week's longest run, as whole minutes.</summary>
    public static string Longest(ImmutableArray<int> seconds) => seconds.IsEmpty ? "no run" : $"a longest run of {seconds[0] / 60} minutes";

    public static Reason Reason(Cause cause, string text) => Weeks.Reason.Of(cause.Code, text, cause.Evidence, cause.Values.AsSpan());
}
