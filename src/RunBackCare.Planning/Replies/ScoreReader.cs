using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;

namespace RunBackCare.Planning.Replies;

/// <summary>
/// The scores of one clause. A number is a score only where its surroundings say so: it stands alone, or behind a word of pain, a day, a
/// site, a time; and no unknown word follows that it could be counting.
/// </summary>
internal sealed class ScoreReader(Days days, Answer answer, Frame frame, List<Token> tokens, Func<int, LocalDate?> dayAt, bool joined)
{
    private const int PainReaches = 3;

    /// <summary>The clause held a score, understood or not.</summary>
    public bool Any { get; private set; }

    /// <returns>False where a number was left over.</returns>
    public bool Read()
    {
        var marks = Marks(out var clear);
        var scores = marks.FindAll(m => m.Score is not null);
        Any = scores.Count > 0;
        if (!Any)
        {
            ReadFineMorning();
            return clear;
        }

        Scope[] scopes = StartsWithScore(marks) ? [.. Behind(marks)] : [.. InFront(marks)];
        foreach (var scope in scopes)
        {
            clear &= Place(scope, scopes);
        }

        frame.Sites = [];
        ReadFineMorning();
        return clear;
    }

    private List<Mark> Marks(out bool clear)
    {
        clear = true;
        var marks = new List<Mark>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            switch (token.Meaning)
            {
                case Meaning.Number when IsOrdinal(i):
                    break;
                case Meaning.Number when IsScore(i):
                case Meaning.OfTen when !tokens.Exists(t => t.Is(Meaning.OtherScale)):
                    marks.Add(new() { Score = token.Number });
                    break;
                case Meaning.Number or Meaning.Fraction or Meaning.NumberList:
                    clear &= tokens.Exists(t => t.Meaning is Meaning.Count or Meaning.Done or Meaning.OtherScale) || token.Number > 100 || (token.Is(Meaning.Fraction) && answer.Taken > 0 && tokens.Count == 1);
                    break;
                case Meaning.PainFree when !IsTurned(i + 1):
                    marks.Add(new() { Score = 0 });
                    break;
                case Meaning.No when NoPainEnds(i) is { } end:
                    marks.AddRange(tokens.Skip(i).Take(end - i).Where(t => t.Is(Meaning.Site)).Select(t => new Mark { Site = (PainSite)t.Value }));
                    marks.Add(new() { Score = 0 });
                    i = end;
                    break;
                case Meaning.Site:
                    marks.Add(new() { Site = (PainSite)token.Value });
                    break;
                case Meaning.ThisMorning or Meaning.Morning or Meaning.NextMorning or Meaning.During or Meaning.Evening or Meaning.WeekScope or Meaning.LastWeekScope:
                    marks.Add(new() { Time = token.Meaning });
                    break;
                case Meaning.Activity when token.Value == (int)LoggedKind.Run:
                    marks.Add(new() { Time = Meaning.Activity });
                    break;
                default:
                    if (dayAt(i) is { } day)
                    {
                        marks.Add(new() { Day = day });
                    }

                    break;
            }
        }

        return marks;
    }

    /// <summary>"Run 1: 2": the first number counts runs.</summary>
    private bool IsOrdinal(int at) => at > 0 && tokens[at - 1].Is(Meaning.Activity) && at + 2 < tokens.Count && tokens[at + 1].Meaning is Meaning.Sign or Meaning.Filler
        && tokens.FindIndex(at + 1, t => t.Meaning is not (Meaning.Sign or Meaning.Filler)) is >= 0 and var next && tokens[next].Is(Meaning.Number);

    /// <summary>Nobody rates pain in hundredths: "3.11." is a date.</summary>
    private bool IsScore(int at) => decimal.Round(tokens[at].Number, 1) == tokens[at].Number && IsAnchored(at) && !IsCounting(at);

    private bool IsAnchored(int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            switch (tokens[i].Meaning)
            {
                case Meaning.Filler or Meaning.Sign:
                    continue;
                case Meaning.Pain or Meaning.Site or Meaning.Weekday or Meaning.DaysAgo or Meaning.Date or Meaning.Morning or Meaning.ThisMorning or Meaning.NextMorning or Meaning.Evening
                    or Meaning.During or Meaning.WeekScope or Meaning.LastWeekScope or Meaning.Activity or Meaning.Number or Meaning.OfTen or Meaning.Fine or Meaning.Count or Meaning.Duration
                    or Meaning.Distance or Meaning.AllDone or Meaning.PainFree or Meaning.Counted:
                case Meaning.Done when tokens[i].Value == 0:
                    return true;
                default:
                    return i >= at - PainReaches && tokens.FindIndex(Math.Max(0, at - PainReaches), at - Math.Max(0, at - PainReaches), t => t.Is(Meaning.Pain)) >= 0;
            }
        }

        return true;
    }

    /// <summary>A word we do not know follows: it may be what is counted, "2 kids".</summary>
    private bool IsCounting(int at)
    {
        for (var i = at + 1; i < tokens.Count; i++)
        {
            switch (tokens[i].Meaning)
            {
                case Meaning.Filler or Meaning.Sign or Meaning.OutOf or Meaning.Range:
                    continue;
                case Meaning.Unknown or Meaning.Number or Meaning.OtherNumber or Meaning.OtherSite or Meaning.Times or Meaning.OtherScale or Meaning.OtherUnit:
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The last token of "no pain", "no back pain", "pain: none"; null where it is something else, such as "no pain until".</summary>
    private int? NoPainEnds(int at)
    {
        if (tokens[at].Value != 0)
        {
            return at > 0 && at == tokens.Count - 1 && tokens[at].Value == 2 && tokens.Exists(t => t.Is(Meaning.Pain)) ? at : null;
        }

        var i = at + 1;
        while (i < tokens.Count && tokens[i].Meaning is Meaning.Site or Meaning.Filler)
        {
            i++;
        }

        return i < tokens.Count && tokens[i].Is(Meaning.Pain) && !IsTurned(i + 1) ? i : null;
    }

    private bool IsTurned(int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].Is(Meaning.NotQuite))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithScore(List<Mark> marks) => marks[0].Score is not null && marks[^1].Score is null;

    /// <summary>"3 on Tuesday 4 on Wednesday": what follows a score belongs to it.</summary>
    private static IEnumerable<Scope> Behind(List<Mark> marks)
    {
        var scope = new Scope();
        foreach (var mark in marks)
        {
            if (mark.Score is { } score)
            {
                if (scope.Score is not null)
                {
                    yield return scope;
                }

                scope = new() { Score = score };
            }
            else
            {
                scope = scope.With(mark);
            }
        }

        yield return scope;
    }

    /// <summary>"Tue back 3 knee 2": what stands in front belongs to the score; what follows the last one to all that lack it.</summary>
    private static List<Scope> InFront(List<Mark> marks)
    {
        var scopes = new List<Scope>();
        var scope = new Scope();
        var trailing = new Scope();
        foreach (var mark in marks)
        {
            if (mark.Score is { } score)
            {
                scopes.Add(scope with { Score = score });
                scope = scope with { Sites = [], DayUsed = scope.Days.Count > 0 };
                trailing = new();
            }
            else
            {
                scope = scope.With(mark);
                trailing = trailing.With(mark);
            }
        }

        return [.. scopes.Select(s => s with
        {
            Days = s.Days.Count > 0 ? s.Days : trailing.Days,
            Sites = s.Sites.Count > 0 ? s.Sites : trailing.Sites,
            Time = s.Time ?? trailing.Time,
        })];
    }

    private bool Place(Scope scope, Scope[] all)
    {
        List<PainSite> sites = scope.Sites.Count > 0 ? [.. frame.Sites, .. scope.Sites] : frame.Sites.Count > 0 ? frame.Sites : [PainSite.Back];
        var placed = true;
        foreach (var (day, when, week) in Places(scope, all).ToList())
        {
            foreach (var site in sites)
            {
                placed &= answer.Score(scope.Score!.Value, day, when, site, week);
            }

            if (day is { } used)
            {
                frame.Days = [used];
                frame.DaysUsed = true;
                frame.When = when;
            }
        }

        return placed;
    }

    private IEnumerable<(LocalDate? Day, ReportTime When, LocalDate? Week)> Places(Scope scope, Scope[] all)
    {
        var own = scope.Days.Count > 0;
        LocalDate? spoken = own ? scope.Days[^1] : frame.Days.Count > 0 ? frame.Days[^1] : null;
        switch (scope.Time)
        {
            case Meaning.WeekScope or Meaning.LastWeekScope when !own:
                return [(null, ReportTime.Week, frame.Week)];
            case Meaning.ThisMorning:
                return [(days.Today, ReportTime.Morning, null)];
            case Meaning.NextMorning:
                return [(days.NextMorning(spoken ?? days.BeforeThisMorning()), ReportTime.Morning, null)];
            case Meaning.Morning when own && !scope.DayUsed:
                return scope.Days.Select(d => ((LocalDate?)d, ReportTime.Morning, (LocalDate?)null));
            case Meaning.Morning:
                return [(spoken is { } day ? frame.DaysUsed || scope.DayUsed || frame.When == ReportTime.Run ? days.NextMorning(day) : day : days.Today, ReportTime.Morning, null)];
            case Meaning.During:
                return [(spoken ?? days.Latest(LoggedKind.Run), ReportTime.Run, null)];
            case Meaning.Evening:
                return [(spoken ?? days.Today, ReportTime.Unknown, null)];
            case Meaning.Activity when !own:
                return [(frame is { DaysUsed: false, Days.Count: > 0 } ? spoken : days.Latest(LoggedKind.Run), ReportTime.Run, null)];
            default:
                break;
        }

        if (own)
        {
            var ran = scope.Time == Meaning.Activity || tokens.Exists(t => t is { Meaning: Meaning.Did, Value: (int)LoggedKind.Run }) || (frame.When == ReportTime.Run && !frame.DaysUsed && frame.Days.SequenceEqual(scope.Days));
            return (joined && frame.Carrying ? frame.Days.Concat(scope.Days) : scope.Days).Distinct().Select(d => ((LocalDate?)d, ran ? ReportTime.Run : ReportTime.Unknown, (LocalDate?)null));
        }

        if (frame.Days.Count > 0 && (!frame.DaysUsed || scope.Sites.Count > 0))
        {
            return frame.Days.Select(d => ((LocalDate?)d, frame.When, (LocalDate?)null));
        }

        // "Pain 4 am 2": the first is the run's, since the second is the morning after it.
        if (all.Any(s => s.Time is Meaning.Morning or Meaning.ThisMorning && s.Days.Count == 0))
        {
            return [(days.BeforeThisMorning(), ReportTime.Run, null)];
        }

        return days.BareRun is { } run && frame.Week is null ? [(run, ReportTime.Run, null)] : [(null, ReportTime.Week, frame.Week)];
    }

    /// <summary>"Fine this morning" is no score, but a settled morning.</summary>
    private void ReadFineMorning()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Meaning is not (Meaning.ThisMorning or Meaning.Morning or Meaning.NextMorning) || !IsFineBeside(i))
            {
                continue;
            }

            var own = Enumerable.Range(0, i).Select(dayAt).LastOrDefault(d => d is not null);
            LocalDate? spoken = own ?? (frame.Days.Count > 0 ? frame.Days[^1] : null);
            answer.MorningFine(tokens[i].Meaning switch
            {
                Meaning.ThisMorning => days.Today,
                Meaning.Morning when own is { } named => named,
                Meaning.Morning => spoken is { } day ? days.NextMorning(day) : days.Today,
                _ => days.NextMorning(spoken ?? days.BeforeThisMorning()),
            });
        }
    }

    private bool IsFineBeside(int at) => Nearest(at, -1) is Meaning.Fine || Nearest(at, 1) is Meaning.Fine;

    private Meaning? Nearest(int at, int step)
    {
        for (var i = at + step; i >= 0 && i < tokens.Count; i += step)
        {
            if (tokens[i].Meaning is not (Meaning.Filler or Meaning.Sign or Meaning.Weekday or Meaning.DaysAgo))
            {
                return tokens[i].Meaning;
            }
        }

        return null;
    }

    /// <summary>A score, or one thing said of a score.</summary>
    private sealed record Mark
    {
        public decimal? Score { get; init; }

        public LocalDate? Day { get; init; }

        public PainSite? Site { get; init; }

        public Meaning? Time { get; init; }
    }

    /// <summary>A score with all that was said of it.</summary>
    private sealed record Scope
    {
        public decimal? Score { get; init; }

        public List<LocalDate> Days { get; init; } = [];

        /// <summary>A score before this one was given for the same day.</summary>
        public bool DayUsed { get; init; }

        public List<PainSite> Sites { get; init; } = [];

        public Meaning? Time { get; init; }

        public Scope With(Mark mark) => mark switch
        {
            { Day: { } day } => this with { Days = Days.Count == 0 || DayUsed ? [day] : [.. Days, day], DayUsed = false, Time = Score is null ? null : Time },
            { Site: { } site } => this with { Sites = [.. Sites, site] },
            { Time: { } time } => this with { Time = time },
            _ => this,
        };
    }
}
