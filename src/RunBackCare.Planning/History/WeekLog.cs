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

    /// <summary>Anything at all was said about this week.</summary>
    public required bool Heard { get; init; }

    /// <summary>Day on which pain changed the way of running; null where it did not.</summary>
    public LocalDate? ChangedStride { get; init; }

    public LocalDate? IllSince { get; init; }

    /// <summary>Planned strength that was said not to be done.</summary>
    public bool StrengthMissed { get; init; }

    public bool Partial => Plan.FirstDay != Plan.Starts;

    /// <summary>Sessions that count: planned, and their day is over or they are known to be done.</summary>
    public int Planned => Training.Count(t => t.Planned && t.Outcome != Outcome.NotOver);

    public int Done => Training.Count(t => t.Planned && t.Outcome is Outcome.Done or Outcome.Swapped);

    public static WeekLog Of(PastWeek plan, IReadOnlyList<PainReport> reports, IReadOnlyList<SessionLog> logs, PainDays days, ImmutableArray<Pause> pauses, LocalDate today, Policy policy)
    {
        var said = new Said(logs, pauses, days, today, heard: reports.Count > 0 || logs.Count > 0);
        var training = said.About(plan);
        return new()
        {
            Plan = plan,
            Training = training,
            Pain = WeekPain.Of(reports, training, days, policy),
            Heard = said.Heard,
            ChangedStride = logs.OfType<SessionLog.ChangedStride>().Select(l => (LocalDate?)(l.Day ?? l.Answered.Date)).Max(),
            IllSince = said.IllSince,
            StrengthMissed = logs.Any(l => l is SessionLog.OnDay { Kind: LoggedKind.Strength, Done: false }),
        };
    }

    /// <summary>The week's logs, asked about one session after another.</summary>
    private sealed class Said(IReadOnlyList<SessionLog> logs, ImmutableArray<Pause> pauses, PainDays days, LocalDate today, bool heard)
    {
        private readonly SessionLog.RunsDone? _runsDone = logs.OfType<SessionLog.RunsDone>().LastOrDefault();

        public bool Heard => heard;

        public LocalDate? IllSince { get; } = logs.OfType<SessionLog.IllSince>().Select(l => (LocalDate?)l.Day).Min();

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

            sessions.Sort((a, b) => a.Day.CompareTo(b.Day));
            Count(sessions);
            foreach (var log in logs)
            {
                if (log is SessionLog.OnDay { Done: true, Kind: LoggedKind.Run or LoggedKind.Walk } extra && !sessions.Any(s => s.Day == extra.Day))
                {
                    sessions.Add(new(extra.Day, extra.Kind == LoggedKind.Run, 0, (int)(extra.Minutes ?? 0), Planned: false, Outcome.Done));
                }
            }

            return sessions.ToImmutable();
        }

        private TrainingDay Judge(LocalDate day, bool run, int runSeconds, int minutes)
        {
            var own = logs.OfType<SessionLog.OnDay>().LastOrDefault(l => l.Day == day && l.Kind is LoggedKind.Run or LoggedKind.Walk or LoggedKind.Swap);
            var outcome = own switch
            {
                { Done: false } => Outcome.Missed,
                { Kind: LoggedKind.Swap } => Outcome.Swapped,
                { Kind: LoggedKind.Walk } when run => Outcome.Swapped,
                { } => Outcome.Done,
                null when days[day].Ran => Outcome.Done,
                null => Unmentioned(day),
            };
            var seconds = own is { Done: true, Minutes: { } logged } ? Math.Min(runSeconds, (int)(logged * 60)) : runSeconds;
            return new(day, run, seconds, minutes, Planned: true, outcome);
        }

        private Outcome Unmentioned(LocalDate day)
        {
            if (day >= IllSince || pauses.Any(p => p.From <= day && (p.To is null || day <= p.To)))
            {
                return Outcome.Missed;
            }

            if (day >= today)
            {
                return Outcome.NotOver;
            }

            // Sessions of an answered week that nobody mentioned count as done.
            return heard ? Outcome.Done : Outcome.Unknown;
        }

        /// <summary>"2 runs" without days: the earliest are taken as done, which asks the least of the next week.</summary>
        private void Count(ImmutableArray<TrainingDay>.Builder sessions)
        {
            if (_runsDone is null)
            {
                return;
            }

            var left = _runsDone.Count;
            for (var i = 0; i < sessions.Count; i++)
            {
                var session = sessions[i];
                if (session.Day > _runsDone.Answered.Date || session.Outcome != Outcome.Done || left-- > 0)
                {
                    continue;
                }

                sessions[i] = session with { Outcome = Outcome.Missed };
            }
        }
    }
}
