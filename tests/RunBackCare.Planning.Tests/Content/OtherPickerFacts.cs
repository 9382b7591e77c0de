using NodaTime;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Content;

public sealed class OtherPickerFacts
{
    private static readonly Profile Arching = Given.Ann with { Back = Given.Ann.Back with { Worse = Direction.Arching } };

    [Fact]
    public void After_a_run_come_the_calm_four() =>
        Assert.Equal(["T01", "T06", "T08", "T11"], Given.RunsOf(Given.Week(Given.Ann, Given.FirstWeek))[0].After);

    [Fact]
    public void Worse_by_arching_the_hip_is_stretched_without_it() =>
        Assert.DoesNotContain("T01", Given.RunsOf(Given.Week(Arching, Given.FirstWeek))[0].After);

    [Fact]
    public void The_stretch_day_has_six_and_takes_twelve_minutes()
    {
        var stretch = Given.Week(Given.Ann, Given.FirstWeek).Days.SelectMany(d => d.Sessions).OfType<Session.Stretch>().Single();
        Assert.Equal(
            [StretchArea.Hip, StretchArea.Hip, StretchArea.Glute, StretchArea.Hamstring, StretchArea.Hamstring, StretchArea.Calf],
            stretch.Items.Select(i => ((Stretch)TestLibrary.Library[i.Id]).Area));
        Assert.Equal(12, stretch.Minutes);
        Assert.All(stretch.Items, i => Assert.Equal(0, i.Level));
    }

    [Theory]
    [InlineData(Direction.Neither)]
    [InlineData(Direction.Bending)]
    [InlineData(Direction.Arching)]
    public void An_area_with_nothing_allowed_is_left_out(Direction worse)
    {
        var library = TestLibrary.Library;
        var without = new Library("less", library.Exercises, library.WarmUps, [.. library.Stretches.Where(s => s.Area != StretchArea.Glute)], library.Rolls, library.Swaps, library.Cues, library.Lessons);
        var week = WeekBuilder.Build(Given.Facts(Given.Ann with { Back = Given.Ann.Back with { Worse = worse } }), Given.FirstWeek, Policy.Current, without);
        Assert.Equal(3, Given.RunsOf(week)[0].After.Length);
        Assert.Equal(10, week.Days.SelectMany(d => d.Sessions).OfType<Session.Stretch>().Single().Minutes);
    }

    [Fact]
    public void A_week_without_anything_new_still_stretches_every_area()
    {
        // Of the calm ones only T01, T06, T08 and T11 were shown so far.
        var lastWeek = Given.LastWeek with { Items = ["T01", "T06", "T08", "T11", "T10", "T03"] };
        var week = Given.Week(Given.Ann, Given.OnRung(4) with { Decision = Decision.StepBack, Row = 4, Acute = true, NewContent = false, FamiliarSurface = true }, lastWeek);
        var areas = week.Days.SelectMany(d => d.Sessions).OfType<Session.Stretch>().Single().Items.CountBy(i => ((Stretch)TestLibrary.Library[i.Id]).Area);
        Assert.Equal([(StretchArea.Hip, 2), (StretchArea.Glute, 1), (StretchArea.Hamstring, 2), (StretchArea.Calf, 1)], areas.Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public void Drills_change_and_the_walk_before_them_stays()
    {
        var weeks = StrengthFacts.Lived(Given.Ann, Given.OnRung(12), 16).Select(w => Given.RunsOf(w)[0].Before).ToArray();
        for (var i = 2; i < weeks.Length; i++)
        {
            Assert.Equal(["W01"], weeks[i].Intersect(weeks[i - 1], StringComparer.Ordinal).Intersect(weeks[i - 2], StringComparer.Ordinal));
        }
    }

    [Fact]
    public void No_stretch_is_seen_three_weeks_in_a_row_while_there_is_another()
    {
        var weeks = StrengthFacts.Lived(Given.Ann, Given.OnRung(8), 16)
            .Select(w => w.Days.SelectMany(d => d.Sessions).SelectMany(s => s.ContentIds).Where(id => id[0] is 'T' or 'F').ToHashSet(StringComparer.Ordinal))
            .ToArray();
        for (var i = 2; i < weeks.Length; i++)
        {
            Assert.Empty(weeks[i].Intersect(weeks[i - 1], StringComparer.Ordinal).Intersect(weeks[i - 2], StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Drills_take_three_to_five_minutes_after_the_walk()
    {
        foreach (var week in StrengthFacts.Lived(Given.Ann, Given.OnRung(12), 12))
        {
            var before = Given.RunsOf(week)[0].Before;
            Assert.Equal("W01", before[0]);
            Assert.InRange(before.Skip(1).Sum(id => ((WarmUp)TestLibrary.Library[id]).Seconds), 180, 300);
        }
    }

    [Fact]
    public void Skips_come_from_rung_ten_and_only_while_green()
    {
        bool Skips(int rung, bool amber) => StrengthFacts.Lived(Given.Ann, Given.OnRung(rung) with { Amber = amber }, 12).Any(w => Given.RunsOf(w)[0].Before.Contains("W12"));
        Assert.True(Skips(10, amber: false));
        Assert.False(Skips(9, amber: false));
        Assert.False(Skips(10, amber: true));
    }

    [Fact]
    public void An_irritated_back_warms_up_with_calm_drills() =>
        Assert.All(Given.RunsOf(Given.Week(Given.Ann, Given.OnRung(4) with { Acute = true }))[0].Before, id => Assert.True(((WarmUp)TestLibrary.Library[id]).Acute));

    [Fact]
    public void Rolling_begins_with_glutes_calves_and_hamstrings_and_changes_in_the_third_week()
    {
        string[] Rolled(PlannedWeek week) => [.. week.Days.SelectMany(d => d.Sessions).OfType<Session.Roll>().First().Items.Select(i => i.Id)];
        var weeks = StrengthFacts.Lived(Given.Ann, Given.OnRung(8), 3);
        Assert.Equal(["F01", "F02", "F04"], Rolled(weeks[0]));
        Assert.Equal(["F01", "F02", "F04"], Rolled(weeks[1]));
        Assert.Empty(Rolled(weeks[2]).Intersect(Rolled(weeks[1]), StringComparer.Ordinal));
    }

    [Fact]
    public void The_walk_leads_the_swaps_and_poles_are_asked_for_only_where_they_are()
    {
        var weeks = StrengthFacts.Lived(Given.Ann, Given.OnRung(8), 20);
        Assert.All(weeks, w => Assert.Equal(("X01", 3), (w.Swaps[0], w.Swaps.Distinct().Count())));
        Assert.DoesNotContain("X02", weeks.SelectMany(w => w.Swaps));
        Assert.Contains("X02", StrengthFacts.Lived(Given.Ann with { Kit = Kit.Poles }, Given.OnRung(8), 20).SelectMany(w => w.Swaps));
        Assert.Equal(["X01", "X05"], Given.Week(Given.Ann, Given.WalkOnly).Swaps.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cue_comes_again_only_after_all_the_others() =>
        Assert.Equal(12, StrengthFacts.Lived(Given.Ann, Given.OnRung(8), 12).Select(w => w.Cue).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_flare_that_comes_back_after_twelve_weeks_brings_its_lesson_again()
    {
        var lessons = StrengthFacts.Lived(Given.Ann, Given.OnRung(8) with { Lesson = LessonNeed.Flare }, 13).Select(w => w.Lesson).ToArray();
        Assert.Equal(["E15", "E15"], [lessons[0], lessons[12]]);
        Assert.DoesNotContain("E15", lessons[1..12]);
    }

    [Fact]
    public void Drills_and_rolls_stand_in_the_order_of_the_library()
    {
        foreach (var week in StrengthFacts.Lived(Given.Ann, Given.OnRung(12), 6))
        {
            var drills = Given.RunsOf(week)[0].Before;
            Assert.Equal(drills.Order(StringComparer.Ordinal), drills);
            Assert.Equal(drills.Distinct(), drills);
            var rolls = week.Days.SelectMany(d => d.Sessions).OfType<Session.Roll>().First().Items.Select(i => i.Id).ToArray();
            Assert.Equal(rolls.Order(StringComparer.Ordinal), rolls);
        }
    }

    [Fact]
    public void Where_nothing_is_known_yet_everything_may_be_shown()
    {
        var first = Given.Week(Given.Ann, Given.OnRung(8) with { NewContent = false });
        Assert.Equal(PlanJson.Write(Given.Week(Given.Ann, Given.OnRung(8))), PlanJson.Write(first));
    }

    [Fact]
    public void A_cue_is_for_a_week_with_a_run() => Assert.Null(Given.Week(Given.Ann, Given.WalkOnly).Cue);

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_cue_about_walk_breaks_is_for_runs_that_have_them(int rung, bool comes) =>
        Assert.Equal(comes, StrengthFacts.Lived(Given.Ann, Given.OnRung(rung), 12).Any(w => w.Cue == "Q12"));

    [Fact]
    public void Each_need_has_its_turn_the_flare_first()
    {
        var prescription = Given.OnRung(5) with { Decision = Decision.StepBack, Lesson = LessonNeed.Flare, Referral = new(["creep"], "See someone.") };
        var tired = Given.Ann with { Sleep = 1, Shoes = new(Given.Monday.PlusDays(-99), 510) };
        Assert.Equal(["E15", "E16", "E13", "E14", "E01"], StrengthFacts.Lived(tired, prescription, 5).Select(w => w.Lesson));
    }

    [Fact]
    public void A_lesson_comes_again_after_twelve_weeks_at_the_earliest()
    {
        var lessons = StrengthFacts.Lived(Given.Ann with { Sleep = 1 }, Given.OnRung(8) with { Lesson = LessonNeed.Flare }, 40).Select(w => w.Lesson).ToArray();
        Assert.All(lessons, Assert.NotNull);
        for (var i = 0; i < lessons.Length; i++)
        {
            Assert.False(lessons.Skip(i + 1).Take(11).Contains(lessons[i]), $"{lessons[i]} came again too soon");
        }
    }

    [Theory]
    [InlineData(LessonNeed.Flare, "E15")]
    [InlineData(LessonNeed.SeeSomeone, "E16")]
    [InlineData(LessonNeed.Shoes, "E13")]
    [InlineData(LessonNeed.Sleep, "E14")]
    [InlineData(LessonNeed.None, "E01")]
    public void A_lesson_that_is_needed_comes_first(LessonNeed need, string lesson) =>
        Assert.Equal(lesson, Given.Week(Given.Ann, Given.FirstWeek with { Lesson = need }).Lesson);

    [Fact]
    public void Poor_sleep_and_worn_shoes_ask_for_their_lessons()
    {
        Assert.Equal("E14", Given.Week(Given.Ann with { Sleep = 2 }, Given.FirstWeek).Lesson);
        Assert.Equal("E01", Given.Week(Given.Ann with { Sleep = 3 }, Given.FirstWeek).Lesson);
        Assert.Equal("E13", Given.Week(Given.Ann with { Shoes = new(Given.Monday.PlusDays(-99), 510), Sleep = 1 }, Given.FirstWeek).Lesson);
    }
}
