using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Mail.Views;

/// <summary>Writes one session: what to do, how long, where, and with which exercises.</summary>
internal sealed class SessionWriter(PlannedWeek week, Shelf shelf)
{
    /// <summary>Before and after each block of running.</summary>
    private const int WalkMinutes = 5;

    /// <summary>A side, after a run; the stretch day holds it twice.</summary>
    private const int StretchSeconds = 30;

    public static SessionView Rest { get; } = new()
    {
        Kind = SessionKind.Rest,
        Title = "Rest",
        Text = "Nothing to do today. Rest is when your body takes in the work.",
    };

    public SessionView Write(Session session) => session switch
    {
        Session.Run run => OfRun(run),
        Session.Walk walk => OfWalk(walk),
        Session.Strength strength => new()
        {
            Kind = SessionKind.Strength,
            Title = "Strength",
            Time = Wording.Minutes(strength.Minutes),
            Items = Doses(strength.Items),
        },
        Session.Stretch stretch => new()
        {
            Kind = SessionKind.Stretch,
            Title = "Stretch",
            Time = Wording.Minutes(stretch.Minutes),
            Items = Doses(stretch.Items),
        },
        Session.Roll roll => new()
        {
            Kind = SessionKind.Roll,
            Title = "Foam roll",
            Time = Wording.Minutes(roll.Minutes),
            Items = Doses(roll.Items),
        },
        Session.Swap swap => new()
        {
            Kind = SessionKind.Swap,
            Title = shelf.NameOf(swap.Id),
            Time = Wording.Minutes(swap.Minutes),
            Text = "In place of a run.",
        },
        _ => Rest,
    };

    public static SessionKind KindOf(Session session) => session switch
    {
        Session.Run => SessionKind.Run,
        Session.Walk => SessionKind.Walk,
        Session.Strength => SessionKind.Strength,
        Session.Stretch => SessionKind.Stretch,
        Session.Roll => SessionKind.Roll,
        Session.Swap => SessionKind.Swap,
        _ => SessionKind.Rest,
    };

    public static string Block(Session.Run run) => run is { Reps: 1, WalkSeconds: 0 }
        ? $"{Wording.Duration(run.RunSeconds)} run without a break"
        : $"{Wording.Times(run.Reps, run.RunSeconds)} run / {Wording.Duration(run.WalkSeconds)} walk";

    private SessionView OfRun(Session.Run run) => new()
    {
        Kind = SessionKind.Run,
        Title = run.Longest ? "Longest run" : "Run",
        Time = Wording.Minutes(run.Minutes),
        Block = Block(run),
        Text = $"{Wording.Sentence(Wording.On(run.Surface) + (run.Hills ? ", with gentle hills" : "") + ", easy enough to talk in full sentences")} {InAll(run)}".TrimEnd(),
        Before = BeforeRun(run),
        After = AfterRun(run),
    };

    private SessionView OfWalk(Session.Walk walk) => new()
    {
        Kind = SessionKind.Walk,
        Title = walk.Optional ? "Walk, if you like" : "Walk",
        Time = Wording.Minutes(walk.Minutes),
        Text = week.Decision is Decision.WalkOnly or Decision.Urgent
            ? "At a pace that lets you talk. Turn back when it nags; a shorter walk counts too."
            : "At a pace that lets you talk.",
    };

    private static string InAll(Session.Run run) => run.Reps > 1 ? $"{Wording.Duration(run.RunTotalSeconds)} of running in all." : "";

    /// <summary>The brisk walk first, which every run opens with, then the drills with their doses.</summary>
    private string BeforeRun(Session.Run run)
    {
        var drills = run.Before.Where(id => id != Shelf.BriskWalk).Select(id => shelf.Find<WarmUp>(id) is { } drill ? $"{drill.Name} ({Wording.Tied(drill.Dose)})" : id);
        return OnOneLine([$"Brisk walk {Wording.Minutes(WalkMinutes)}", .. drills]);
    }

    private string AfterRun(Session.Run run) => run.After.IsEmpty
        ? $"Walk {Wording.Minutes(WalkMinutes)}"
        : $"Walk {Wording.Minutes(WalkMinutes)}, then {Wording.Tied($"{Wording.Duration(StretchSeconds)} each side")}: {OnOneLine(run.After.Select(AfterRun))}";

    /// <summary>What stretches both sides at once has no sides to hold.</summary>
    private string AfterRun(string id) => shelf.Find<Stretch>(id) is { } stretch && !stretch.Dose.Contains("side", StringComparison.Ordinal)
        ? $"{stretch.Name} ({Wording.Duration(StretchSeconds)} in all)"
        : shelf.NameOf(id);

    /// <summary>Where the line breaks, the dot stays behind.</summary>
    private static string OnOneLine(IEnumerable<string> items) => string.Join($"{Wording.Tie}· ", items);

    private ImmutableArray<DoseView> Doses(ImmutableArray<SessionItem> items) => [.. items.Select(i => new DoseView(shelf.NameOf(i.Id), Wording.Tied(i.Dose)))];
}
