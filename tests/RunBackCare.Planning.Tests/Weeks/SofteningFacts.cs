using RunBackCare.Planning.Content;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>A week made gentle on its Thursday: nothing moves, runs become walks, and of the rest only what is calm stays.</summary>
public sealed class SofteningFacts
{
    private static readonly Prescription Level2 = Given.OnRung(8) with { StrengthLevel = 2 };
    private static readonly PlannedWeek Planned = Given.Week(Given.Ann, Level2);

    [Fact]
    public void Nothing_moves_and_a_roll_stays_only_beside_its_stretches()
    {
        Assert.Equal("TF R S R - LF S", Given.Shape(Planned));
        Assert.Equal("TF R S W - W S", Given.Shape(Softened(3)));
        Assert.Equal("TF W S W - W S", Given.Shape(Softened(0)));
        Assert.Equal(Planned.Days[..3], Softened(3).Days[..3]);
    }

    [Fact]
    public void A_walk_takes_half_an_hour_or_what_the_day_has()
    {
        var days = Given.Days(tue: 45, thu: 35, sat: 25);
        var week = Given.Week(Given.Ann with { Days = days }, Level2);
        var shorter = Given.Days(tue: 45, thu: 22, sat: 25);
        Assert.Equal([30, 25], Walks(Softened(3, week, Given.Ann with { Days = days })));
        Assert.Equal([22, 25], Walks(Softened(3, week, Given.Ann with { Days = shorter })));

        // A day that is no longer possible keeps its walk all the same: it was in the mail.
        Assert.Equal([30, 25], Walks(Softened(3, week, Given.Ann with { Days = Given.Days(tue: 45, sat: 25) })));
    }

    [Fact]
    public void Strength_keeps_what_is_calm_at_its_first_level_and_is_filled_up_to_four()
    {
        var before = Strength(Planned.Days[6]);
        var after = Strength(Softened(3).Days[6]);
        var calm = before.Items.Select(i => (Exercise)TestLibrary.Library[i.Id]).Where(e => e.AcuteUpTo > 0).Select(e => e.Id).ToArray();
        Assert.NotEmpty(calm);
        Assert.Equal(calm, after.Items.Take(calm.Length).Select(i => i.Id));
        Assert.Equal(Math.Max(4, calm.Length), after.Items.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(after.Items.Length, after.Items.Select(i => i.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(after.Items, i => Assert.Equal((1, true), (i.Level, ((Exercise)TestLibrary.Library[i.Id]).AcuteUpTo > 0)));
        Assert.Equal(15, after.Minutes);
    }

    [Fact]
    public void A_session_of_calm_exercises_alone_stays_whole()
    {
        var whole = Given.Week(Given.Ann, Given.WalkOnly);
        var strength = Strength(whole.Days[6 - 1]);
        var week = Planned with { Days = Planned.Days.SetItem(6, Planned.Days[6] with { Sessions = [strength] }) };
        Assert.Equal(strength.Items, Strength(Softened(3, week).Days[6]).Items);
        Assert.Equal(strength.Minutes, Strength(Softened(3, week).Days[6]).Minutes);
    }

    [Fact]
    public void Without_strength_the_day_rests()
    {
        var prescription = new Flare(Given.Monday, 7, Leg: false).Soften(Level2, runsLeft: true) with { Strength = 0 };
        Assert.Equal("TF R S W - W -", Given.Shape(Softened(3, Planned, Given.Ann, prescription)));
    }

    [Fact]
    public void A_walk_that_was_offered_is_offered_still()
    {
        var week = Planned with { Days = Planned.Days.SetItem(4, Planned.Days[4] with { Sessions = [new Session.Walk { Minutes = 20, Optional = true }] }) };
        Assert.Equal(new Session.Walk { Minutes = 20, Optional = true }, Assert.Single(Softened(3, week).Days[4].Sessions));
    }

    [Fact]
    public void It_carries_the_name_and_the_reasons_of_what_it_became()
    {
        var soft = Softened(3);
        Assert.Equal((Decision.WalkOnly, 3, 0, 8, true, 1), (soft.Decision, soft.Row, soft.Rung, soft.Standing, soft.Acute, soft.StrengthLevel));
        Assert.Equal("flare", Assert.Single(soft.Reasons).Code);
        Assert.Equal(Planned.Cue, soft.Cue);
    }

    [Fact]
    public void The_lower_of_two_levels_is_remembered()
    {
        Session.Strength At(params (string Id, int Level)[] items) => new() { Minutes = 15, Items = [.. items.Select(i => new SessionItem(i.Id, i.Level, ""))] };
        var week = Planned with { Days = Planned.Days.SetItem(2, Planned.Days[2] with { Sessions = [At(("C08", 2), ("C05", 2))] }).SetItem(6, Planned.Days[6] with { Sessions = [At(("C08", 1))] }) };
        Assert.Equal([new("C08", 1), new("C05", 2)], RunBackCare.Planning.History.PastWeek.Of(week, delivered: true).Levels);
    }

    private static IEnumerable<int> Walks(PlannedWeek week) => week.Days.SelectMany(d => d.Sessions).OfType<Session.Walk>().Select(w => w.Minutes);

    private static Session.Strength Strength(PlannedDay day) => day.Sessions.OfType<Session.Strength>().Single();

    private static PlannedWeek Softened(int open, PlannedWeek? week = null, Planning.Runners.Profile? profile = null, Prescription? prescription = null)
    {
        week ??= Planned;
        var facts = Given.Facts(profile ?? Given.Ann) with { FirstDay = Given.Monday.PlusDays(open) };
        prescription ??= new Flare(Given.Monday, 7, Leg: false).Soften(Level2, runsLeft: true);
        return Softening.Soften(facts, week, prescription with { FixedDays = week.Days[..open] }, Policy.Current, TestLibrary.Library);
    }
}
