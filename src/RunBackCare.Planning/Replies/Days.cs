using NodaTime;

namespace RunBackCare.Planning.Replies;

/// <summary>
/// Which day and which week words are about. Weekdays named in one answer are days of one week, the latest that has none of them in the
/// future; a bare answer is about this week from Wednesday on, and before that about the week behind.
/// </summary>
internal sealed class Days
{
    private static readonly Period LongAgo = Period.FromDays(60);

    private readonly ReplyContext _context;
    private readonly LocalDate _named;

    /// <param name="named">Every weekday named in the answer.</param>
    /// <param name="asked">The week a command names; null without one.</param>
    public Days(ReplyContext context, IReadOnlyCollection<int> named, LocalDate? asked)
    {
        _context = context;
        var monday = context.ThisWeek;
        _named = named.Count > 0 && named.Max() > (int)context.Today.DayOfWeek ? monday.PlusWeeks(-1) : monday;
        if (asked is { } week)
        {
            (_named, Bare) = (week < _named ? week : _named, week);
            return;
        }

        Bare = monday;
        if (context.Today.DayOfWeek >= IsoDayOfWeek.Wednesday)
        {
            return;
        }

        var before = monday.PlusWeeks(-1);
        var due = DueRun(monday);
        if (due is not null && (context.Answered.Contains(before) || IsBeforeTheFirst(before)))
        {
            BareRun = due;
        }
        else if (!IsBeforeTheFirst(before))
        {
            Bare = before;
        }
    }

    /// <summary>Monday of the week a bare answer is about.</summary>
    public LocalDate Bare { get; }

    /// <summary>The run a bare answer is about, where the week behind is answered already.</summary>
    public LocalDate? BareRun { get; }

    public LocalDate Today => _context.Today;

    public static LocalDate Monday(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    public LocalDate Weekday(int day) => _named.PlusDays(day - 1);

    /// <summary>A day and month, the latest such day; null where that is long ago or no day at all.</summary>
    public LocalDate? Date(int month, int day)
    {
        foreach (var year in (int[])[Today.Year, Today.Year - 1])
        {
            if (month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day) is var date && date <= Today)
            {
                return date >= Today - LongAgo ? date : null;
            }
        }

        return null;
    }

    /// <summary>The latest day up to today on which this was planned; today where nothing is known.</summary>
    public LocalDate Latest(History.LoggedKind kind) => _context.LatestPlanned(kind, Today) ?? Today;

    /// <summary>The run whose next morning is spoken of: yesterday's, or the latest.</summary>
    public LocalDate BeforeThisMorning() => _context.IsPlanned(History.LoggedKind.Run, Today.PlusDays(-1)) ? Today.PlusDays(-1) : Latest(History.LoggedKind.Run);

    /// <summary>Never the future.</summary>
    public LocalDate NextMorning(LocalDate day) => LocalDate.Min(day.PlusDays(1), Today);

    private LocalDate? DueRun(LocalDate monday) =>
        _context.LatestPlanned(History.LoggedKind.Run, Today) is { } run && run >= monday ? run : null;

    private bool IsBeforeTheFirst(LocalDate monday) => !_context.Weeks.IsEmpty && _context.Weeks.All(w => w.Starts > monday);
}
