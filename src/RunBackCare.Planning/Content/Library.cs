using System.Collections.Frozen;
using System.Collections.Immutable;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Content;

/// <summary>What an exercise or stretch loads; an item is hidden where one of its tags meets what makes the back worse.</summary>
[Flags]
public enum LoadTags
{
    None = 0,
    Flex = 1,
    Ext = 2,
    Rot = 4,
    Imp = 8,
    Floor = 16,
    Bal = 32,
}

/// <summary>Part an exercise plays in a strength session.</summary>
public enum StrengthRole
{
    /// <summary>Breathing and pelvis: C01 opens every session, C02 and C03 fill gaps.</summary>
    Opening,
    Front,
    Side,
    BackHip,
    Legs,

    /// <summary>Pelvic floor and other extras, never needed to fill a role.</summary>
    Extra,
}

/// <summary>Area a stretch reaches; the stretch day counts these.</summary>
public enum StretchArea
{
    Hip,
    Glute,
    Hamstring,
    Calf,
    Back,
}

/// <summary>How sure a lesson's or cue's source is, in falling order; the words a reader sees.</summary>
public enum Certainty
{
    Trial,
    Review,
    Cohort,
    Lab,
    Guideline,
    Convention,
    Design,
}

/// <summary>One piece of content. Text is the product's own; IDs are stable because plans store them.</summary>
public abstract record ContentItem
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Two to four short sentences in the second person.</summary>
    public required string HowTo { get; init; }

    /// <summary>One line on when to be careful or leave it; apart from the how-to.</summary>
    public string? Caution { get; init; }

    /// <summary>Evidence IDs.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];
}

public sealed record Exercise : ContentItem
{
    public required StrengthRole Role { get; init; }

    public LoadTags Tags { get; init; }

    /// <summary>Highest level at which it is calm enough for an irritated back; 0 never.</summary>
    public int AcuteUpTo { get; init; }

    /// <summary>The levels it has, rising; most have 1, 2 and 3.</summary>
    public required ImmutableArray<ExerciseLevel> Levels { get; init; }
}

/// <param name="Level">1 to 3.</param>
/// <param name="Dose">How much, as the mail prints it.</param>
/// <param name="Needs">Kit that not every home has.</param>
/// <param name="HowTo">What changes at this level; null where the item's own text says it all.</param>
public sealed record ExerciseLevel(int Level, string Dose, Kit Needs, string? HowTo = null);

public sealed record WarmUp : ContentItem
{
    public required string Dose { get; init; }

    /// <summary>Seconds it takes.</summary>
    public required int Seconds { get; init; }

    public bool Acute { get; init; }

    public LoadTags Tags { get; init; }

    /// <summary>Lowest rung it belongs to.</summary>
    public int FromRung { get; init; }

    /// <summary>Left out while pain is above green.</summary>
    public bool GreenOnly { get; init; }
}

public sealed record Stretch : ContentItem
{
    public required StretchArea Area { get; init; }

    /// <summary>The muscle or region as a person reads it.</summary>
    public required string Muscle { get; init; }

    public required string Dose { get; init; }

    public bool Acute { get; init; }

    public LoadTags Tags { get; init; }

    public Kit Needs { get; init; }
}

public sealed record Roll : ContentItem
{
    public required string Muscle { get; init; }

    public required string Dose { get; init; }

    /// <summary>1 or 2.</summary>
    public int Level { get; init; } = 1;

    public bool Acute { get; init; }

    public LoadTags Tags { get; init; }
}

public sealed record Swap : ContentItem
{
    public required int LeastMinutes { get; init; }

    public required int MostMinutes { get; init; }

    public bool Acute { get; init; }

    public LoadTags Tags { get; init; }

    public Kit Needs { get; init; }
}

public sealed record Cue : ContentItem
{
    public required Certainty Certainty { get; init; }

    /// <summary>It speaks of walk breaks, which not every plan has.</summary>
    public bool NeedsBreaks { get; init; }
}

public sealed record Lesson : ContentItem
{
    public required Certainty Certainty { get; init; }

    /// <summary>What makes it due ahead of its turn.</summary>
    public Progression.LessonNeed Need { get; init; }
}

/// <summary>One thing that rules, exercises and lessons rest on, as a reader may see it.</summary>
/// <param name="Id">Evidence ID: R running, S strength and the rest of training, P pain; as in <see cref="ContentItem.Sources"/> and in reasons.</param>
/// <param name="Finding">One sentence, with its limits.</param>
/// <param name="Source">Who published it, where and when; or whose habit it is.</param>
public sealed record EvidenceNote(string Id, Certainty Certainty, string Finding, string Source);

/// <summary>Kinds of items that are done, each shown as a group of its own.</summary>
public enum ItemKind
{
    WarmUp,
    Strength,
    Stretch,
    Roll,
    Swap,
}

/// <summary>What holds for every item of a kind (how much pain is fine, what must never be rolled); said once, at the head of the group.</summary>
public sealed record GroupNote(string Id, ItemKind Kind, string Text);

/// <summary>The whole content an editor keeps, checked and frozen. Lists are in the order of their IDs.</summary>
public sealed class Library
{
    public Library(
        string version,
        ImmutableArray<Exercise> exercises,
        ImmutableArray<WarmUp> warmUps,
        ImmutableArray<Stretch> stretches,
        ImmutableArray<Roll> rolls,
        ImmutableArray<Swap> swaps,
        ImmutableArray<Cue> cues,
        ImmutableArray<Lesson> lessons,
        ImmutableArray<EvidenceNote> evidence = default,
        ImmutableArray<GroupNote> notes = default)
    {
        Version = version;
        Exercises = exercises;
        WarmUps = warmUps;
        Stretches = stretches;
        Rolls = rolls;
        Swaps = swaps;
        Cues = cues;
        Lessons = lessons;
        Evidence = evidence.IsDefault ? [] : evidence;
        Notes = notes.IsDefault ? [] : notes;
        _byId = All.ToFrozenDictionary(i => i.Id, StringComparer.Ordinal);
    }

    private readonly FrozenDictionary<string, ContentItem> _byId;

    /// <summary>Short hash of the content files; stored with each week, so that a replay knows whether it can be the same.</summary>
    public string Version { get; }

    public ImmutableArray<Exercise> Exercises { get; }

    public ImmutableArray<WarmUp> WarmUps { get; }

    public ImmutableArray<Stretch> Stretches { get; }

    public ImmutableArray<Roll> Rolls { get; }

    public ImmutableArray<Swap> Swaps { get; }

    public ImmutableArray<Cue> Cues { get; }

    public ImmutableArray<Lesson> Lessons { get; }

    /// <summary>What the content and the rules rest on; no part of <see cref="All"/>.</summary>
    public ImmutableArray<EvidenceNote> Evidence { get; }

    /// <summary>One for each kind; no part of <see cref="All"/>.</summary>
    public ImmutableArray<GroupNote> Notes { get; }

    public IEnumerable<ContentItem> All => [.. Exercises, .. WarmUps, .. Stretches, .. Rolls, .. Swaps, .. Cues, .. Lessons];

    /// <exception cref="KeyNotFoundException">No item has that ID.</exception>
    public ContentItem this[string id] => _byId[id];

    public bool TryFind(string id, out ContentItem? item) => _byId.TryGetValue(id, out item);
}
