using RunBackCare.Mail.Content;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Tests.Content;

/// <summary>What the shipped content says, fact by fact.</summary>
public sealed class LibraryTests
{
    private static readonly Library Library = RepositoryLibrary.Library;

    [Fact]
    public void The_files_hold_no_fault()
    {
        Assert.Empty(LibraryReader.Read(RepositoryLibrary.Folder).Faults);
    }

    [Fact]
    public void Every_item_of_the_library_is_there_under_its_stable_id()
    {
        Assert.Equal(Ids('C', 20), Library.Exercises.Select(i => i.Id));
        Assert.Equal(Ids('W', 12), Library.WarmUps.Select(i => i.Id));
        Assert.Equal(Ids('T', 16), Library.Stretches.Select(i => i.Id));
        Assert.Equal(Ids('F', 9), Library.Rolls.Select(i => i.Id));
        Assert.Equal(Ids('X', 10), Library.Swaps.Select(i => i.Id));
        Assert.Equal(Ids('Q', 12), Library.Cues.Select(i => i.Id));
        Assert.Equal(Ids('E', 16), Library.Lessons.Select(i => i.Id));
    }

    [Fact]
    public void Every_exercise_has_three_levels_but_the_ball_stir_which_is_for_the_third_alone()
    {
        foreach (var exercise in Library.Exercises)
        {
            Assert.Equal(exercise.Id == "C20" ? [3] : new[] { 1, 2, 3 }, exercise.Levels.Select(l => l.Level));
        }
    }

    [Theory]
    [InlineData(StrengthRole.Opening, "C01 C02 C03")]
    [InlineData(StrengthRole.Front, "C04 C06 C08")]
    [InlineData(StrengthRole.Side, "C07 C12 C13")]
    [InlineData(StrengthRole.BackHip, "C05 C09 C10 C11")]
    [InlineData(StrengthRole.Legs, "C14 C15 C16 C17 C18")]
    [InlineData(StrengthRole.Extra, "C19 C20")]
    public void Exercises_take_their_place_in_a_session(StrengthRole role, string ids)
    {
        Assert.Equal(ids, Joined(Library.Exercises.Where(e => e.Role == role)));
    }

    [Theory]
    [InlineData(3, "C01 C02 C03 C05 C07 C09 C10")]
    [InlineData(1, "C04 C16 C17")]
    [InlineData(0, "C06 C08 C11 C12 C13 C14 C15 C18 C19 C20")]
    public void Exercises_suit_an_irritated_back_up_to_their_level(int level, string ids)
    {
        Assert.Equal(ids, Joined(Library.Exercises.Where(e => e.AcuteUpTo == level)));
    }

    [Fact]
    public void The_other_items_for_an_irritated_back_are_the_marked_ones()
    {
        Assert.Equal("W01 W02 W03 W09", Joined(Library.WarmUps.Where(i => i.Acute)));
        Assert.Equal("T01 T02 T05 T06 T08 T09 T11 T12 T16", Joined(Library.Stretches.Where(i => i.Acute)));
        Assert.Equal("F01 F02 F04", Joined(Library.Rolls.Where(i => i.Acute)));
        Assert.Equal("X01 X02 X05", Joined(Library.Swaps.Where(i => i.Acute)));
    }

    [Theory]
    [InlineData(LoadTags.Flex, "C04 C06 C14 T07 T10 T14 X03 X10")]
    [InlineData(LoadTags.Ext, "C08 C09 T01 T03 T15 F06 X04")]
    [InlineData(LoadTags.Rot, "C12 T16")]
    [InlineData(LoadTags.Imp, "W12")]
    public void Items_say_which_way_they_load_the_back(LoadTags tag, string ids)
    {
        Assert.Equal(ids, Joined(Library.All.Where(i => TagsOf(i).HasFlag(tag))));
    }

    [Fact]
    public void Kit_is_needed_only_for_what_not_every_home_has()
    {
        var needs = Library.Exercises.SelectMany(e => e.Levels.Where(l => l.Needs != Kit.None).Select(l => $"{e.Id}/{l.Level} {l.Needs}"));

        Assert.Equal(
            ["C02/3 Ball", "C03/3 Band", "C10/2 Band", "C11/3 Band", "C12/1 Band", "C12/2 Band", "C12/3 Band", "C13/2 Weight", "C13/3 Weight", "C15/2 Step", "C15/3 Step", "C20/3 Ball"],
            needs);
        Assert.All(Library.Stretches, s => Assert.Equal(Kit.None, s.Needs));
        Assert.Equal(Kit.Poles, Assert.Single(Library.Swaps, s => s.Needs != Kit.None).Needs);
        Assert.Equal("X02", Assert.Single(Library.Swaps, s => s.Needs != Kit.None).Id);
    }

    [Theory]
    [InlineData("C01", "5 × 5 breaths | 5 × 5 breaths, standing | 2 × 10, marching")]
    [InlineData("C02", "1 × 10 | 2 × 10 | 2 × 12, on the ball")]
    [InlineData("C03", "1 × 8 each side | 2 × 10 each side | 2 × 12 each side, band")]
    [InlineData("C04", "2 × 6 heel taps each side | 2 × 8 each side | 3 × 8 each side")]
    [InlineData("C05", "4 × 5 s each side | 6 + 4 + 2 holds of 8-10 s each side | 6 + 4 + 2 squares each side")]
    [InlineData("C06", "4 × 5 s | 6 + 4 + 2 holds of 8 s | 6 + 4 + 2 holds of 10 s")]
    [InlineData("C07", "4 × 5 s each side | 6 + 4 + 2 holds of 8 s each side | 3 × 15-20 s each side")]
    [InlineData("C08", "3 × 15 s | 3 × 20-30 s | 3 × 10 shoulder taps each side")]
    [InlineData("C09", "2 × 8, holding 3 s | 2 × 8 marches each side | 3 × 8 each side")]
    [InlineData("C10", "2 × 10 each side | 3 × 12 each side, band | 2 × 8 each side, in a side plank")]
    [InlineData("C11", "2 × 8 each side | 3 × 12 each side | 3 × 12 each side, band")]
    [InlineData("C12", "2 × 8 each side, holding 3 s | 3 × 10 each side | 3 × 10 each side, half-kneeling")]
    [InlineData("C13", "3 × 20 m each side, 4-6 kg | 3 × 30 m each side, 8-12 kg | 3 × 40 m each side, 16 kg or more")]
    [InlineData("C14", "2 × 8, with a stick | 3 × 8, loaded | 3 × 6 each side")]
    [InlineData("C15", "2 × 8 each side, 15 cm | 3 × 10 each side, 20-30 cm | 3 × 8 each side, loaded")]
    [InlineData("C16", "2 × 8, from a chair | 3 × 10 | 3 × 8-10, loaded")]
    [InlineData("C17", "2 × 12, both legs | 3 × 8-12 each side | 3 × 8 each side, loaded")]
    [InlineData("C18", "3 × 10 s each side | 3 × 8 each side | 3 × 8 each side, loaded")]
    [InlineData("C19", "5 × 3 s + 5 quick ones | 8 × 6 s | 10 × 10 s, standing")]
    [InlineData("C20", "3 × 5 each way")]
    public void Exercises_grow_by_their_doses(string id, string doses)
    {
        var exercise = (Exercise)Library[id];

        Assert.Equal(doses, string.Join(" | ", exercise.Levels.Select(l => l.Dose)));
    }

    [Theory]
    [InlineData(StretchArea.Hip, "T01 T02 T03 T04 T05")]
    [InlineData(StretchArea.Glute, "T06 T07")]
    [InlineData(StretchArea.Hamstring, "T08 T09 T10")]
    [InlineData(StretchArea.Calf, "T11 T12 T13")]
    [InlineData(StretchArea.Back, "T14 T15 T16")]
    public void Stretches_reach_their_area(StretchArea area, string ids)
    {
        Assert.Equal(ids, Joined(Library.Stretches.Where(s => s.Area == area)));
    }

    [Fact]
    public void A_muscle_is_stretched_for_a_minute_on_the_stretch_day()
    {
        var others = Library.Stretches.Where(s => s.Dose is not ("2 × 30 s each side" or "2 × 30 s"));

        Assert.Equal("T15 T16", Joined(others));
    }

    [Fact]
    public void Drills_for_an_irritated_back_last_the_three_minutes_of_a_warm_up()
    {
        Assert.Equal(300, ((WarmUp)Library["W01"]).Seconds);
        Assert.InRange(Library.WarmUps.Where(w => w.Acute && w.Id != "W01").Sum(w => w.Seconds), 180, 300);
    }

    [Fact]
    public void Skips_wait_for_rung_ten_and_for_calm_weeks()
    {
        Assert.Equal("W12", Assert.Single(Library.WarmUps, w => w.FromRung > 0).Id);
        Assert.Equal(10, ((WarmUp)Library["W12"]).FromRung);
        Assert.Equal("W10 W12", Joined(Library.WarmUps.Where(w => w.GreenOnly)));
    }

    [Fact]
    public void Rolling_comes_with_a_warning_of_the_places_and_people_that_must_not_be_rolled()
    {
        var note = Assert.Single(Library.Notes, n => n.Kind == ItemKind.Roll).Text;

        Assert.All(
            ["lower back", "neck", "back of the knee", "bone", "fresh injury", "clot", "blood thinners", "osteoporosis", "pregnancy"],
            word => Assert.Contains(word, note, StringComparison.Ordinal));
        Assert.All(Library.Rolls, roll => Assert.NotNull(roll.Caution));
    }

    [Fact]
    public void Two_rolls_ask_for_more()
    {
        Assert.Equal("F03 F05", Joined(Library.Rolls.Where(r => r.Level == 2)));
    }

    [Theory]
    [InlineData(ItemKind.Strength, "above 5 leave that exercise out")]
    [InlineData(ItemKind.Stretch, "3 of 10 at most")]
    [InlineData(ItemKind.Roll, "5 of 10 at most")]
    [InlineData(ItemKind.Swap, "3 to 4 of 10")]
    public void A_note_says_how_much_is_enough(ItemKind kind, string words)
    {
        Assert.Contains(words, Assert.Single(Library.Notes, n => n.Kind == kind).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_roll_is_for_the_lower_back()
    {
        Assert.DoesNotContain(Library.Rolls, r => r.Muscle.Contains("ower back", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X01", 10, 30)]
    [InlineData("X02", 20, 40)]
    [InlineData("X03", 20, 40)]
    [InlineData("X04", 15, 30)]
    [InlineData("X05", 15, 30)]
    [InlineData("X06", 20, 30)]
    [InlineData("X07", 15, 30)]
    [InlineData("X08", 20, 45)]
    [InlineData("X09", 20, 45)]
    [InlineData("X10", 10, 20)]
    public void Swaps_last_as_long_as_they_make_sense(string id, int least, int most)
    {
        var swap = (Swap)Library[id];

        Assert.Equal((least, most), (swap.LeastMinutes, swap.MostMinutes));
    }

    [Theory]
    [InlineData("E13", LessonNeed.Shoes)]
    [InlineData("E14", LessonNeed.Sleep)]
    [InlineData("E15", LessonNeed.Flare)]
    [InlineData("E16", LessonNeed.SeeSomeone)]
    public void A_lesson_answers_each_need(string id, LessonNeed need)
    {
        Assert.Equal(id, Assert.Single(Library.Lessons, l => l.Need == need).Id);
    }

    [Fact]
    public void Evidence_is_written_down_for_every_id_that_rules_and_items_cite()
    {
        Assert.Equal([.. Ids('P', 9), .. Ids('R', 17), .. Ids('S', 19)], Library.Evidence.Select(e => e.Id));
    }

    [Theory]
    [InlineData("R01", Certainty.Cohort)]
    [InlineData("R08", Certainty.Trial)]
    [InlineData("R11", Certainty.Convention)]
    [InlineData("R14", Certainty.Review)]
    [InlineData("R16", Certainty.Trial)]
    [InlineData("S04", Certainty.Lab)]
    [InlineData("S11", Certainty.Convention)]
    [InlineData("S17", Certainty.Trial)]
    [InlineData("P07", Certainty.Guideline)]
    public void Evidence_says_how_sure_it_is(string id, Certainty certainty)
    {
        Assert.Equal(certainty, Assert.Single(Library.Evidence, e => e.Id == id).Certainty);
    }

    [Theory]
    [InlineData("E04", Certainty.Trial, "R08")]
    [InlineData("E05", Certainty.Cohort, "R01")]
    [InlineData("E06", Certainty.Convention, "R10")]
    [InlineData("E07", Certainty.Trial, "S02")]
    [InlineData("E11", Certainty.Lab, "S12")]
    [InlineData("E12", Certainty.Lab, "S14")]
    [InlineData("E14", Certainty.Trial, "S17")]
    public void Lessons_say_how_sure_their_source_is(string id, Certainty certainty, string source)
    {
        var lesson = (Lesson)Library[id];

        Assert.Equal(certainty, lesson.Certainty);
        Assert.Contains(source, lesson.Sources);
    }

    [Fact]
    public void Habits_of_coaching_are_called_habits()
    {
        var habits = Library.Cues.Where(c => c.Certainty == Certainty.Convention);

        Assert.Equal("Q01 Q02 Q03 Q04 Q05 Q06 Q08 Q10 Q11", Joined(habits));
    }

    private static IEnumerable<string> Ids(char prefix, int count) => Enumerable.Range(1, count).Select(n => $"{prefix}{n:00}");

    private static string Joined(IEnumerable<ContentItem> items) => string.Join(' ', items.Select(i => i.Id));

    private static LoadTags TagsOf(ContentItem item) => item switch
    {
        Exercise e => e.Tags,
        WarmUp w => w.Tags,
        Stretch s => s.Tags,
        Roll r => r.Tags,
        Swap s => s.Tags,
        _ => LoadTags.None,
    };
}
