using System.Collections.Immutable;
using System.Globalization;
using RunBackCare.Planning.History;

namespace RunBackCare.Mail.Views;

/// <summary>Draws the last weeks. What is not known has no bar: silence is not a zero.</summary>
internal sealed class ProgressWriter(ImmutableArray<WeekProgress> weeks, Wording words)
{
    /// <summary>Below it there is nothing to compare.</summary>
    private const int FewestWeeks = 2;

    /// <summary>Of the cell: the number stands beside the longest bar.</summary>
    private const int LongestBar = 60;

    /// <summary>A short run is still seen.</summary>
    private const int ShortestBar = 2;

    private const int WorstPain = 10;

    private readonly ImmutableArray<WeekProgress> _weeks = [.. weeks.TakeLast(ProgressView.MostWeeks)];

    /// <returns>Null where there is not yet anything to look back on.</returns>
    public ProgressView? Write() => _weeks.Count(w => w.RunSeconds is not null || w.Worst is not null) < FewestWeeks
        ? null
        : new($"Your last {Wording.Count(_weeks.Length, "week", "weeks")}", [.. InWords()], [.. _weeks.Select(Week)]);

    private ProgressWeek Week(WeekProgress week) => new(words.ShortDate(week.Starts), Run(week), Pain(week));

    private BarView Run(WeekProgress week) => week switch
    {
        { Kind: ProgressKind.Paused } => new("paused", null),
        { RunSeconds: null } => new(Held("not known"), null),
        { RunSeconds: 0, Kind: ProgressKind.Walking } => new("walks", null),
        { RunSeconds: 0 } => new(Held("no run"), null),
        { RunSeconds: { } seconds } => new(Wording.Minutes(Minutes(seconds)), Math.Max(ShortestBar, LongestBar * seconds / MostSeconds)),
    };

    private static BarView Pain(WeekProgress week) => week switch
    {
        { Worst: { } worst } => new(worst.ToString(CultureInfo.InvariantCulture), worst == 0 ? null : LongestBar * worst / WorstPain),
        { Kind: ProgressKind.Paused } => new("–", null),
        _ => new(Held("no answer"), null),
    };

    /// <summary>Beside a bar there is no room for a second line.</summary>
    private static string Held(string words) => words.Replace(' ', Wording.Tie);

    private int MostSeconds => _weeks.Max(w => w.RunSeconds ?? 0);

    /// <summary>The two ends and the most: what one would read off the bars, and nothing that it might mean.</summary>
    private IEnumerable<string> InWords()
    {
        if (_weeks.Where(w => w.RunSeconds > 0).ToList() is [var first, .., var last])
        {
            var most = _weeks.Where(w => w.RunSeconds == MostSeconds).Last();
            yield return $"Running: {Of(first)} and {Of(last)}{(most == last || most == first ? "" : $"; the most was {Of(most)}")}.";
        }

        if (_weeks.Where(w => w.Worst is not null).ToList() is [var before, .., var after])
        {
            yield return $"Your back at its worst: {before.Worst} in the week from {words.Date(before.Starts)}, {after.Worst} in the week from {words.Date(after.Starts)}.";
        }

        var unanswered = _weeks.Count(w => w is { Worst: null, Kind: not ProgressKind.Paused });
        if (unanswered > 0)
        {
            yield return $"{Wording.Capital(Wording.Count(unanswered, "week has", "weeks have"))} no score; that counts as not known, never as a zero.";
        }
    }

    private string Of(WeekProgress week) => $"{Wording.Minutes(Minutes(week.RunSeconds!.Value))} in the week from {words.Date(week.Starts)}";

    private static int Minutes(int seconds) => (seconds + 30) / 60;
}
