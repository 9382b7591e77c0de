using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RunBackCare.Mail.Calendars;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>Writes a planned week down for its reader.</summary>
internal sealed class WeekWriter(PlannedWeek week, Library library, WeekReader reader)
{
    private const string GivenUpPrefix = "gave-up";

    private readonly Wording _words = new(reader.Language);
    private readonly WeekCounts _counts = WeekCounts.Of(week);
    private readonly Shelf _shelf = new(library);
    private readonly Receipts _receipts = new(library);

    public WeekView Write(Links links, ImmutableArray<WeekProgress> past)
    {
        var days = new DayWriter(week, _shelf, _words).Write();
        return Write(links, days) with { Progress = new ProgressWriter(past, _words).Write(), Calendar = new CalendarWriter(week, _shelf).Write(days) };
    }

    private WeekView Write(Links links, ImmutableArray<DayView> days) => new()
    {
        Language = _words.Language,
        Title = Title,
        Heading = Heading,
        Preheader = Preheader,
        Greeting = Wording.Greeting(reader.Name),
        Links = links,
        Badge = WeekWords.Badge(week),
        Step = IsOnLadder ? $"Step {week.Rung} of {Ladder.Top}" : null,
        Welcome = IsFirst ? new WelcomeWriter(reader, _words).Write() : null,
        Again = reader.IsAgain ? "Here it is once more. Nothing in it has changed." : null,
        Lead = WeekWords.Lead(week, _counts),
        Referral = week.Referral is { } referral ? Wording.Tied(referral.Text) : null,
        Steps = Steps,
        Strip = week.Days.IsEmpty ? null : new StripWriter(week, _words).Write(),
        Why = [.. week.Reasons.Where(r => !IsGivenUp(r)).Select(_receipts.Under)],
        GivenUp = [.. week.Reasons.Where(IsGivenUp).Select(_receipts.Under)],
        Cap = _counts.Runs > 0 ? $"Cap of the week: {Wording.Duration(week.CapRunSeconds)} of running in any one run. That is a limit, not the plan." : null,
        OnTop = OnTop(),
        Days = days,
        Swaps = [.. Swaps.Select(_shelf.NameOf)],
        Cue = week.Cue is { } cue && _counts.Runs > 0 ? _shelf.Note(cue, _receipts) : null,
        Lesson = week.Lesson is { } lesson ? _shelf.Note(lesson, _receipts) : null,
        HowTo = new HowToWriter(week, Swaps, _shelf).Write(),
        Shoes = week.Shoes is { } shoes && !IsStopped ? ShoeWords(shoes) : null,
        Answer = Answer(),
        Taps = links.Pain is { } page && !week.Days.IsEmpty ? [Tap(page, 0, 6), Tap(page, 6, 5)] : [],
        Away = week.Days.IsEmpty ? null : "Going away, or not well? Reply PAUSE 2 WEEKS. HELP tells what else you can write.",
    };

    private bool IsOnLadder => week.Rung > 0 && _counts.Runs > 0;

    private ImmutableArray<StepView> Steps => IsOnLadder ? [.. Enumerable.Range(1, Ladder.Top).Select(step => new StepView(step <= week.Rung))] : [];

    private bool IsStopped => WeekWords.Stopped(week) is not null;

    private bool IsPartial => week.FirstDay > week.Starts;

    private bool IsFirst => reader.IsNew || week.Reasons.Any(r => r.Code == WeekWords.FirstWeek);

    private string Title => WeekWords.Stopped(week) is { } stopped ? stopped
        : reader.IsAgain ? $"Once more: {char.ToLowerInvariant(Heading[0])}{Heading[1..]}"
        : IsFirst ? $"Welcome! {Heading}"
        : $"{Heading}: {_counts.InShort}";

    private string Heading => WeekWords.Stopped(week) is { } stopped
        ? stopped
        : IsPartial ? $"The rest of this week, from {_words.Date(week.FirstDay)}" : $"Your week from {_words.Date(week.Starts)}";

    private string Preheader
    {
        get
        {
            foreach (var day in week.Days)
            {
                if (day.Sessions.OfType<Session.Run>().FirstOrDefault() is { } run)
                {
                    return $"First run on {_words.Weekday(day.Date)}: {SessionWriter.Block(run)}, {Wording.On(run.Surface)}.";
                }
            }

            return week.Days.FirstOrDefault(d => d.Sessions.OfType<Session.Walk>().Any(w => !w.Optional)) is { } walk
                ? $"First walk on {_words.Weekday(walk.Date)}: {Wording.Minutes(walk.Sessions.OfType<Session.Walk>().First().Minutes)}, at a pace that lets you talk."
                : WeekWords.QuietPreheader;
        }
    }

    private static bool IsGivenUp(Reason reason) => reason.Code.StartsWith(GivenUpPrefix, StringComparison.Ordinal);

    private string? OnTop()
    {
        var runs = week.Days.SelectMany(d => d.Sessions).OfType<Session.Run>().ToList();
        return runs.Count == 0
            ? null
            : $"The minutes of a run are walk, block and walk; its drills and stretches come on top, about {Wording.Minutes(runs.Max(MinutesOnTop))}.";
    }

    /// <summary>The brisk walk that opens the drills is already in the run's minutes.</summary>
    private int MinutesOnTop(Session.Run run)
    {
        const int SecondsAStretch = 70;
        var drills = run.Before.Select(id => _shelf.Find<WarmUp>(id)).OfType<WarmUp>().Where(w => w.Id != Shelf.BriskWalk).Sum(w => w.Seconds);
        return (drills + (run.After.Length * SecondsAStretch) + 59) / 60;
    }

    /// <summary>What may stand in for a run, or for a walk: then walking itself is no offer.</summary>
    private ImmutableArray<string> Swaps => _counts.Runs + _counts.Walks == 0 || IsStopped
        ? []
        : [.. week.Swaps.Where(id => _counts.Runs > 0 || id != Shelf.Walk)];

    private string ShoeWords(ShoeCounter shoes)
    {
        var advice = shoes.Advice switch
        {
            ShoeAdvice.Soon => $"A pair is good for about {_words.About(800, reader.Units)}: look for the next one now, and run both in turn for a while.",
            ShoeAdvice.Replace => "That is enough for one pair. Please change them, and wear the new ones on a short run first.",
            _ => "There is plenty left in them.",
        };
        return $"Your shoes have {_words.Distance(shoes.Km, reader.Units)} on them. {advice}";
    }

    private static TapRow Tap(Uri page, int first, int count) =>
        new([.. Enumerable.Range(first, count).Select(score => score.ToString(CultureInfo.InvariantCulture)).Select(score => new TapView(score, new($"{page.AbsoluteUri}?score={score}")))]);

    private AnswerView? Answer()
    {
        var by = reader.NextMail is { } next
            ? $"Answer any time before {_words.Weekday(week.Starts.With(DateAdjusters.NextOrSame(next.Day)))} {_words.Time(next.At)}, when your next week is planned."
            : null;
        return (_counts.Runs, _counts.Walks) switch
        {
            _ when week.Days.IsEmpty => null,
            ( > 0 and var runs, _) => new(
                "Reply with your worst back pain of the week, 0-10, and how many runs you did:",
                $"2, {runs} {(runs == 1 ? "run" : "runs")}",
                $"This says: a 2 at worst, and {(runs == 1 ? "the run" : runs == 2 ? "both runs" : $"all {Wording.Number(runs)} runs")} done. Say it in your own words if you like, and name a day that stood out.",
                by),
            _ => new(
                "Reply with your worst back pain of the week, 0-10, and what you did:",
                "2, all done",
                "This says: a 2 at worst, and everything done. Say it in your own words if you like, and name a day that stood out.",
                by),
        };
    }
}
