using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Replies;

/// <summary>A person with three runs a week, Tuesday, Thursday and Saturday, and what their words are read as, in short.</summary>
internal static class Said
{
    /// <summary>Monday of the running week.</summary>
    public static readonly LocalDate Week = new(2026, 11, 23);

    /// <summary>Sunday evening, when most answers come.</summary>
    public static readonly LocalDateTime Sunday = Week.PlusDays(6).At(new(20, 0));

    public static ReplyContext On(LocalDateTime written, params LocalDate[] answered) => new()
    {
        Written = written,
        Weeks = [Plan(Week.PlusWeeks(-1)), Plan(Week), Plan(Week.PlusWeeks(1))],
        Answered = [.. answered],
    };

    public static LocalDateTime At(int day, int hour = 20) => Week.PlusDays(day - 1).At(new(hour, 0));

    public static Reading Read(string words, LocalDateTime? written = null, params LocalDate[] answered) => ReplyReader.Read(words, On(written ?? Sunday, answered));

    /// <summary>Reports as <c>2026-11-24 run back 3</c>, then logs, commands, sleep, unread and questions.</summary>
    public static string Short(Reading reading) => string.Join("; ",
    [
        .. reading.Reports.Select(r => $"{Day(r.Day, r.Week)} {r.When} {r.Site} {r.Score}".ToLowerInvariant()),
        .. reading.Sessions.Select(Short),
        .. reading.Commands.Select(c => c.ToString()),
        .. reading.Sleep is { } sleep ? [$"sleep {sleep}"] : Array.Empty<string>(),
        .. reading.Unread.Select(u => $"unread '{u}'"),
        .. reading.Questions.Where(q => q != ReplyQuestion.Unclear).Select(q => $"{q}?"),
    ]);

    public static PastWeek Plan(LocalDate monday) => new()
    {
        Starts = monday,
        FirstDay = monday,
        Revision = 1,
        Decision = Decision.Hold,
        Row = 5,
        Rung = 5,
        Standing = 5,
        Delivered = true,
        Runs = [.. new[] { 1, 3, 5 }.Select(d => new PastRun(monday.PlusDays(d), 600, 30, Surface.Road, d == 5, false))],
        Strength = [monday.PlusDays(2), monday.PlusDays(6)],
        Stretch = [monday],
        Policy = "2026.1",
    };

    private static string Short(SessionLog log) => log switch
    {
        SessionLog.AllDone => log.Week == Week ? "all done" : $"all done of {Name(log.Week)}",
        SessionLog.RunsDone runs => log.Week == Week ? $"{runs.Count} runs" : $"{runs.Count} runs of {Name(log.Week)}",
        SessionLog.OnDay day => FormattableString.Invariant($"{(day.Done ? "did" : "skipped")} {day.Kind} {Name(day.Day)}{(day.Minutes is { } m ? $" {m:0.#} min" : "")}{(day.Metres is { } d ? $" {d} m" : "")}").Replace("Run ", "", StringComparison.Ordinal).ToLowerInvariant(),
        SessionLog.ChangedStride stride => $"limped {(stride.Day is { } day ? Name(day) : "?")}",
        SessionLog.IllSince ill => $"ill {Name(ill.Day)}",
        SessionLog.MorningFine fine => $"fine {Name(fine.Day)}",
        SessionLog.Noticed noticed => $"{noticed.Symptom} for {noticed.Days}",
        _ => "?",
    };

    private static string Day(LocalDate? day, LocalDate week) => day is { } named ? Name(named) : week == Week ? "this" : week == Week.PlusWeeks(-1) ? "last" : $"{week}";

    /// <summary>Days of the running week by name, of the week before with a minus, of the one after with a plus.</summary>
    private static string Name(LocalDate day)
    {
        var weeks = Period.DaysBetween(Week, day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday))) / 7;
        return $"{$"{day.DayOfWeek}"[..3].ToLowerInvariant()}{new string(weeks < 0 ? '-' : '+', Math.Abs(weeks))}";
    }
}
