using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.Replies;

/// <summary>Reads one clause: what was done in it, then the scores it gives.</summary>
internal sealed class ClauseReader(ReplyContext context, Days days, Answer answer, Frame frame)
{
    /// <summary>Of what is counted: "2 kids".</summary>
    private const int Somebody = 1;

    private List<Token> _tokens = [];
    private List<LocalDate> _named = [];
    private bool _logged;

    /// <summary>The clause only says what the next one is about: "Tuesday and", "back and".</summary>
    public bool Carries { get; private set; }

    /// <param name="joined">It follows an "and".</param>
    /// <param name="excepted">It follows an "except".</param>
    /// <returns>False where a number in it was neither a score nor anything else.</returns>
    public bool Read(List<Token> tokens, bool joined, bool excepted)
    {
        _tokens = tokens;
        if (Has(Meaning.LastWeekScope))
        {
            frame.Week = context.ThisWeek.PlusWeeks(-1);
        }

        _named = [.. tokens.Select((_, i) => DayAt(i)).OfType<LocalDate>()];
        ReadSessions(joined, excepted);
        var scores = new ScoreReader(days, answer, frame, _tokens, DayAt, joined);
        var clear = scores.Read();
        if (!scores.Any && !_logged)
        {
            Carry(joined);
        }

        frame.Carrying = Carries;
        frame.PainFree = Has(Meaning.PainFree) || (Has(Meaning.No) && Has(Meaning.Pain));
        return clear;
    }

    private void ReadSessions(bool joined, bool excepted)
    {
        var skips = (excepted && !IsAboutPain()) || Has(Meaning.Skipped) || (joined && frame.Skipping && _named.Count > 0 && !HasNumber());
        if (skips)
        {
            Skip();
        }
        else if (Has(Meaning.AllDone))
        {
            answer.AllDone(frame.Week);
        }
        else if (Find(Meaning.RanTimes) is { } times)
        {
            answer.RunsDone(times.Value, frame.Week);
        }
        else if (Find(Meaning.Count) is { } count && count.Number <= 14)
        {
            Count(count);
        }
        else if (Find(Meaning.Fraction) is { } part && (Has(Meaning.Done) || part.Other == context.PlannedRuns(days.Bare)) && part.Number <= part.Other)
        {
            answer.RunsDone((int)part.Number, frame.Week);
        }
        else
        {
            ReadDone();
        }

        frame.Skipping = skips;
        ReadRest();
        ReadIllness();
        ReadStride();
        ReadSleep();
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
    private bool IsAboutPain() => (frame.PainFree && HasNumber()) || Has(Meaning.Fine);

    private void Skip()
    {
        var kind = Find(Meaning.Activity)?.Value is { } named ? (LoggedKind)named : (LoggedKind?)null;
        if (_named.Count > 0)
        {
            foreach (var day in _named)
            {
                answer.On(day, kind ?? PlannedOn(day), done: false);
            }
        }
        else if (Find(Meaning.Count) is { } count && context.PlannedRuns(days.Bare) is { } planned)
        {
            answer.RunsDone(Math.Max(0, planned - (int)count.Number), frame.Week);
        }
        else if (Find(Meaning.Skipped) is { Value: 1 })
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
        var minutes = Sum(Meaning.Duration);
        var metres = Sum(Meaning.Distance);
        var before = frame.Doing;
        frame.Doing = null;
        if (before is { } doing && GoesOn())
        {
            _logged = true;
            _named.ForEach(day => answer.On(day, doing, done: true, minutes, metres));
            frame.Days = [.. frame.Days, .. _named];
            frame.Doing = doing;
            return;
        }

        var measured = (minutes ?? metres) is not null;
        var did = Find(Meaning.Did);
        var activity = Find(Meaning.Activity);
        if (Has(Meaning.Sleep) || Has(Meaning.OtherScale))
        {
            return;
        }

        LoggedKind kind;
        if (did is not null || (activity is not null && (measured || Has(Meaning.Done))))
        {
            kind = (LoggedKind)(did ?? activity)!.Value;
        }
        else if (metres is not null)
        {
            kind = LoggedKind.Run;
        }
        else if (Has(Meaning.Done) && _named.Count > 0)
        {
            _logged = true;
            var all = WithCarried();
            all.ForEach(day => answer.On(day, PlannedOn(day), done: true, minutes));
            frame.Days = all;
            frame.DaysUsed = false;
            return;
        }
        else
        {
            if (_tokens.TrueForAll(t => t.Meaning is Meaning.Done or Meaning.Filler or Meaning.Sign) && _tokens.Exists(t => t is { Meaning: Meaning.Done, Value: 0 }))
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

        List<LocalDate> on = _named.Count > 0 ? WithCarried() : frame is { DaysUsed: false, Days.Count: > 0 } ? frame.Days : [DayOf(kind)];
        _logged = true;
        on.ForEach(day => answer.On(day, kind, done: true, minutes, metres));
        frame.Days = [.. on];
        frame.DaysUsed = false;
        frame.When = kind == LoggedKind.Run || (kind == LoggedKind.Walk && context.IsPlanned(LoggedKind.Walk, on[0])) ? ReportTime.Run : ReportTime.Unknown;
        frame.Doing = _named.Count > 0 && !HasNumber() ? kind : null;
    }

    /// <summary>"Ran Tuesday, Thursday and Saturday": days alone, with no word of their own.</summary>
    private bool GoesOn() => _named.Count > 0
        && _tokens.TrueForAll(t => t.Meaning is Meaning.Weekday or Meaning.DaysAgo or Meaning.Date or Meaning.Last or Meaning.Duration or Meaning.Distance or Meaning.Sign or Meaning.Filler);

    /// <summary>"Tuesday and Thursday runs done".</summary>
    private List<LocalDate> WithCarried() => frame is { Carrying: true, DaysUsed: false } ? [.. frame.Days.Concat(_named).Distinct()] : [.. _named];

    /// <summary>A day off on which a run was planned is a run less; on any other it says nothing.</summary>
    private void ReadRest()
    {
        if (!Has(Meaning.Resting) || HasNumber() || _named.Count == 0)
        {
            return;
        }

        foreach (var day in _named.Where(day => context.IsPlanned(LoggedKind.Run, day)))
        {
            answer.On(day, PlannedOn(day), done: false);
        }

        answer.Took();
        frame.Days = [];
    }

    /// <summary>A walk without a day stands in for no run: only the day of a planned walk is taken for it.</summary>
    private LocalDate DayOf(LoggedKind kind) => kind == LoggedKind.Walk ? context.LatestPlanned(kind, days.Today) ?? days.Today : days.Latest(kind);

    private void ReadIllness()
    {
        var at = _tokens.FindIndex(t => t.Is(Meaning.Ill));
        // "My kids were ill" tells of someone else.
        if (at >= 0 && IsLongAgo())
        {
            answer.Took();
            return;
        }

        if (at < 0 || IsDenied(at) || _tokens.Take(at).Any(t => t.Is(Meaning.Unknown) || t is { Meaning: Meaning.OtherNumber or Meaning.OtherUnit, Value: Somebody }))
        {
            return;
        }

        answer.IllSince(_named.Count > 0 ? _named.Min() : Has(Meaning.WeekScope) || Has(Meaning.AllWeek) || Has(Meaning.LastWeekScope) ? frame.Week ?? days.Bare : days.Today);
    }

    /// <summary>"Last month", "last year".</summary>
    private bool IsLongAgo() => _tokens.FindIndex(t => t.Is(Meaning.Last)) is >= 0 and var last && last + 1 < _tokens.Count && _tokens[last + 1].Is(Meaning.OtherUnit);

    private void ReadStride()
    {
        var at = _tokens.FindIndex(t => t.Is(Meaning.Limped));
        if (at < 0)
        {
            return;
        }

        if (IsDenied(at))
        {
            answer.Took();
            return;
        }

        answer.ChangedStride(_named.Count > 0 ? _named[^1] : frame.Days.Count > 0 ? frame.Days[^1] : null);
    }

    private void ReadSleep()
    {
        var at = _tokens.FindIndex(t => t.Is(Meaning.Sleep));
        if (at < 0)
        {
            return;
        }

        var number = _tokens.FindIndex(at, t => t.Is(Meaning.Number) || t is { Meaning: Meaning.Fraction, Other: 5 });
        if (number < 0)
        {
            return;
        }

        // Sleep has five steps; what is beyond them is no score of pain either.
        if (_tokens[number].Number is >= 1 and <= 5 and var sleep && decimal.IsInteger(sleep))
        {
            answer.Sleep = (int)sleep;
            answer.Took();
            _tokens = [.. _tokens];
            _tokens[number] = new(Meaning.OtherNumber);
        }
    }

    private void Carry(bool joined)
    {
        if (_named.Count > 0 && !frame.Skipping && !Has(Meaning.Did))
        {
            frame.Days = joined && !frame.DaysUsed ? [.. frame.Days, .. _named] : [.. _named];
            frame.DaysUsed = false;
            frame.When = Has(Meaning.Activity) ? ReportTime.Run : ReportTime.Unknown;
        }

        var sites = _tokens.Where(t => t.Is(Meaning.Site)).Select(t => (PainSite)t.Value).ToList();
        frame.Sites = joined ? [.. frame.Sites, .. sites] : sites;
        Carries = (sites.Count > 0 || _named.Count > 0)
            && _tokens.TrueForAll(t => t.Meaning is Meaning.Site or Meaning.Weekday or Meaning.DaysAgo or Meaning.Date or Meaning.Filler or Meaning.Sign or Meaning.Activity or Meaning.Pain);
    }

    private LocalDate? DayAt(int index)
    {
        var token = _tokens[index];
        return token.Meaning switch
        {
            Meaning.Weekday => Weekday(token.Value, index > 0 && _tokens[index - 1].Is(Meaning.Last)),
            Meaning.DaysAgo => days.Today.PlusDays(-token.Value),
            Meaning.Date => days.Date(token.Value, (int)token.Other),
            _ => null,
        };
    }

    private LocalDate Weekday(int weekday, bool last)
    {
        var day = days.Weekday(weekday);
        return (last && day == days.Today) || (frame.Week is { } week && Days.Monday(day) > week) ? day.PlusWeeks(-1) : day;
    }

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

    private bool IsDenied(int at) => at > 0 && _tokens[at - 1].Is(Meaning.No);

    private bool Has(Meaning meaning) => _tokens.Exists(t => t.Is(meaning));

    private bool HasNumber() => _tokens.Exists(t => t.Meaning is Meaning.Number or Meaning.OfTen);

    private Token? Find(Meaning meaning) => _tokens.Find(t => t.Is(meaning));

    private decimal? Sum(Meaning meaning) => Has(meaning) ? _tokens.Where(t => t.Is(meaning)).Sum(t => t.Number) : null;
}
