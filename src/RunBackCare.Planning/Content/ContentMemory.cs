using System.Runtime.InteropServices;
using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Content;

/// <summary>When each item was last shown, counted in weeks back from the week to plan, and at which level.</summary>
internal sealed class ContentMemory
{
    private readonly Dictionary<string, Shown> _shown = new(64, StringComparer.Ordinal);

    private ContentMemory()
    {
    }

    public static ContentMemory Of(RunnerHistory history, LocalDate monday)
    {
        var memory = new ContentMemory();
        for (var i = history.Weeks.Length - 1; i >= 0; i--)
        {
            var week = history.Weeks[i];
            if (week.Starts < monday)
            {
                memory.Add(week, Period.DaysBetween(week.Starts, monday) / 7);
            }
        }

        return memory;
    }

    public bool Knows(string id) => _shown.ContainsKey(id);

    /// <summary>1 for last week; <see cref="int.MaxValue"/> where it was never shown.</summary>
    public int WeeksAgo(string id) => _shown.TryGetValue(id, out var shown) ? shown.WeeksAgo : int.MaxValue;

    /// <summary>Level at which a strength exercise was last shown; 0 where it never was.</summary>
    public int LevelOf(string id) => _shown.TryGetValue(id, out var shown) ? shown.Level : 0;

    /// <summary>Weeks in a row, up to last week, in which it was shown.</summary>
    public int InARow(string id) => _shown.TryGetValue(id, out var shown) ? shown.InARow : 0;

    private void Add(PastWeek week, int weeksAgo)
    {
        foreach (var id in week.Items)
        {
            Add(id, weeksAgo, week.StrengthLevel);
        }

        foreach (var (id, level) in week.Levels)
        {
            ref var shown = ref CollectionsMarshal.GetValueRefOrAddDefault(_shown, id, out _);
            shown.Level = shown.WeeksAgo == weeksAgo ? level : shown.Level;
        }

        if (week.Cue is { } cue)
        {
            Add(cue, weeksAgo, level: 0);
        }

        if (week.Lesson is { } lesson)
        {
            Add(lesson, weeksAgo, level: 0);
        }
    }

    private void Add(string id, int weeksAgo, int level)
    {
        ref var shown = ref CollectionsMarshal.GetValueRefOrAddDefault(_shown, id, out var known);
        if (!known)
        {
            (shown.WeeksAgo, shown.Level) = (weeksAgo, level);
        }

        if (weeksAgo == shown.InARow + 1)
        {
            shown.InARow = weeksAgo;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Shown(int WeeksAgo, int InARow, int Level);
}
