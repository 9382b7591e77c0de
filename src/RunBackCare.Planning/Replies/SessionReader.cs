using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.Replies;

/// <summary>What a clause says was done: runs, walks and other sessions, and those that were left out.</summary>
internal sealed class SessionReader(ReplyContext context, Days days, Answer answer, Frame frame, Clause clause)
{
    /// <summary>A session was told of with its day, or for the days told before.</summary>
    public bool Logged { get; private set; }

    /// <param name="joined">It follows an "and".</param>
    /// <param name="excepted">It follows an "except".</param>
    public void Read(bool joined, bool excepted)
    {
        var skips = (excepted && !IsAboutPain()) || clause.Has(Meaning.Skipped) || (joined && frame.Skipping && clause.Named.Count > 0 && !clause.HasNumber());
        if (skips)
        {
            Skip();
        }
        else if (clause.Has(Meaning.AllDone))
        {
            answer.AllDone(frame.Week);
        }
        else if (clause.Find(Meaning.RanTimes) is { } times)
        {
            answer.RunsDone(times.Value, frame.Week);
        }
        else if (clause.Find(Meaning.Count) is { } count && count.Number <= 14)
        {
            Count(count);
        }
        else if (clause.Find(Meaning.Fraction) is { } part && (clause.Has(Meaning.Done) || part.Other == context.PlannedRuns(days.Bare)) && part.Number <= part.Other)
        {
            answer.RunsDone((int)part.Number, frame.Week);
        }
        else
        {
            ReadDone();
        }

        frame.Skipping = skips;
        ReadRest();
    }

    /// <summary>Walks stand in for runs only in a week of walks.</summary>
    private void Count(Token count)
    {
        if (count.Value == (int)LoggedKind.Walk && (context.Week(frame.Week ?? days.Bare) is { Runs.IsEmpty: false } || answer.Logs.Any(l => l is SessionLog.RunsDone)))
        {
            answer.Took();
            return;
        }

        answer.RunsDone((int)count.Number, frame.Week);
    }

    /// <summary>"No pain except Tuesday 3", "all done but Thursday was fine".</summary>
    private bool IsAboutPain() => (frame.PainFree && clause.HasNumber()) || clause.Has(Meaning.Fine);

    private void Skip()
    {
        var kind = clause.Find(Meaning.Activity)?.Value is { } named ? (LoggedKind)named : (LoggedKind?)null;
        if (clause.Named.Count > 0)
        {
            foreach (var day in clause.Named)
            {
                answer.On(day, kind ?? PlannedOn(day), done: false);
            }
        }
        else if (clause.Find(Meaning.Count) is { } count && context.PlannedRuns(days.Bare) is { } planned)
        {
            answer.RunsDone(Math.Max(0, planned - (int)count.Number), frame.Week);
        }
        else if (clause.Find(Meaning.Skipped) is { Value: 1 })
        {
            answer.RunsDone(0, frame.Week);
        }
        else if (kind is { } one)
        {
            answer.On(days.Latest(one), one, done: false);
        }

        // "Skipped Thursday, 3": the score is not Thursday's.
        frame.Days = [];
    }

    private void ReadDone()
    {
        var minutes = clause.Sum(Meaning.Duration);
        var metres = clause.Sum(Meaning.Distance);
        var before = frame.Doing;
        frame.Doing = null;
        if (before is { } doing && GoesOn())
        {
            Logged = true;
            clause.Named.ForEach(day => answer.On(day, doing, done: true, minutes, metres));
            frame.Days = [.. frame.Days, .. clause.Named];
            frame.Doing = doing;
            return;
        }

        var measured = (minutes ?? metres) is not null;
        var did = clause.Find(Meaning.Did);
        var activity = clause.Find(Meaning.Activity);
        if (clause.Has(Meaning.Sleep) || clause.Has(Meaning.OtherScale))
        {
            return;
        }

        LoggedKind kind;
        if (did is not null || (activity is not null && (measured || clause.Has(Meaning.Done))))
        {
            kind = (LoggedKind)(did ?? activity)!.Value;
        }
        else if (metres is not null)
        {
            kind = LoggedKind.Run;
        }
        else if (clause.Has(Meaning.Done) && clause.Named.Count > 0)
        {
            Logged = true;
            var all = WithCarried();
            all.ForEach(day => answer.On(day, PlannedOn(day), done: true, minutes));
            frame.Days = all;
            frame.DaysUsed = false;
            return;
        }
        else
        {
            if (clause.Tokens.TrueForAll(t => t.Meaning is Meaning.Done or Meaning.Filler or Meaning.Sign) && clause.Tokens.Exists(t => t is { Meaning: Meaning.Done, Value: 0 }))
            {
                answer.AllDone(frame.Week);
            }

            return;
        }

        if (kind == LoggedKind.Walk && minutes < ReplyGrammar.ShortestWalk)
        {
            answer.Took();
            return;
        }

        List<LocalDate> on = clause.Named.Count > 0 ? WithCarried() : frame is { DaysUsed: false, Days.Count: > 0 } ? frame.Days : [DayOf(kind)];
        Logged = true;
        on.ForEach(day => answer.On(day, kind, done: true, minutes, metres));
        frame.Days = [.. on];
        frame.DaysUsed = false;
        frame.When = kind == LoggedKind.Run || (kind == LoggedKind.Walk && context.IsPlanned(LoggedKind.Walk, on[0])) ? ReportTime.Run : ReportTime.Unknown;
        frame.Doing = clause.Named.Count > 0 && !clause.HasNumber() ? kind : null;
    }

    /// <summary>"Ran Tuesday, Thursday and Saturday": days alone, with no word of their own.</summary>
    private bool GoesOn() => clause.Named.Count > 0
        && clause.Tokens.TrueForAll(t => t.Meaning is Meaning.Weekday or Meaning.DaysAgo or Meaning.Date or Meaning.Last or Meaning.Duration or Meaning.Distance or Meaning.Sign or Meaning.Filler);

    /// <summary>"Tuesday and Thursday runs done".</summary>
    private List<LocalDate> WithCarried() => frame is { Carrying: true, DaysUsed: false } ? [.. frame.Days.Concat(clause.Named).Distinct()] : [.. clause.Named];

    /// <summary>A day off on which a run was planned is a run less; on any other it says nothing.</summary>
    private void ReadRest()
    {
        if (!clause.Has(Meaning.Resting) || clause.HasNumber() || clause.Named.Count == 0)
        {
            return;
        }

        foreach (var day in clause.Named.Where(day => context.IsPlanned(LoggedKind.Run, day)))
        {
            answer.On(day, PlannedOn(day), done: false);
        }

        answer.Took();
        frame.Days = [];
    }

    /// <summary>A walk without a day stands in for no run: only the day of a planned walk is taken for it.</summary>
    private LocalDate DayOf(LoggedKind kind) => kind == LoggedKind.Walk ? context.LatestPlanned(kind, days.Today) ?? days.Today : days.Latest(kind);

    private LoggedKind PlannedOn(LocalDate day)
    {
        foreach (var kind in (LoggedKind[])[LoggedKind.Walk, LoggedKind.Run, LoggedKind.Strength, LoggedKind.Stretch])
        {
            if (context.IsPlanned(kind, day))
            {
                return kind;
            }
        }

        return LoggedKind.Run;
    }
}
