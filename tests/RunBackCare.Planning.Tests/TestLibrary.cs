using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests;

/// <summary>Every ID of the content library with its tags, kit and levels, and the shortest of texts: what the pickers must cope with.</summary>
internal static class TestLibrary
{
    public static Library Library { get; } = new("test", Exercises(), WarmUps(), Stretches(), Rolls(), Swaps(), Cues(), Lessons());

    private static ImmutableArray<Exercise> Exercises()
    {
        const LoadTags None = LoadTags.None;
        return
        [
            Strength("C01", StrengthRole.Opening, None, acuteUpTo: 3),
            Strength("C02", StrengthRole.Opening, None, acuteUpTo: 3, level3: Kit.Ball),
            Strength("C03", StrengthRole.Opening, None, acuteUpTo: 3, level3: Kit.Band),
            Strength("C04", StrengthRole.Front, LoadTags.Flex, acuteUpTo: 1),
            Strength("C05", StrengthRole.BackHip, None, acuteUpTo: 3),
            Strength("C06", StrengthRole.Front, LoadTags.Flex),
            Strength("C07", StrengthRole.Side, None, acuteUpTo: 3),
            Strength("C08", StrengthRole.Front, LoadTags.Ext),
            Strength("C09", StrengthRole.BackHip, LoadTags.Ext, acuteUpTo: 3),
            Strength("C10", StrengthRole.BackHip, None, acuteUpTo: 3, level2: Kit.Band),
            Strength("C11", StrengthRole.BackHip, None, level3: Kit.Band),
            Strength("C12", StrengthRole.Side, LoadTags.Rot, level1: Kit.Band, level2: Kit.Band, level3: Kit.Band),
            Strength("C13", StrengthRole.Side, None, level2: Kit.Weight, level3: Kit.Weight),
            Strength("C14", StrengthRole.Legs, LoadTags.Flex, level2: Kit.Weight),
            Strength("C15", StrengthRole.Legs, None, level2: Kit.Step, level3: Kit.Step | Kit.Weight),
            Strength("C16", StrengthRole.Legs, None, acuteUpTo: 1, level3: Kit.Weight),
            Strength("C17", StrengthRole.Legs, None, acuteUpTo: 1, level3: Kit.Weight),
            Strength("C18", StrengthRole.Legs, None, level3: Kit.Weight),
            Strength("C19", StrengthRole.Extra, None),
            new() { Id = "C20", Name = "C20", HowTo = "Do it.", Role = StrengthRole.Front, Tags = None, Levels = [new(3, "3 × 5", Kit.Ball)] },
        ];
    }

    private static Exercise Strength(string id, StrengthRole role, LoadTags tags, int acuteUpTo = 0, Kit level1 = Kit.None, Kit level2 = Kit.None, Kit level3 = Kit.None) => new()
    {
        Id = id,
        Name = id,
        HowTo = "Do it.",
        Role = role,
        Tags = tags,
        AcuteUpTo = acuteUpTo,
        Levels = [new(1, "2 × 8", level1), new(2, "3 × 8", level2), new(3, "3 × 10", level3)],
    };

    private static ImmutableArray<WarmUp> WarmUps() =>
    [
        Drill("W01", 300, acute: true),
        Drill("W02", 60, acute: true),
        Drill("W03", 60, acute: true),
        Drill("W04", 60),
        Drill("W05", 60),
        Drill("W06", 60),
        Drill("W07", 45),
        Drill("W08", 45),
        Drill("W09", 45, acute: true),
        Drill("W10", 60) with { GreenOnly = true },
        Drill("W11", 60),
        Drill("W12", 60) with { GreenOnly = true, FromRung = 10, Tags = LoadTags.Imp },
    ];

    private static WarmUp Drill(string id, int seconds, bool acute = false) =>
        new() { Id = id, Name = id, HowTo = "Do it.", Dose = "10", Seconds = seconds, Acute = acute };

    private static ImmutableArray<Stretch> Stretches() =>
    [
        Still("T01", StretchArea.Hip, LoadTags.Ext, acute: true),
        Still("T02", StretchArea.Hip, LoadTags.Bal, acute: true),
        Still("T03", StretchArea.Hip, LoadTags.Ext),
        Still("T04", StretchArea.Hip),
        Still("T05", StretchArea.Hip, acute: true),
        Still("T06", StretchArea.Glute, acute: true),
        Still("T07", StretchArea.Glute, LoadTags.Flex),
        Still("T08", StretchArea.Hamstring, acute: true),
        Still("T09", StretchArea.Hamstring, acute: true),
        Still("T10", StretchArea.Hamstring, LoadTags.Flex),
        Still("T11", StretchArea.Calf, acute: true),
        Still("T12", StretchArea.Calf, acute: true),
        Still("T13", StretchArea.Calf),
        Still("T14", StretchArea.Back, LoadTags.Flex),
        Still("T15", StretchArea.Back, LoadTags.Ext),
        Still("T16", StretchArea.Back, LoadTags.Rot, acute: true),
    ];

    private static Stretch Still(string id, StretchArea area, LoadTags tags = LoadTags.None, bool acute = false) =>
        new() { Id = id, Name = id, HowTo = "Do it.", Area = area, Muscle = $"{area}", Dose = "2 × 30 s a side", Acute = acute, Tags = tags };

    private static ImmutableArray<Roll> Rolls() =>
    [
        Rolling("F01", acute: true),
        Rolling("F02", acute: true),
        Rolling("F03", level: 2),
        Rolling("F04", acute: true),
        Rolling("F05", level: 2),
        Rolling("F06", tags: LoadTags.Ext),
        Rolling("F07"),
        Rolling("F08"),
        Rolling("F09"),
    ];

    private static Roll Rolling(string id, int level = 1, bool acute = false, LoadTags tags = LoadTags.None) =>
        new() { Id = id, Name = id, HowTo = "Do it.", Muscle = id, Dose = "1 × 45 s a side", Level = level, Acute = acute, Tags = tags };

    private static ImmutableArray<Swap> Swaps() =>
    [
        Instead("X01", acute: true),
        Instead("X02", acute: true) with { Needs = Kit.Poles },
        Instead("X03", tags: LoadTags.Flex),
        Instead("X04", tags: LoadTags.Ext),
        Instead("X05", acute: true),
        Instead("X06"),
        Instead("X07"),
        Instead("X08"),
        Instead("X09"),
        Instead("X10", tags: LoadTags.Flex),
    ];

    private static Swap Instead(string id, bool acute = false, LoadTags tags = LoadTags.None) =>
        new() { Id = id, Name = id, HowTo = "Do it.", LeastMinutes = 15, MostMinutes = 30, Acute = acute, Tags = tags };

    private static ImmutableArray<Cue> Cues() =>
        [.. Enumerable.Range(1, 12).Select(i => new Cue { Id = $"Q{i:00}", Name = $"Q{i:00}", HowTo = "Try it.", Certainty = Certainty.Convention })];

    private static ImmutableArray<Lesson> Lessons() =>
    [
        .. Enumerable.Range(1, 16).Select(i => new Lesson
        {
            Id = $"E{i:00}",
            Name = $"E{i:00}",
            HowTo = "Read it.",
            Certainty = Certainty.Review,
            Need = i switch { 13 => LessonNeed.Shoes, 14 => LessonNeed.Sleep, 15 => LessonNeed.Flare, 16 => LessonNeed.SeeSomeone, _ => LessonNeed.None },
        }),
    ];
}
