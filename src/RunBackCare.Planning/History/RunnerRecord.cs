using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.History;

/// <summary>The whole history folded into small values, once for each plan: nothing of it is ever stored.</summary>
internal sealed class RunnerRecord
{
    private RunnerRecord(ImmutableArray<WeekRecord> weeks, UsualPain usual)
    {
        Weeks = weeks;
        Stated = usual.Stated;
        UsualJustRaised = usual.JustRaised;
    }

    /// <summary>Weeks before the one to plan, oldest first.</summary>
    public ImmutableArray<WeekRecord> Weeks { get; }

    /// <summary>The week that decides; null before the first.</summary>
    public WeekRecord? Last => Weeks.IsEmpty ? null : Weeks[^1];

    public decimal Stated { get; }

    public bool UsualJustRaised { get; }

    /// <summary>The last weeks with a back score, newest first; a first part-week does not count in streaks.</summary>
    public IEnumerable<WeekRecord> Streak
    {
        get
        {
            for (var i = Weeks.Length - 1; i >= 0; i--)
            {
                if (Weeks[i].Pain.Answered && !Weeks[i].Log.Partial)
                {
                    yield return Weeks[i];
                }
            }
        }
    }

    public static RunnerRecord Of(Facts facts, Policy policy)
    {
        var fold = new Fold(facts, policy);
        foreach (var log in Logs(facts, policy))
        {
            fold.Add(log);
        }

        return fold.Finish();
    }

    /// <summary>Each planned week with what was said about it. What was said about a week without a plan belongs to the plan before it.</summary>
    private static IEnumerable<WeekLog> Logs(Facts facts, Policy policy)
    {
        var history = facts.History;
        var days = new PainDays(history.Reports);
        PastWeek[] plans = [.. history.Weeks.Where(w => w.Starts < facts.Starts).TakeLast(policy.MemoryWeeks)];
        var reports = Split(history.Reports, r => r.Week, plans, facts.Starts);
        var logs = Split(history.Logs, l => l.Week, plans, facts.Starts);
        for (var i = 0; i < plans.Length; i++)
        {
            yield return WeekLog.Of(plans[i], reports[i] ?? [], logs[i] ?? [], days, history.Pauses, facts.Now.Date, policy);
        }
    }

    private static List<T>?[] Split<T>(ImmutableArray<T> said, Func<T, LocalDate> week, PastWeek[] plans, LocalDate before)
    {
        var split = new List<T>?[plans.Length];
        foreach (var one in said)
        {
            var index = plans.Length - 1;
            while (index >= 0 && plans[index].Starts > week(one))
            {
                index--;
            }

            if (index >= 0 && week(one) < before)
            {
                (split[index] ??= []).Add(one);
            }
        }

        return split;
    }

    private sealed class Fold(Facts facts, Policy policy)
    {
        private readonly ImmutableArray<WeekRecord>.Builder _weeks = ImmutableArray.CreateBuilder<WeekRecord>();
        private readonly UsualPain _usual = new(facts.Profile, facts.History, policy);
        private WeekRecord? _answered;
        private LighterWeek _lighter = new(Ladder.Top, 0);

        public void Add(WeekLog log)
        {
            var before = _weeks.Count == 0 ? null : _weeks[^1];
            var stated = _usual.Stated;
            var usual = _usual.At(log.Plan.Starts);
            var rise = log.Pain.Answered ? Rise.Between(log.Pain, _answered?.Pain, stated) : (Rise?)null;
            var settled = log.Pain.Settled(usual, policy);
            var calm = settled && rise?.IsFlat(policy) == true && log.Pain.RunWorst is not null && log.Pain.LegWorst <= policy.Green;
            var green = calm && Adherence.IsEnough(log, policy) && log.Pain.RunWorst <= Math.Max(policy.Green, usual);
            var reentry = before is { Walking: true } or { Plan.Paused: true };
            var record = new WeekRecord
            {
                Log = log,
                Stated = stated,
                Usual = usual,
                Rise = rise,
                Settled = settled,
                Green = green,
                Steady = calm && ChronicPath(log.Pain, usual),
                RunningWeeks = 0,
                GreenOwed = 0,
                RunsAtRung = RunsAtRung(log, before),
                AtTop = AtTop(log, before, green),
                LongRun = (before?.LongRun ?? default).After(log.Plan, reentry, policy),
            };
            var lighter = record.Lighter || (reentry && !record.Walking);
            record = record with
            {
                RunningWeeks = RunningWeeks(record, before, lighter),
                GreenOwed = GreenOwed(record, before?.GreenOwed ?? 0),
            };
            if (lighter)
            {
                _lighter = new(log.Plan.Standing, Longest(log.Plan));
            }

            _weeks.Add(record);
            _usual.Add(log);
            if (log.Pain.Answered)
            {
                _answered = record;
            }
        }

        public RunnerRecord Finish() => new(_weeks.ToImmutable(), _usual);

        private bool ChronicPath(WeekPain pain, decimal usual) =>
            usual >= policy.ChronicUsual && pain.RunWorst > policy.Green && pain.RunWorst <= Math.Min(usual + 1, policy.AmberMost);

        /// <summary>
        /// Counts from 1 in the first week of all and in the first week above the last lighter one; in the continuous phase, where the
        /// rung stands still, the longest run is what must be above.
        /// </summary>
        private int RunningWeeks(WeekRecord record, WeekRecord? before, bool lighter)
        {
            if (lighter)
            {
                return 0;
            }

            if (before is null)
            {
                return IsFirstOfAll ? 1 : 0;
            }

            var above = record.Plan.Standing > _lighter.Standing
                || (record.LongRun.Seconds > policy.OtherRunSeconds && Longest(record.Plan) > _lighter.LongestSeconds);
            return before.RunningWeeks > 0 || above ? before.RunningWeeks + 1 : 0;
        }

        /// <summary>A full memory has forgotten the first week; what it begins with is then somewhere in the middle of a count.</summary>
        private bool IsFirstOfAll => facts.History.Weeks.Count(w => w.Starts < facts.Starts) < policy.MemoryWeeks;

        private int GreenOwed(WeekRecord record, int owed)
        {
            if (record.Walking)
            {
                return policy.GreenWeeksAfterWalkOnly;
            }

            if (record.Plan.Decision == Decision.StepBack)
            {
                // Row 3 steps back in place of walking only, where its exit was met within the week: that owes no more than a step back.
                owed = record.Plan.Row == 3 ? policy.GreenWeeksAfterStepBack : Math.Max(owed, policy.GreenWeeksAfterStepBack);
            }

            return record.Green && !record.Log.Partial ? Math.Max(0, owed - 1) : owed;
        }

        private static int RunsAtRung(WeekLog log, WeekRecord? before)
        {
            var plan = log.Plan;
            var done = plan.Rung == plan.Standing && plan.Decision is not (Decision.WalkOnly or Decision.Urgent or Decision.Emergency)
                ? log.Training.Count(t => t.Planned && t.Outcome == Outcome.Done && t.Run == plan.Rung > Ladder.Bottom)
                : 0;
            return before is { Walking: false, Plan.Paused: false } && before.Plan.Standing == plan.Standing ? before.RunsAtRung + done : done;
        }

        private static (int All, int Green) AtTop(WeekLog log, WeekRecord? before, bool green)
        {
            if (log.Plan.Standing != Ladder.Top)
            {
                return default;
            }

            // A flare begins the count of green weeks anew: what waits for them is hills.
            var (all, greens) = before?.AtTop ?? default;
            var ran = !log.Plan.Runs.IsEmpty;
            return (ran ? all + 1 : all, log.Plan.Decision >= Decision.WalkOnly ? 0 : ran && green ? greens + 1 : greens);
        }

        private static int Longest(PastWeek week) => week.Runs.IsEmpty ? 0 : week.Runs.Max(r => r.RunSeconds);
    }

    /// <summary>The last lighter week: what the load must be above for a new count to begin.</summary>
    private sealed record LighterWeek(int Standing, int LongestSeconds);
}
