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

    [Fact]
    public void No_two_levels_of_an_exercise_read_alike() =>
        Assert.All(Library.Exercises, exercise => Assert.Distinct(exercise.Levels.Select(l => l.Dose)));

    /// <summary>A lesson stands in anybody's week, and that week may hold other exercises.</summary>
    [Fact]
    public void A_lesson_names_no_exercise() =>
        Assert.All(Library.Lessons, lesson => Assert.All(Library.Exercises, exercise => Assert.DoesNotContain(exercise.Name, lesson.HowTo, StringComparison.OrdinalIgnoreCase)));

    /// <summary>With and without walk breaks, rest between runs, a roller, a choice of ground or counted shoes; stepping back and walking only.</summary>
    [Theory]
    [InlineData("E02", "3 to 5 means steady, or one step easier if it has risen")]
    [InlineData("E04", "a walk break is yours to take whenever you like")]
    [InlineData("E06", "and so does yours where your days allow it")]
    [InlineData("E09", "half a minute for each muscle after a run, a minute on a stretch day")]
    [InlineData("E10", "If you roll, go slowly")]
    [InlineData("E11", "the kinds of ground you can reach, and if that is one, it will do")]
    [InlineData("E13", "If you have told us about your pair, your plan counts")]
    [InlineData("E15", "with easier runs or with walks alone; once your worst number is near your usual again")]
    public void A_lesson_is_true_in_every_plan_it_may_stand_in(string id, string words) =>
        Assert.Contains(words, Library[id].HowTo, StringComparison.Ordinal);

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
