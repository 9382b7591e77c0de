using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Pain.Symptoms;

namespace RunBackCare.Planning.Replies;

/// <summary>What was read so far.</summary>
internal sealed class Answer(ReplyContext context, Days days)
{
    private readonly List<PainReport> _reports = [];
    private readonly List<SessionLog> _logs = [];
    private readonly HashSet<ReplyQuestion> _questions = [];

    public IReadOnlyList<PainReport> Reports => _reports;

    public IReadOnlyList<SessionLog> Logs => _logs;

    public IReadOnlyCollection<ReplyQuestion> Questions => _questions;

    public int? Sleep { get; set; }

    /// <summary>Counts everything that was taken, so that a clause can tell whether it gave anything.</summary>
    public int Taken { get; private set; }

    /// <returns>False where it is no score: nobody has eleven of ten.</returns>
    public bool Score(decimal number, LocalDate? day, ReportTime when, PainSite site, LocalDate? week = null)
    {
        var score = Math.Ceiling(number);
        if (score is < 0 or > 10)
        {
            _questions.Add(ReplyQuestion.OutOfRange);
            return false;
        }

        if (day is null && when != ReportTime.Week)
        {
            when = ReportTime.Week;
        }

        var monday = day is { } named ? Days.Monday(named) : week ?? days.Bare;
        var report = new PainReport(monday, day, when, site, new((int)score), context.Written);
        if (!_reports.Contains(report))
        {
            _reports.Add(report);
        }

        Taken++;
        return true;
    }

    public void AllDone(LocalDate? week = null) => Add(new SessionLog.AllDone { Week = week ?? days.Bare, Answered = context.Written });

    public void RunsDone(int count, LocalDate? week = null) => Add(new SessionLog.RunsDone(count) { Week = week ?? days.Bare, Answered = context.Written });

    public void On(LocalDate day, LoggedKind kind, bool done, decimal? minutes = null, decimal? metres = null) =>
        Add(new SessionLog.OnDay(day, kind, done, minutes, (int?)metres) { Week = Days.Monday(day), Answered = context.Written });

    public void ChangedStride(LocalDate? day) => Add(new SessionLog.ChangedStride(day) { Week = day is { } named ? Days.Monday(named) : days.Bare, Answered = context.Written });

    public void IllSince(LocalDate day) => Add(new SessionLog.IllSince(day) { Week = Days.Monday(day), Answered = context.Written });

    public void MorningFine(LocalDate day) => Add(new SessionLog.MorningFine(day) { Week = Days.Monday(day), Answered = context.Written });

    public void Noticed(SymptomFinding found) =>
        Add(new SessionLog.Noticed(found.Symptom, found.Days, SymptomScreen.Version) { Week = days.Bare, Answered = context.Written });

    public void Took() => Taken++;

    public void Ask(ReplyQuestion question) => _questions.Add(question);

    private void Add(SessionLog log)
    {
        if (!_logs.Contains(log))
        {
            _logs.Add(log);
        }

        Taken++;
    }
}
