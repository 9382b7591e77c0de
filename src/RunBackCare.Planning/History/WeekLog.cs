using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.History;

/// <summary>One planned week beside everything that was said about it.</summary>
internal sealed class WeekLog
{
    public required PastWeek Plan { get; init; }

    /// <summary>Planned runs and walks, in order, then runs logged on other days.</summary>
    public required ImmutableArray<TrainingDay> Training { get; init; }

    public required WeekPain Pain { get; init; }

    /// <summary>How it felt was said, or what was done.</summary>
    public required bool Heard { get; init; }

    /// <summary>Anything at all was said, if only that a foot tingles: whoever writes that is not silent, but has told of no session.</summary>
    public required bool Spoke { get; init; }

    /// <summary>Day on which pain changed the way of running; null where it did not.</summary>
    public LocalDate? ChangedStride { get; init; }

    public LocalDate? IllSince { get; init; }

    /// <summary>Planned strength that was said not to be done.</summary>
    public bool StrengthMissed { get; init; }

    public bool Partial => Plan.FirstDay != Plan.Starts;

    /// <summary>Sessions that count: planned, and their day is over or they are known to be done.</summary>
    public required int Planned { get; init; }

    public required int Done { get; init; }

    public static WeekLog Of(PastWeek plan, IReadOnlyList<PainReport> reports, IReadOnlyList<SessionLog> logs, PainDays days, ImmutableArray<Pause> pauses, LocalDate today, Policy policy)
    {
        var told = reports.Count > 0 || logs.Any(l => l is not SessionLog.Noticed);
        var said = new Said(logs, pauses, days, today, told);
        var training = said.About(plan);
        var (planned, done) = (0, 0);
        foreach (var session in training)
        {
            planned += session.Planned && session.Outcome != Outcome.NotOver ? 1 : 0;
            done += session.Planned && session.Outcome is Outcome.Done or Outcome.Swapped ? 1 : 0;
        }

        return new()
        {
            Plan = plan,
            Training = training,
            Planned = planned,
            Done = done,
            Pain = WeekPain.Of(reports, training, days, policy),
            Heard = told,
            Spoke = reports.Count > 0 || logs.Count > 0,
            ChangedStride = said.ChangedStride,
            IllSince = said.IllSince,
            StrengthMissed = said.StrengthMissed,
        };
    }

    /// <summary>The week's logs, read once, then asked about one session after another.</summary>
    private sealed class Said
    {
        private readonly IReadOnlyList<SessionLog> _logs;
        private readonly ImmutableArray<Pause> _pauses;
        private readonly PainDays _days;
        private readonly LocalDate _today;
        private readonly bool _told;
        private readonly SessionLog.RunsDone? _runsDone;

        public Said(IReadOnlyList<SessionLog> logs, ImmutableArray<Pause> pauses, PainDays days, LocalDate today, bool told)
        {
            (_logs, _pauses, _days, _today, _told) = (logs, pauses, days, today, told);
            foreach (var log in logs)
            {
                switch (log)
                {
                    case SessionLog.RunsDone runs:
                        _runsDone = runs;
                        break;
                    case SessionLog.IllSince ill:
                        IllSince = IllSince < ill.Day ? IllSince : ill.Day;
                        break;
                    case SessionLog.ChangedStride stride:
                        ChangedStride = stride.Day ?? stride.Answered.Date;
                        break;
                    case SessionLog.OnDay { Kind: LoggedKind.Strength, Done: false }:
                        StrengthMissed = true;
                        break;
                }
            }
        }

        public LocalDate? IllSince { get; }

        public LocalDate? ChangedStride { get; }

        public bool StrengthMissed { get; }

        public ImmutableArray<TrainingDay> About(PastWeek plan)
        {
            var sessions = ImmutableArray.CreateBuilder<TrainingDay>(plan.Runs.Length + plan.Walks.Length);
            foreach (var run in plan.Runs)
            {
                sessions.Add(Judge(run.Day, run: true, run.RunSeconds, run.Minutes));
            }

            foreach (var walk in plan.Walks)
            {
                sessions.Add(Judge(walk.Day, run: false, 0, walk.Minutes));
            }

            if (plan.Runs.Length > 0 && plan.Walks.Length > 0)
            {
                sessions.Sort((a, b) => a.Day.CompareTo(b.Day));
            }

            Count(sessions);
            foreach (var log in _logs)
            {
                if (log is SessionLog.OnDay { Done: true, Kind: LoggedKind.Run or LoggedKind.Walk } extra && !sessions.Any(s => s.Day == extra.Day))
                {
                    sessions.Add(new(extra.Day, extra.Kind == LoggedKind.Run, 0, (int)(extra.Minutes ?? 0), Planned: false, Outcome.Done));
                }
            }

            return sessions.DrainToImmutable();
        }

        private TrainingDay Judge(LocalDate day, bool run, int runSeconds, int minutes)
        {
            var own = Own(day);
            var outcome = own switch
            {
                { Done: false } => Outcome.Missed,
                { Kind: LoggedKind.Swap } => Outcome.Swapped,
                { Kind: LoggedKind.Walk } when run => Outcome.Swapped,
                { } => Outcome.Done,
                null when _days[day].Ran => Outcome.Done,
                null => Unmentioned(day),
            };
            var seconds = own is { Done: true, Minutes: { } logged } ? Math.Min(runSeconds, (int)(logged * 60)) : runSeconds;
            return new(day, run, seconds, minutes, Planned: true, outcome);
        }

        /// <summary>The last thing said about a run, a walk, or something in its place on that day.</summary>
        private SessionLog.OnDay? Own(LocalDate day)
        {
            SessionLog.OnDay? own = null;
            foreach (var log in _logs)
            {
                own = log is SessionLog.OnDay { Kind: LoggedKind.Run or LoggedKind.Walk or LoggedKind.Swap } one && one.Day == day ? one : own;
            }

            return own;
        }

        private Outcome Unmentioned(LocalDate day)
        {
            if (day >= IllSince || IsPaused(day))
            {
                return Outcome.Missed;
            }

            if (day >= _today)
            {
                return Outcome.NotOver;
            }

            // Sessions of an answered week that nobody mentioned count as done.
            return _told ? Outcome.Done : Outcome.Unknown;
        }

        private bool IsPaused(LocalDate day)
        {
            foreach (var pause in _pauses)
            {
                if (pause.From <= day && (pause.To is null || day <= pause.To))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>
        /// "2 runs" without days: the earliest are taken as done, and no longer than the shortest were planned, which asks the least of the
        /// next week.
        /// </summary>
        private void Count(ImmutableArray<TrainingDay>.Builder sessions)
        {
            if (_runsDone is null)
            {
                return;
            }

            var atMost = LongestOfShortest(sessions, _runsDone.Count);
            var left = _runsDone.Count;
            for (var i = 0; i < sessions.Count; i++)
            {
                var session = sessions[i];
                if (session.Day > _runsDone.Answered.Date || session.Outcome != Outcome.Done)
                {
                    continue;
                }

                sessions[i] = left-- > 0
                    ? session with { RunSeconds = Math.Min(session.RunSeconds, atMost) }
                    : session with { Outcome = Outcome.Missed };
            }
        }

        private int LongestOfShortest(ImmutableArray<TrainingDay>.Builder sessions, int count)
        {
            int[] planned = [.. sessions.Where(s => s.Run && s.Outcome == Outcome.Done && s.Day <= _runsDone!.Answered.Date).Select(s => s.RunSeconds).Order()];
            return count >= 1 && count <= planned.Length ? planned[count - 1] : int.MaxValue;
        }
    }
}
