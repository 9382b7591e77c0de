using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>A person's week.</summary>
public sealed record WeekView : MailView
{
    public override string Kind => "week";

    internal override string Feedback => "week:weekly:plan";

    /// <summary>The week in two or three words, such as <c>A small step up</c>.</summary>
    public required string Badge { get; init; }

    /// <summary>Such as <c>Step 5 of 15</c>; null in weeks without running.</summary>
    public string? Step { get; init; }

    /// <summary>How all this works; null but in the first mail.</summary>
    public WelcomeView? Welcome { get; init; }

    /// <summary>Says that this is no new week; null in every mail that was not asked for.</summary>
    public string? Again { get; init; }

    /// <summary>What the week holds, in a sentence or two.</summary>
    public required string Lead { get; init; }

    /// <summary>Advice to see someone; stands above everything.</summary>
    public string? Referral { get; init; }

    /// <summary>The steps of the ladder, those reached marked; empty in weeks without running.</summary>
    public ImmutableArray<StepView> Steps { get; init; } = [];

    /// <summary>Null when nothing is planned.</summary>
    public StripView? Strip { get; init; }

    public ImmutableArray<ReasonView> Why { get; init; } = [];

    /// <summary>What had to give way to fit the week into the person's days.</summary>
    public ImmutableArray<ReasonView> GivenUp { get; init; } = [];

    /// <summary>The most running in one run.</summary>
    public string? Cap { get; init; }

    /// <summary>What comes on top of the minutes named.</summary>
    public string? OnTop { get; init; }

    public ImmutableArray<DayView> Days { get; init; } = [];

    public ImmutableArray<string> Swaps { get; init; } = [];

    /// <summary>The last weeks in bars; null where there are none to look back on.</summary>
    public ProgressView? Progress { get; init; }

    public NoteView? Cue { get; init; }

    public NoteView? Lesson { get; init; }

    public ImmutableArray<HowToGroup> HowTo { get; init; } = [];

    public string? Shoes { get; init; }

    /// <summary>How to tell how it went; null when nothing is planned.</summary>
    public AnswerView? Answer { get; init; }

    /// <summary>The numbers of an answer as links, in rows that a phone is wide enough for; empty where there is no page to answer on.</summary>
    public ImmutableArray<TapRow> Taps { get; init; } = [];

    /// <summary>What to write when life gets in the way; null when nothing is planned.</summary>
    public string? Away { get; init; }

    /// <param name="library">The content the week was filled from. An item that is no longer in it shows its ID.</param>
    /// <param name="past">The weeks before it, from <see cref="WeekProgress.Of(Facts, Planning.Policy, int)"/>; empty where the mail should not look back.</param>
    public static WeekView Of(PlannedWeek week, Library library, WeekReader reader, Links links, ImmutableArray<WeekProgress> past = default) =>
        new WeekWriter(week, library, reader).Write(links, past.IsDefault ? [] : past);
}

/// <summary>Opens a person's first week: the welcome and the first plan are one mail, as there is one thing to do with it.</summary>
public sealed record WelcomeView(string Lead, ImmutableArray<string> HowItWorks);

/// <param name="RestsOn">One line for each piece of evidence; empty where a reason rests on the person's own words.</param>
public sealed record ReasonView(string Text, ImmutableArray<string> RestsOn);

/// <summary>What a session is, for its colour and its word.</summary>
public enum SessionKind
{
    Run,
    Walk,
    Strength,
    Stretch,
    Roll,
    Swap,
    Rest,

    /// <summary>A day the plan does not cover.</summary>
    None,
}

public sealed record StepView(bool Reached);

/// <summary>The week at a glance: a table of seven columns, Monday to Sunday.</summary>
/// <param name="Rows">As many as the fullest day has sessions; a day with fewer has empty cells.</param>
public sealed record StripView(ImmutableArray<StripDay> Days, ImmutableArray<StripRow> Rows);

/// <param name="Short">Such as <c>Mon</c>.</param>
/// <param name="Full">Such as <c>Monday 30 November</c>.</param>
/// <param name="Number">Day of the month.</param>
/// <param name="Words">The day's marks on one line, such as <c>Strength + Stretch</c>.</param>
public sealed record StripDay(string Short, string Full, string Number, string Words);

public sealed record StripRow(ImmutableArray<StripMark> Marks);

public sealed record StripMark(SessionKind Kind, string Word);

/// <param name="Name">Such as <c>Monday 30 November</c>.</param>
/// <param name="Time">All sessions together; null where there are not several.</param>
public sealed record DayView(string Name, string? Time, ImmutableArray<SessionView> Sessions);

public sealed record SessionView
{
    public required SessionKind Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Null for rest.</summary>
    public string? Time { get; init; }

    /// <summary>The run's block, such as <c>10 × 1 min run / 1 min walk</c>.</summary>
    public string? Block { get; init; }

    public string? Text { get; init; }

    /// <summary>The walk and the drills before a run, on one line.</summary>
    public string? Before { get; init; }

    /// <summary>The walk and the stretches after a run, on one line.</summary>
    public string? After { get; init; }

    public ImmutableArray<DoseView> Items { get; init; } = [];
}

public sealed record DoseView(string Name, string Dose);

/// <summary>A cue or a lesson.</summary>
/// <param name="RestsOn">Its sources on one line; null where it has none.</param>
public sealed record NoteView(string Name, string Text, string? Caution, string HowSure, string? RestsOn);

public sealed record HowToGroup(string Title, string? Note, ImmutableArray<HowToView> Items);

public sealed record HowToView(string Name, string Text, string? Caution);

public sealed record TapRow(ImmutableArray<TapView> Taps);

/// <param name="Page">Opens with the number filled in, and with one button: looking at it answers nothing.</param>
public sealed record TapView(string Number, Uri Page);

/// <param name="Ask">What to reply with.</param>
/// <param name="Example">An answer as one would type it.</param>
/// <param name="Meaning">What that answer says.</param>
/// <param name="When">By when; null where nothing is known of the next mail.</param>
public sealed record AnswerView(string Ask, string Example, string Meaning, string? When);
