using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;

namespace RunBackCare.Planning.Replies;

/// <summary>Adds what was read to what is known.</summary>
public static class ReadingHistory
{
    /// <summary>
    /// The history after an answer: its scores, sessions and flags, and what UNDO, LAST WEEK, PAUSE and RESUME do to it. STOP, DELETE,
    /// EXPORT, SUMMARY and CLEARED change nothing here; they are acts of the service.
    /// </summary>
    public static RunnerHistory With(this RunnerHistory history, Reading reading, ReplyContext context)
    {
        foreach (var command in reading.Commands)
        {
            history = Obey(history, command, context, alone: reading.Reports.IsEmpty && reading.Sessions.IsEmpty);
        }

        return history with
        {
            Reports = history.Reports.AddRange(reading.Reports),
            Logs = history.Logs.AddRange(reading.Sessions),
            Flags = history.Flags.AddRange(reading.Flags.Except(history.Flags)),
        };
    }

    private static RunnerHistory Obey(RunnerHistory history, ReplyCommand command, ReplyContext context, bool alone) => command.Kind switch
    {
        CommandKind.Undo => Undo(history),
        CommandKind.LastWeek when alone => Moved(history, context.ThisWeek.PlusWeeks(-1)),
        CommandKind.ThisWeek when alone => Moved(history, context.ThisWeek),
        CommandKind.Pause => history with { Pauses = history.Pauses.Add(Paused(context, command.Weeks ?? 1)) },
        CommandKind.Resume => history with { Pauses = [.. history.Pauses.Select(p => Resumed(p, context.Today)).OfType<Pause>()] },
        _ => history,
    };

    /// <summary>The last answer is taken back; a safety flag it raised stays.</summary>
    private static RunnerHistory Undo(RunnerHistory history) => Latest(history) is not { } moment ? history : history with
    {
        Reports = history.Reports.RemoveAll(r => r.Answered == moment),
        Logs = history.Logs.RemoveAll(l => l.Answered == moment),
    };

    private static RunnerHistory Moved(RunnerHistory history, LocalDate week) => Latest(history) is not { } moment ? history : history with
    {
        Reports = [.. history.Reports.Select(r => r.Answered == moment && r.Day is null ? r with { Week = week } : r)],
        Logs = [.. history.Logs.Select(l => l.Answered == moment && l is SessionLog.AllDone or SessionLog.RunsDone ? l with { Week = week } : l)],
    };

    private static LocalDateTime? Latest(RunnerHistory history)
    {
        var moments = history.Reports.Select(r => r.Answered).Concat(history.Logs.Select(l => l.Answered)).ToImmutableArray();
        return moments.IsEmpty ? null : moments.Max();
    }

    /// <summary>From today, and then so many whole weeks.</summary>
    private static Pause Paused(ReplyContext context, int weeks)
    {
        var monday = context.Today.DayOfWeek == IsoDayOfWeek.Monday ? context.Today : context.Today.Next(IsoDayOfWeek.Monday);
        return new(context.Today, monday.PlusWeeks(weeks).PlusDays(-1), PauseCause.Asked);
    }

    private static Pause? Resumed(Pause pause, LocalDate today) =>
        pause.To is { } to && to < today ? pause : pause.From >= today ? null : pause with { To = today.PlusDays(-1) };
}
