using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>
/// One person living week after week with the deciding half of the planner. Runs stand on Tuesday, Thursday and Saturday, so that a
/// course depends on the decisions alone.
/// </summary>
internal sealed class Runner
{
    public static readonly LocalDate FirstMonday = new(2026, 11, 30);

    private static readonly IsoDayOfWeek[] RunDays = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    public Runner(Profile profile, LocalDate? firstDay = null)
    {
        Profile = profile;
        FirstDay = firstDay ?? FirstMonday;
        History = RunnerHistory.Of(FirstDay.PlusDays(-1));
    }

    public Profile Profile { get; set; }

    public RunnerHistory History { get; set; }

    public LocalDate FirstDay { get; }

    public Policy Policy { get; init; } = Policy.Current;

    /// <summary>Lets the whole planner place the days; without it they stand on Tuesday, Thursday and Saturday.</summary>
    public Planner? Planner { get; init; }

    /// <summary>The newest week as placed by the whole planner.</summary>
    public PlannedWeek? Placed { get; private set; }

    /// <summary>What it was planned from.</summary>
    public Facts? PlacedFrom { get; private set; }

    public List<Prescription> Plans { get; } = [];

    /// <summary>Monday of the newest planned week.</summary>
    public LocalDate Week => History.Weeks[^1].Starts;

    public Prescription Last => Plans[^1];

    public static Profile Usual(int usual) => new()
    {
        Experience = Experience.Walks,
        CurrentRunsPerWeek = 0,
        RunsPerWeek = 3,
        Days = new([60, 60, 60, 60, 60, 60, 60]),
        LongestRunDay = IsoDayOfWeek.Saturday,
        Surfaces = [Surface.Road, Surface.Grass],
        UsualSurface = Surface.Road,
        Back = new(usual, usual, new LocalDate(2026, 1, 1), Direction.Neither, Assessed: true),
    };

    /// <summary>Runs without breaks, half an hour or more.</summary>
    public static Profile Builder(int longest, int target) => Usual(1) with
    {
        Experience = Experience.Runs,
        LongestRunMinutes = longest,
        CurrentRunsPerWeek = 3,
        Goal = Goal.Build,
        TargetLongestRunMinutes = target,
        Days = new([120, 120, 120, 120, 120, 120, 120]),
    };

    /// <summary>Answers a bare number about each week on its Sunday, before the next is planned.</summary>
    public Runner Answering(params IEnumerable<int?> answers)
    {
        foreach (var answer in answers)
        {
            PlanNext();
            if (answer is { } score)
            {
                Bare(score);
            }
        }

        return this;
    }

    public Facts Facts(LocalDateTime? now = null)
    {
        var first = History.Weeks.IsEmpty;
        var starts = first ? FirstDay.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)) : Week.PlusWeeks(1);
        while (History.Pauses.Any(p => p.From <= starts && p.To >= starts))
        {
            starts = starts.PlusWeeks(1);
        }

        var firstDay = first ? FirstDay : starts;
        return new()
        {
            Profile = Profile,
            History = History,
            Starts = starts,
            FirstDay = firstDay,
            Now = now ?? firstDay.PlusDays(-1).At(new LocalTime(17, 0)),
            Seed = 1,
        };
    }

    public Prescription PlanNext()
    {
        var facts = Facts();
        var plan = Prescriber.Prescribe(facts, Policy);
        Plans.Add(plan);
        PlacedFrom = facts;
        Placed = Planner?.Plan(facts);
        History = History with { Weeks = History.Weeks.Add(Placed is null ? Place(facts, plan) : PastWeek.Of(Placed, delivered: true)) };
        return plan;
    }

    /// <summary>What the next week would be, without living it.</summary>
    public Prescription Next() => Prescriber.Prescribe(Facts(), Policy);

    public Runner Skip(int weeks)
    {
        // A pause: no week rows, as the worker leaves them.
        History = History with { Pauses = History.Pauses.Add(new(Week.PlusWeeks(1), Week.PlusWeeks(weeks).PlusDays(6), PauseCause.Asked)) };
        return this;
    }

    public Runner Bare(int score, PainSite site = PainSite.Back) =>
        Say(new PainReport(Week, null, ReportTime.Week, site, new(score), Sunday()));

    public Runner Run(IsoDayOfWeek day, int score, PainSite site = PainSite.Back) => Score(day, score, ReportTime.Run, site);

    public Runner Morning(IsoDayOfWeek day, int score, PainSite site = PainSite.Back) => Score(day, score, ReportTime.Morning, site);

    public Runner Score(IsoDayOfWeek day, int score, ReportTime when = ReportTime.Unknown, PainSite site = PainSite.Back)
    {
        var date = Day(day);
        return Say(new PainReport(Week, date, when, site, new(score), date.At(new LocalTime(20, 0))));
    }

    public Runner RunsDone(int count) => Log(new SessionLog.RunsDone(count) { Week = Week, Answered = Sunday() });

    public Runner Skipped(IsoDayOfWeek day, LoggedKind kind = LoggedKind.Run) => Log(new SessionLog.OnDay(Day(day), kind, Done: false) { Week = Week, Answered = Sunday() });

    public Runner Say(PainReport report)
    {
        History = History with { Reports = History.Reports.Add(report) };
        return this;
    }

    public Runner Log(SessionLog log)
    {
        History = History with { Logs = History.Logs.Add(log) };
        return this;
    }

    public LocalDate Day(IsoDayOfWeek day) => Week.PlusDays((int)day - 1);

    public LocalDateTime Sunday() => Day(IsoDayOfWeek.Sunday).At(new LocalTime(16, 0));

    /// <summary>The rungs trained, as the course tables write them.</summary>
    public string Course => string.Join(' ', Plans.Select(p => p.Decision == Decision.WalkOnly ? "W" : $"{p.Rung}"));

    private static PastWeek Place(Facts facts, Prescription plan)
    {
        var days = RunDays.Select(d => facts.Starts.PlusDays((int)d - 1)).Where(d => d >= facts.FirstDay).Take(plan.Runs).ToArray();
        var cap = plan.CapSeconds;
        return new()
        {
            Starts = facts.Starts,
            FirstDay = facts.FirstDay,
            Revision = 1,
            Decision = plan.Decision,
            Row = plan.Row,
            Rung = plan.Rung,
            Standing = plan.Standing,
            CutBack = plan.CutBack,
            Paused = plan.Paused,
            Provisional = plan.Provisional,
            Return = plan.Return,
            Acute = plan.Acute,
            StrengthLevel = plan.StrengthLevel,
            Delivered = true,
            Runs = plan.Training switch
            {
                Training.OfRung { Rung: > 0 and var rung } => [.. days.Select((d, i) => Half(plan, i, new PastRun(d, Math.Min(Ladder.Rungs[rung].RunTotalSeconds, cap), 30, Surface.Road, i == days.Length - 1, plan.Hills)))],
                Training.Continuous runs => [.. days.Select((d, i) => new PastRun(d, runs.RunSeconds[^(i + 1)], 40, Surface.Road, i == days.Length - 1, plan.Hills))],
                _ => [],
            },
            Walks = plan.Training is Training.Walking or Training.OfRung { Rung: 0 } ? [.. days.Select(d => new PastWalk(d, 30))] : [],
            Strength = plan.Strength > 0 ? [facts.Starts.PlusDays(2), facts.Starts.PlusDays(6)] : [],
            Stretch = [facts.Starts],
            Referrals = plan.Referral?.Reasons ?? [],
            Policy = "2026.1",
        };
    }

    private static PastRun Half(Prescription plan, int index, PastRun run) => index < plan.HalfRuns ? run with { RunSeconds = run.RunSeconds / 2 } : run;
}
