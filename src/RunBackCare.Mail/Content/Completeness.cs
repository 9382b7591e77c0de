using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Content;

/// <summary>
/// Whether the library is enough for everybody: whatever a freshly irritated back, its direction and an empty home take away, each session
/// still has something in it (training rules, section 4, rule 6).
/// </summary>
internal static class Completeness
{
    /// <summary>Fewest exercises a strength session may have.</summary>
    private const int SmallestSession = 4;

    public static IEnumerable<ContentFault> Check(Library library) =>
    [
        .. Cornerstones(library),
        .. Enum.GetValues<Direction>().SelectMany(worse => Strength(library, worse)),
        .. Enum.GetValues<Direction>().SelectMany(worse => Stretching(library, worse)),
        .. Roles(library),
        .. Rest(library),
    ];

    /// <summary>Items the planner names: every session opens with C01, every run with W01, every swap may be X01.</summary>
    private static IEnumerable<ContentFault> Cornerstones(Library library) =>
        from stone in new[] { ("C01", ContentFiles.Exercises), ("W01", ContentFiles.WarmUps), ("X01", ContentFiles.Swaps) }
        where !library.TryFind(stone.Item1, out _)
        select new ContentFault(stone.Item2, 1, $"{stone.Item1} is missing; plans rest on it, put it back");

    private static IEnumerable<ContentFault> Roles(Library library) =>
        from role in Enum.GetValues<StrengthRole>()
        where role != StrengthRole.Extra && !library.Exercises.Any(e => e.Role == role && Calm(e))
        select new ContentFault(ContentFiles.Exercises, 1, $"no exercise of role '{Word(role)}' suits an irritated back without kit; give one acute_up_to: 1");

    private static IEnumerable<ContentFault> Strength(Library library, Direction worse)
    {
        var left = library.Exercises.Count(e => Calm(e) && Suits(e.Tags, worse));
        if (left < SmallestSession)
        {
            yield return new(ContentFiles.Exercises, 1, $"{left} exercises are left for an irritated back {Of(worse)} without kit; {SmallestSession} are needed");
        }
    }

    private static IEnumerable<ContentFault> Stretching(Library library, Direction worse) =>
        from area in Enum.GetValues<StretchArea>()
        where !library.Stretches.Any(s => s.Area == area && s.Acute && s.Needs == Kit.None && Suits(s.Tags, worse))
        select new ContentFault(ContentFiles.Stretches, 1, $"no stretch of area '{Word(area)}' is left for an irritated back {Of(worse)} without kit; give one acute: true");

    private static IEnumerable<ContentFault> Rest(Library library)
    {
        if (!library.WarmUps.Any(w => w.Id != "W01" && w is { Acute: true, FromRung: 0, GreenOnly: false }))
        {
            yield return new(ContentFiles.WarmUps, 1, "no drill beside W01 suits an irritated back; give one acute: true");
        }

        if (!library.Rolls.Any(r => r is { Acute: true, Level: 1 }))
        {
            yield return new(ContentFiles.Rolls, 1, "no roll of level 1 suits an irritated back; give one acute: true");
        }

        if (!library.Swaps.Any(s => s is { Acute: true, Needs: Kit.None }))
        {
            yield return new(ContentFiles.Swaps, 1, "no swap suits an irritated back without kit; give one acute: true");
        }

        if (library.Cues.IsEmpty)
        {
            yield return new(ContentFiles.Cues, 1, "has no cue; every week carries one");
        }

        foreach (var kind in Enum.GetValues<ItemKind>().Where(k => library.Notes.Count(n => n.Kind == k) != 1))
        {
            yield return new(ContentFiles.Notes, 1, $"has {library.Notes.Count(n => n.Kind == kind)} notes of kind: {Word(kind)}; there must be one");
        }

        foreach (var need in Enum.GetValues<LessonNeed>().Where(n => !library.Lessons.Any(l => l.Need == n)))
        {
            yield return new(ContentFiles.Lessons, 1, need == LessonNeed.None
                ? "every lesson has a need; leave it out of some, for the weeks without one"
                : $"no lesson has need: {Word(need)}; the week that needs it would have nothing to say");
        }
    }

    private static bool Calm(Exercise exercise) =>
        exercise.Levels.Any(l => l.Level <= exercise.AcuteUpTo && l.Needs == Kit.None);

    private static bool Suits(LoadTags tags, Direction worse) => worse switch
    {
        Direction.Bending => !tags.HasFlag(LoadTags.Flex),
        Direction.Arching => !tags.HasFlag(LoadTags.Ext),
        _ => true,
    };

    private static string Of(Direction worse) => worse switch
    {
        Direction.Bending => "that is worse bending",
        Direction.Arching => "that is worse arching",
        _ => "of any kind",
    };

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
