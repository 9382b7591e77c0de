using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Benchmarks.Simulation;

/// <summary>
/// One virtual runner's weeks with the planner: sessions are in the morning, answers come at noon, the mail leaves on Sunday at 17:00. A
/// number for the week comes that Sunday or, as an answer to the mail, on Monday; a red score and a late answer change the running week
/// as they do in the worker.
/// </summary>
internal sealed class Life
{
    private const int RedScore = 6;
    private const int AnswersTheMail = 50;

    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime SendAt = new(17, 0);

    private readonly Planner _planner;
    private readonly VirtualRunner _runner;
    private readonly Dice _dice;
    private readonly VirtualBack _back;
    private readonly LocalDate _first;
    private readonly Course _course = new();

    private RunnerHistory _history;
    private Facts _facts = null!;
    private PlannedWeek _week = null!;
    private int _lastRunSeconds;
    private (LocalDate Told, int Seconds, int Runs)? _red;

    private Life(Planner planner, VirtualRunner runner, Dice dice, LocalDate first)
    {
        (_planner, _runner, _dice, _first) = (planner, runner, dice, first);
        _back = new(runner.Course, runner.Profile.Back.UsualPain, dice);
        _history = RunnerHistory.Of(first.PlusDays(-1));
    }

    /// <param name="first">A Monday.</param>
    public static Course Live(Planner planner, VirtualRunner runner, Dice dice, LocalDate first, int weeks)
    {
        var life = new Life(planner, runner, dice, first);
        Answer? late = null;
        for (var number = 0; number < weeks; number++)
        {
            life.Plan(first.PlusWeeks(number));
            if (number == 0)
            {
                life.StandIn();
            }

            if (late is not null)
            {
                life.Tell(late, first.PlusWeeks(number).At(Noon), RevisionCause.LateAnswer);
            }

            late = life.Week();
        }

        return life._course;
    }

    private void Plan(LocalDate monday)
    {
        _facts = new()
        {
            Profile = _runner.Profile,
            History = _history,
            Starts = monday,
            FirstDay = monday,
            Now = monday.PlusDays(-1).At(SendAt),
            Seed = _first.DayOfYear + _runner.Does,
        };
        _week = _planner.Plan(_facts);
        _back.BeginWeek(_week.Decision >= Decision.StepBack || _week.Paused);
    }

    /// <summary>Who runs already has run as much as the plan begins with; it stands in as a run of the day before.</summary>
    private void StandIn()
    {
        var entry = Ladder.Rungs[_week.Standing];
        if (_runner.Profile.Experience >= Experience.RunWalks && entry.RunTotalSeconds > 0)
        {
            var longest = entry.Number == Ladder.Top ? Math.Max(entry.RunSeconds, (int)(_runner.Profile.LongestRunMinutes * 60)) : entry.RunTotalSeconds;
            _course.Before = new(-1, longest, entry.Number == Ladder.Top ? longest : entry.RunSeconds);
        }
    }

    /// <returns>An answer about this week that comes only after the next mail.</returns>
    private Answer? Week()
    {
        var answers = _dice.Chance(_runner.Answers);
        var late = !_runner.AnswersDaily && answers && _dice.Chance(AnswersTheMail);
        var (worst, planned, done, seconds) = (0, 0, 0, 0);
        for (var number = 0; number < 7; number++)
        {
            var day = _week.Starts.PlusDays(number);
            var score = _back.NextDay();
            worst = Math.Max(worst, score);
            if (TrainingOn(day) is { } session)
            {
                var does = _dice.Chance(_runner.Does);
                (planned, done) = (planned + 1, done + (does ? 1 : 0));
                seconds += Train(day, session, does);
                if (answers && _runner.AnswersDaily)
                {
                    TellDay(day, session, does, score);
                }
            }

            if (number == 6 && answers && !_runner.AnswersDaily && !late)
            {
                Tell(new(_week.Starts, worst, planned, done), day.At(Noon), RevisionCause.RedReport);
            }
        }

        _course.Weeks.Add(new(KindOf(_week), _week.Days.IsEmpty ? 7 : _week.Days.Count(d => d.Sessions.All(s => s is Session.Rest or Session.Walk { Optional: true })), seconds));
        Remember();
        return late ? new(_week.Starts, worst, planned, done) : null;
    }

    private Session? TrainingOn(LocalDate day)
    {
        foreach (var planned in _week.Days)
        {
            if (planned.Date == day)
            {
                return planned.Sessions.FirstOrDefault(s => s is Session.Run or Session.Walk { Optional: false });
            }
        }

        return null;
    }

    /// <returns>Seconds of running that were done.</returns>
    private int Train(LocalDate day, Session session, bool does)
    {
        var run = session as Session.Run;
        var seconds = run?.RunTotalSeconds ?? 0;
        if (_red is { } red && red.Told < day)
        {
            var lighter = seconds < red.Seconds;
            _red = lighter ? null : red with { Runs = red.Runs + 1 };
            if (lighter)
            {
                _course.Reliefs.Add(new(Period.DaysBetween(red.Told, day), red.Runs));
            }
        }

        _lastRunSeconds = seconds;
        if (run is null || !does)
        {
            return 0;
        }

        _course.Runs.Add(new(Period.DaysBetween(_first, day), seconds, run.RunSeconds));
        return seconds;
    }

    private void TellDay(LocalDate day, Session session, bool does, int score)
    {
        var at = day.At(Noon);
        var kind = session is Session.Run ? LoggedKind.Run : LoggedKind.Walk;
        _history = _history with
        {
            Reports = _history.Reports.Add(new(_week.Starts, day, does ? ReportTime.Run : ReportTime.Unknown, PainSite.Back, new(score), at)),
            Logs = _history.Logs.Add(new SessionLog.OnDay(day, kind, does) { Week = _week.Starts, Answered = at }),
        };
        if (score >= RedScore)
        {
            Red(at, RevisionCause.RedReport);
        }
    }

    private void Tell(Answer answer, LocalDateTime at, RevisionCause cause)
    {
        SessionLog log = answer.Done == answer.Planned
            ? new SessionLog.AllDone { Week = answer.Week, Answered = at }
            : new SessionLog.RunsDone(answer.Done) { Week = answer.Week, Answered = at };
        _history = _history with
        {
            Reports = _history.Reports.Add(new(answer.Week, null, ReportTime.Week, PainSite.Back, new(answer.Worst), at)),
            Logs = _history.Logs.Add(log),
        };
        if (cause == RevisionCause.LateAnswer || answer.Worst >= RedScore)
        {
            Red(at, cause);
        }
    }

    private void Red(LocalDateTime at, RevisionCause cause)
    {
        if (_lastRunSeconds > 0 && _history.Reports[^1].Score.Value >= RedScore)
        {
            _red ??= (at.Date, _lastRunSeconds, 0);
        }

        _week = _planner.Revise(_facts with { History = _history, Now = at }, _week, cause) ?? _week;
    }

    /// <summary>As far back as the policy looks, and no further: the worker loads no more.</summary>
    private void Remember()
    {
        var weeks = _history.Weeks.Add(PastWeek.Of(_week, delivered: true));
        if (weeks.Length > Policy.Current.MemoryWeeks)
        {
            weeks = weeks.RemoveAt(0);
        }

        var from = weeks[0].Starts;
        _history = _history with
        {
            Weeks = weeks,
            Reports = _history.Reports.RemoveAll(r => r.Week < from),
            Logs = _history.Logs.RemoveAll(l => l.Week < from),
        };
    }

    private static WeekKind KindOf(PlannedWeek week) => week switch
    {
        { Paused: true } => WeekKind.Paused,
        { CutBack: true } => WeekKind.CutBack,
        { Decision: Decision.Progress } => WeekKind.Progress,
        { Decision: Decision.Hold } => WeekKind.Hold,
        { Decision: Decision.StepBack } => WeekKind.StepBack,
        _ => WeekKind.WalkOnly,
    };

    private sealed record Answer(LocalDate Week, int Worst, int Planned, int Done);
}
