using RunBackCare.Planning.Content;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>What the shipped texts must never say, and how they say the rest.</summary>
public sealed class LibraryWordingTests
{
    private static readonly Library Library = RepositoryLibrary.Library;

    public static TheoryData<string> Claims =>
    [
        // Claims that evidence does not bear out.
        "lactic", "toxin", "oxygen", "knots", "fascia", "balls of the feet", "ball of the foot", "pronat", "arch type", "forefoot", "95 %", "180",
        "softer is safer", "strengthens your discs", "healthier discs", "thicken",

        // Promises and diagnoses.
        "prevent", "protect", "guarantee", "cure", "heal your", "fixes", "injury-free", "injury free", "safe for", "diagnos", "you suffer from",

        // Words that frighten or blame.
        "dangerous", "damage", "fragile", "unstable", "wrong with your back", "weak core", "lazy",
    ];

    [Theory]
    [MemberData(nameof(Claims))]
    public void No_text_says(string claim)
    {
        Assert.All(Texts(), text => Assert.DoesNotContain(claim, text.Words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Lessons_take_half_a_minute_to_read()
    {
        Assert.All(Library.Lessons, lesson => Assert.InRange(Words(lesson.HowTo), 60, 110));
    }

    [Fact]
    public void Instructions_are_short()
    {
        Assert.All(Library.All.Where(i => i is not Lesson), item => Assert.InRange(Words(item.HowTo), 15, 65));
    }

    [Fact]
    public void No_two_items_share_a_name_or_a_text()
    {
        Assert.Distinct(Library.All.Select(i => i.Name));
        Assert.Distinct(Library.All.Select(i => i.HowTo));
    }

    [Fact]
    public void A_level_that_needs_kit_names_it()
    {
        var words = from exercise in Library.Exercises
                    from level in exercise.Levels
                    where level.Needs != Kit.None
                    let all = string.Join(' ', exercise.Name, exercise.HowTo, level.Dose, level.HowTo)
                    where !all.Contains(level.Needs.ToString(), StringComparison.OrdinalIgnoreCase)
                    select $"{exercise.Id} level {level.Level}";

        Assert.Empty(words);
    }

    private static IEnumerable<(string Id, string Words)> Texts() =>
        [.. Library.All.SelectMany(item => Parts(item).Select(words => (item.Id, words))), .. Library.Evidence.Select(e => (e.Id, e.Finding)), .. Library.Notes.Select(n => (n.Id, n.Text))];

    private static IEnumerable<string> Parts(ContentItem item)
    {
        yield return item.Name;
        yield return item.HowTo;
        yield return item.Caution ?? "";
        if (item is Exercise exercise)
        {
            foreach (var level in exercise.Levels)
            {
                yield return level.Dose;
                yield return level.HowTo ?? "";
            }
        }
    }

    private static int Words(string text) => text.Split(' ').Length;
}
