using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Content;

public sealed class StrengthFacts
{
    private static readonly Profile NoKit = Given.Ann with { Kit = Kit.None };

    [Fact]
    public void A_session_opens_with_breathing_and_has_one_of_each_role_and_two_for_the_legs()
    {
        var roles = Roles(Given.Ann, Given.FirstWeek);
        Assert.Equal([StrengthRole.Opening, StrengthRole.Front, StrengthRole.Side, StrengthRole.BackHip, StrengthRole.Legs, StrengthRole.Legs], roles);
        Assert.Equal("C01", Session(Given.Ann, Given.FirstWeek).Items[0].Id);
        Assert.Equal(18, Session(Given.Ann, Given.FirstWeek).Minutes);
    }

    [Fact]
    public void Both_sessions_of_a_week_are_the_same()
    {
        var sessions = Sessions(Given.Week(Given.Ann, Given.FirstWeek)).ToArray();
        Assert.Equal(2, sessions.Length);
        Assert.Equal(sessions[0].Items, sessions[1].Items);
    }

    [Theory]
    [InlineData(Direction.Bending, LoadTags.Flex)]
    [InlineData(Direction.Arching, LoadTags.Ext)]
    public void What_loads_the_sore_direction_is_hidden(Direction worse, LoadTags hidden)
    {
        for (var level = 1; level <= 3; level++)
        {
            var session = Session(Given.Ann with { Back = Given.Ann.Back with { Worse = worse } }, Given.FirstWeek with { StrengthLevel = level });
            Assert.All(session.Items, i => Assert.False(((Exercise)TestLibrary.Library[i.Id]).Tags.HasFlag(hidden)));
        }
    }

    [Theory]
    [InlineData(Direction.Neither)]
    [InlineData(Direction.Bending)]
    [InlineData(Direction.Arching)]
    public void An_irritated_back_gets_calm_items_and_at_least_four_of_them(Direction worse)
    {
        var session = Session(NoKit with { Back = Given.Ann.Back with { Worse = worse } }, Given.WalkOnly);
        Assert.InRange(session.Items.Length, 4, 6);
        Assert.InRange(session.Minutes, 15, 20);
        Assert.All(session.Items, i => Assert.True(i.Level <= ((Exercise)TestLibrary.Library[i.Id]).AcuteUpTo));
        Assert.All(session.Items.Where(i => ((Exercise)TestLibrary.Library[i.Id]).Role == StrengthRole.Legs), i => Assert.Contains(i.Id, new[] { "C16", "C17" }));
    }

    [Fact]
    public void A_role_without_a_lawful_item_is_filled_from_the_next()
    {
        // Worse by bending and irritated: no front exercise is left, so a second one for the side or the back takes its place.
        var roles = Roles(NoKit with { Back = Given.Ann.Back with { Worse = Direction.Bending } }, Given.WalkOnly);
        Assert.DoesNotContain(StrengthRole.Front, roles);
        Assert.Equal(StrengthRole.Side, roles[1]);
        Assert.True(roles.Count(r => r == StrengthRole.BackHip) >= 2);
    }

    [Fact]
    public void Without_kit_an_exercise_stays_at_the_level_every_home_allows()
    {
        var shown = Lived(NoKit, Given.OnRung(8) with { StrengthLevel = 3 }, 12).SelectMany(Sessions).SelectMany(s => s.Items).ToArray();
        Assert.DoesNotContain(shown, i => i.Id is "C12" or "C20");
        Assert.All(shown, i => Assert.Equal(Kit.None, ((Exercise)TestLibrary.Library[i.Id]).Levels.Single(l => l.Level == i.Level).Needs));
        Assert.Contains(shown, i => i.Id == "C13" && i.Level == 1);
    }

    [Fact]
    public void The_ball_comes_after_four_weeks_of_planks_at_the_highest_level()
    {
        var ball = Given.Ann with { Kit = Kit.Ball };
        var prescription = Given.OnRung(8) with { StrengthLevel = 3 };
        PastWeek Planks(int ago) => Given.LastWeek with { Starts = Given.Monday.PlusWeeks(-ago), FirstDay = Given.Monday.PlusWeeks(-ago), StrengthLevel = 3, Items = ["C08"], Levels = [new("C08", 3)] };
        Assert.DoesNotContain(Session(ball, prescription, Planks(5), Planks(4), Planks(3)).Items, i => i.Id == "C20");
        Assert.Contains(Lived(ball, prescription, 8, Planks(6), Planks(5), Planks(4), Planks(3)).SelectMany(Sessions).SelectMany(s => s.Items), i => i.Id == "C20");
    }

    [Fact]
    public void After_a_birth_the_pelvic_floor_has_its_place()
    {
        var mother = Given.Ann with { Screening = [new(Screening.BirthWithinYear, Given.Monday)] };
        Assert.Equal("C19", Session(mother, Given.FirstWeek).Items[^1].Id);
        Assert.DoesNotContain(Session(Given.Ann, Given.FirstWeek).Items, i => i.Id == "C19");
    }

    [Fact]
    public void Nothing_new_shows_only_what_was_shown_before()
    {
        var lived = Lived(Given.Ann, Given.OnRung(8), 4);
        var known = lived.SelectMany(Sessions).SelectMany(s => s.Items).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var week = Given.Week(Given.Ann, Given.OnRung(7) with { NewContent = false }, [.. lived.Select(w => PastWeek.Of(w, true))]);
        Assert.All(Sessions(week).SelectMany(s => s.Items), i => Assert.Contains(i.Id, known));
    }

    [Fact]
    public void No_exercise_is_seen_three_weeks_in_a_row_while_there_is_another()
    {
        var weeks = Lived(Given.Ann, Given.OnRung(8), 16).Select(w => Sessions(w).SelectMany(s => s.Items).Select(i => i.Id).ToHashSet(StringComparer.Ordinal)).ToArray();
        for (var i = 2; i < weeks.Length; i++)
        {
            Assert.Equal(["C01"], weeks[i].Intersect(weeks[i - 1], StringComparer.Ordinal).Intersect(weeks[i - 2], StringComparer.Ordinal));
        }
    }

    [Fact]
    public void An_exercise_stays_a_second_week_to_be_learnt()
    {
        var weeks = Lived(Given.Ann, Given.OnRung(8), 2).Select(w => Sessions(w).First().Items.Select(i => i.Id).Order(StringComparer.Ordinal)).ToArray();
        Assert.Equal(weeks[0], weeks[1]);
    }

    [Fact]
    public void An_exercise_rises_one_level_at_a_time_and_only_in_a_week_that_holds()
    {
        var level3 = Given.OnRung(8) with { StrengthLevel = 3 };
        int Level(Decision decision, int before, bool up = false)
        {
            var shown = Given.LastWeek with { StrengthLevel = 3, Items = ["C08"], Levels = [new("C08", before)] };
            return Session(Given.Ann, level3 with { Decision = decision, StepsUp = up }, shown).Items.Single(i => i.Id == "C08").Level;
        }

        Assert.Equal([2, 3, 3], [Level(Decision.Hold, 1), Level(Decision.Hold, 2), Level(Decision.Hold, 3)]);
        Assert.Equal([1, 2, 3], [Level(Decision.Progress, 1, up: true), Level(Decision.Progress, 2, up: true), Level(Decision.Progress, 3, up: true)]);
        Assert.Equal(2, Level(Decision.Progress, 1)); // a good week that raises nothing
        Assert.Equal([1, 2, 3], [Level(Decision.StepBack, 1), Level(Decision.StepBack, 2), Level(Decision.StepBack, 3)]);
    }

    /// <summary>Weeks of one prescription, each planned on those before it.</summary>
    internal static PlannedWeek[] Lived(Profile profile, Prescription prescription, int count, params PastWeek[] before) =>
        Lived(profile, [.. Enumerable.Repeat(prescription, count)], before);

    internal static PlannedWeek[] Lived(Profile profile, Prescription[] prescriptions, params PastWeek[] before)
    {
        var facts = Given.Facts(profile, before);
        var weeks = new PlannedWeek[prescriptions.Length];
        for (var i = 0; i < weeks.Length; i++)
        {
            weeks[i] = Given.Week(facts, prescriptions[i]);
            facts = facts with
            {
                History = facts.History with { Weeks = facts.History.Weeks.Add(PastWeek.Of(weeks[i], delivered: true)) },
                Starts = facts.Starts.PlusWeeks(1),
                FirstDay = facts.Starts.PlusWeeks(1),
            };
        }

        return weeks;
    }

    private static IEnumerable<Session.Strength> Sessions(PlannedWeek week) => week.Days.SelectMany(d => d.Sessions).OfType<Session.Strength>();

    [Fact]
    public void One_that_is_new_begins_at_its_first_level_whatever_the_week_has() =>
        Assert.All(Session(Given.Ann, Given.OnRung(8) with { Decision = Decision.Hold, StrengthLevel = 3 }).Items, i => Assert.Equal(1, i.Level));

    [Fact]
    public void The_level_is_that_of_the_exercise_and_not_of_the_week_it_stood_in()
    {
        // A week on level 3 in which the plank, for want of anything, was still on level 1.
        var week = PastWeek.Of(Given.Week(Given.Ann, Given.OnRung(8) with { StrengthLevel = 3 }), delivered: true);
        Assert.Equal(3, week.StrengthLevel);
        Assert.Equal(6, week.Levels.Length);
        Assert.All(week.Levels, level => Assert.Equal(1, level.Level));
        Assert.All(Session(Given.Ann, Given.OnRung(8) with { Decision = Decision.Hold, StrengthLevel = 3 }, week).Items, i => Assert.InRange(i.Level, 1, 2));
    }

    private static Session.Strength Session(Profile profile, Prescription prescription, params PastWeek[] weeks) => Sessions(Given.Week(profile, prescription, weeks)).First();

    private static StrengthRole[] Roles(Profile profile, Prescription prescription) =>
        [.. Session(profile, prescription).Items.Select(i => ((Exercise)TestLibrary.Library[i.Id]).Role)];
}
