using System.Collections.Immutable;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Content;

/// <summary>Which fields each kind of item has.</summary>
internal static class ItemForms
{
    public static Exercise Exercise(Entry entry) => new()
    {
        Id = Id(entry),
        Name = Name(entry),
        HowTo = Prose.HowTo(entry),
        Caution = Prose.Caution(entry),
        Sources = Sources(entry),
        Role = entry.Word<StrengthRole>("role"),
        Tags = Tags(entry),
        AcuteUpTo = entry.Number("acute_up_to", 0, 3, otherwise: 0),
        Levels = Levels(entry),
    };

    public static WarmUp WarmUp(Entry entry) => new()
    {
        Id = Id(entry),
        Name = Name(entry),
        HowTo = Prose.HowTo(entry),
        Caution = Prose.Caution(entry),
        Sources = Sources(entry),
        Dose = Dose(entry),
        Seconds = entry.Number("seconds", 10, 600),
        Acute = entry.Flag("acute"),
        Tags = Tags(entry),
        FromRung = entry.Number("from_rung", 0, Ladder.Top, otherwise: 0),
        GreenOnly = entry.Flag("green_only"),
    };

    public static Stretch Stretch(Entry entry) => new()
    {
        Id = Id(entry),
        Name = Name(entry),
        HowTo = Prose.HowTo(entry),
        Caution = Prose.Caution(entry),
        Sources = Sources(entry),
        Area = entry.Word<StretchArea>("area"),
        Muscle = Muscle(entry),
        Dose = Dose(entry),
        Acute = entry.Flag("acute"),
        Tags = Tags(entry),
        Needs = Needs(entry),
    };

    public static Roll Roll(Entry entry) => new()
    {
        Id = Id(entry),
        Name = Name(entry),
        HowTo = Prose.HowTo(entry),
        Caution = Prose.Caution(entry),
        Sources = Sources(entry),
        Muscle = Muscle(entry),
        Dose = Dose(entry),
        Level = entry.Number("level", 1, 2),
        Acute = entry.Flag("acute"),
        Tags = Tags(entry),
    };

    public static Swap Swap(Entry entry)
    {
        var least = entry.Number("least_minutes", 1, 120);
        var most = entry.Number("most_minutes", 1, 120);
        if (most < least)
        {
            entry.Fault("most_minutes", $"most_minutes is {most}; it must not be under least_minutes, {least}");
        }

        return new()
        {
            Id = Id(entry),
            Name = Name(entry),
            HowTo = Prose.HowTo(entry),
            Caution = Prose.Caution(entry),
            Sources = Sources(entry),
            LeastMinutes = least,
            MostMinutes = most,
            Acute = entry.Flag("acute"),
            Tags = Tags(entry),
            Needs = Needs(entry),
        };
    }

    public static Cue Cue(Entry entry) => new()
    {
        Id = Id(entry),
        Name = Name(entry),
        HowTo = Prose.HowTo(entry),
        Caution = Prose.Caution(entry),
        Sources = Sources(entry),
        Certainty = entry.Word<Certainty>("certainty"),
        NeedsBreaks = entry.Flag("breaks"),
    };

    public static Lesson Lesson(Entry entry) => new()
    {
        Id = Id(entry),
        Name = Name(entry),
        HowTo = Prose.Text(entry),
        Caution = Prose.Caution(entry),
        Sources = Sources(entry),
        Certainty = entry.Word<Certainty>("certainty"),
        Need = entry.Word<LessonNeed>("need", otherwise: LessonNeed.None),
    };

    public static EvidenceNote Evidence(Entry entry) => new(
        Id(entry),
        entry.Word<Certainty>("certainty"),
        Prose.Line(entry, "finding", "what was found, in one sentence"),
        Prose.Line(entry, "source", "who published it, where and when"));

    public static GroupNote Note(Entry entry) => new(Id(entry), entry.Word<ItemKind>("kind"), Prose.Text(entry));

    private static ImmutableArray<ExerciseLevel> Levels(Entry entry)
    {
        var levels = ImmutableArray.CreateBuilder<ExerciseLevel>();
        var before = 0;
        foreach (var part in entry.Entries("levels", "{ level: 1, dose: 2 × 10 }"))
        {
            var level = part.Number("level", 1, 3);
            if (level <= before)
            {
                part.Fault("level", $"level {level} comes after level {before}; write each level once, rising from 1 to 3");
            }

            before = level;
            levels.Add(new(level, Dose(part), Needs(part), Prose.LevelHowTo(part)));
            part.RefuseUnknownFields();
        }

        return levels.ToImmutable();
    }

    private static string Id(Entry entry) => entry.Text("id", "a letter and two digits, such as C01");

    private static string Name(Entry entry) => Prose.Short(entry, "name", "what people call it, such as Side plank");

    private static string Dose(Entry entry) => Prose.Short(entry, "dose", "how much, such as 2 × 8 each side");

    private static string Muscle(Entry entry) => Prose.Short(entry, "muscle", "the part of the body, such as Back of the thigh");

    private static ImmutableArray<string> Sources(Entry entry) => [.. entry.Texts("sources").Select(s => s.Text)];

    private static LoadTags Tags(Entry entry) => entry.Flags<LoadTags>("tags");

    private static Kit Needs(Entry entry)
    {
        var needs = entry.Flags<Kit>("needs");
        if (needs.HasFlag(Kit.Mat))
        {
            entry.Fault("needs", "needs has 'mat'; every home has a floor or a rug, so leave it out");
        }

        return needs;
    }
}
