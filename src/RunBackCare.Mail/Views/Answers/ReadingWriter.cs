using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Replies;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Views;

/// <summary>Says back what was read, with its dates, so that a wrong reading shows at a glance.</summary>
internal sealed class ReadingWriter(AnswerOutcome outcome, Wording words, Units units)
{
    private readonly Reading _reading = outcome.Reading;
    private readonly ReplyContext _context = outcome.Context;

    public ImmutableArray<string> Read() =>
    [
        .. _reading.Reports.Select(Report),
        .. _reading.Sessions.Select(Session),
        .. Unmentioned(),
        .. _reading.Sleep is { } sleep ? [$"Your sleep: {sleep} of 5."] : Array.Empty<string>(),
    ];

    private string Report(PainReport report)
    {
        var site = $"your {$"{report.Site}".ToLowerInvariant()} was {A(report.Score.Value)}";
        return report switch
        {
            { Day: null } => $"{Wording.Capital(words.Week(report.Week))}: {site} at its worst.",
            { Day: { } day, When: ReportTime.Run } => $"{words.Day(day)}, on your run: {site}.",
            { Day: { } day, When: ReportTime.Morning } => $"{words.Day(day)}, in the morning: {site}.",
            { Day: { } day } => $"{words.Day(day)}: {site}.",
        };
    }

    private static string A(int score) => score switch
    {
        0 => "a 0, no pain at all",
        8 => "an 8",
        _ => string.Create(CultureInfo.InvariantCulture, $"a {score}"),
    };

    private string Session(SessionLog log) => log switch
    {
        SessionLog.AllDone all when IsBehind(all.Week) => $"{Wording.Capital(words.Week(all.Week))}: everything done.",
        SessionLog.AllDone => $"Everything done up to {words.Day(_context.Today)}.",
        SessionLog.RunsDone done => $"{Wording.Capital(words.Week(done.Week))}: {RunsDone(done)}.",
        SessionLog.OnDay day => $"{words.Day(day.Day)}: {OnDay(day)}.",
        SessionLog.ChangedStride { Day: { } day } => $"{words.Day(day)}: pain changed the way you moved.",
        SessionLog.ChangedStride => "Pain changed the way you moved.",
        SessionLog.IllSince ill => $"Ill since {words.Day(ill.Day)}.",
        SessionLog.MorningFine morning => $"{words.Day(morning.Day)}: a fine morning.",
        SessionLog.Noticed noticed => $"{Symptoms.Noticed(noticed.Symptom)}{Lasting(noticed.Days)}.{Symptoms.UntilSeen(noticed.Symptom)}",
        _ => throw new ArgumentOutOfRangeException(nameof(log), log, "Not a log."),
    };

    private static string Lasting(int days) => days switch
    {
        >= 14 => ", for two weeks or more",
        >= 7 => ", for a week or more",
        _ => "",
    };

    private string RunsDone(SessionLog.RunsDone done) => PlannedRuns(done.Week) switch
    {
        { } planned when planned == done.Count => $"{AllOf(planned)} done",
        { } planned when planned > done.Count => $"{Wording.Number(done.Count)} of {Wording.Count(planned, "run", "runs")} done",
        _ => $"{Wording.Count(done.Count, "run", "runs")} done",
    };

    private string OnDay(SessionLog.OnDay log)
    {
        var kind = log.Kind switch
        {
            LoggedKind.Run => "run",
            LoggedKind.Walk => "walk",
            LoggedKind.Strength => "strength",
            LoggedKind.Stretch => "stretches",
            LoggedKind.Roll => "foam roll",
            _ => "a swap in place of the run",
        };
        var minutes = log.Minutes is { } m ? $", {Wording.Minutes((int)Math.Round(m, MidpointRounding.AwayFromZero))}" : "";
        var metres = log.Metres is { } far ? $", {words.Told(far, units)}" : "";
        return $"{kind} {(log.Done ? "done" : "not done")}{minutes}{metres}";
    }

    /// <summary>A bare score speaks for the whole week, its runs included: both are said aloud, with the word that corrects it.</summary>
    private IEnumerable<string> Unmentioned()
    {
        foreach (var week in _reading.Reports.Where(r => r.Day is null).Select(r => r.Week).Distinct())
        {
            if (_reading.Sessions.Any(s => s.Week == week && s is not SessionLog.Noticed) || PlannedRuns(week) is not { } planned || planned == 0)
            {
                continue;
            }

            var counted = IsBehind(week) ? $"{AllOf(planned)} of that week" : "the runs planned so far";
            yield return $"You named no runs, so {counted} count as done. Was it fewer? Reply with the number, such as \"{Math.Max(0, planned - 1)} {(planned == 2 ? "run" : "runs")}\".";
        }
    }

    private int? PlannedRuns(LocalDate week) => _context.Weeks.LastOrDefault(w => w.Starts == week)?.Runs.Length;

    private bool IsBehind(LocalDate week) => week < _context.ThisWeek || _context.Today == week.PlusDays(6);

    private static string AllOf(int runs) => runs switch
    {
        1 => "the one run",
        2 => "both runs",
        _ => $"all {Wording.Number(runs)} runs",
    };
}
