using NodaTime;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Progression;

public sealed class EntryRungTests
{
    private static readonly LocalDate Today = Runner.FirstMonday;

    [Fact]
    public void Whoever_only_walks_begins_at_the_first_rung_whatever_they_could_run() =>
        Assert.Equal(1, EntryRung.Of(Runner.Usual(1) with { LongestRunMinutes = 12 }, Runner.FirstMonday, Policy.Current));

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(3, 2, false)]
    public void Half_an_hour_is_for_a_back_that_is_calm_now_and_usually(int usual, int now, bool top)
    {
        var profile = Runner.Builder(40, 60) with { Back = Runner.Usual(usual).Back with { Now = now } };
        Assert.Equal(top, EntryRung.Of(profile, Runner.FirstMonday, Policy.Current) == Ladder.Top);
    }

    [Fact]
    public void Who_cannot_walk_half_an_hour_walks_first() => Enters(0, Walker with { Experience = Experience.None });

    [Fact]
    public void Who_walks_begins_at_the_first_rung() => Enters(1, Walker);

    [Theory]
    [InlineData(4, 13, 0)]
    [InlineData(4, 14, 1)]
    [InlineData(3, 13, 1)]
    public void A_pain_of_four_that_is_younger_than_two_weeks_walks_first(int now, int days, int rung) =>
        Enters(rung, Walker with { Back = Walker.Back with { Now = now, Since = Today.PlusDays(-days) } });

    [Fact]
    public void An_old_pain_of_eight_is_no_recent_one() => Enters(1, Walker with { Back = Walker.Back with { Now = 8 } });

    [Theory]
    [InlineData("0.1", null, 1)]
    [InlineData("1", null, 1)] // 3 bouts = 3 min: L1
    [InlineData("3", null, 4)] // 3 bouts = 9 min: L4
    [InlineData("3", "12", 6)] // 12 min said
    [InlineData("3", "30", 8)] // bouts of 3 min: L9, minus one
    [InlineData("8", null, 10)] // 20 min at most
    [InlineData("8", "40", 11)] // bouts of 8 min: L12, minus one
    public void Who_runs_with_breaks_enters_by_bout_and_by_minutes(string longest, string? now, int rung)
    {
        var profile = Walker with
        {
            Experience = Experience.RunWalks,
            LongestRunMinutes = decimal.Parse(longest, System.Globalization.CultureInfo.InvariantCulture),
            RunMinutesNow = now is null ? null : decimal.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
        };
        Enters(rung, profile);
    }

    [Theory]
    [InlineData(5, 3)] // cap of 5 min: 7.5 min, L3
    [InlineData(10, 6)] // cap 12.5 min
    [InlineData(20, 11)] // cap 22 min: L11; bouts: L14 − 1
    [InlineData(29, 13)] // bouts of 14 min: L14, minus one
    public void Who_runs_enters_by_bout_and_by_the_cap_of_the_longest(int longest, int rung) => Enters(rung, Runs(longest) with { CurrentRunsPerWeek = 1 });

    [Theory]
    [InlineData(30, 2, 2, 15)]
    [InlineData(30, 1, 2, 14)]
    [InlineData(29, 2, 2, 13)]
    [InlineData(30, 2, 3, 14)]
    public void Half_an_hour_twice_a_week_without_much_pain_begins_at_the_top(int longest, int runs, int pain, int rung) =>
        Enters(rung, Runs(longest) with { CurrentRunsPerWeek = runs, Back = new(pain, pain, null, Direction.Neither, true) });

    [Fact]
    public void Weight_and_age_begin_one_rung_lower_once()
    {
        Enters(5, Runs(10) with { BmiOver30 = true });
        Enters(5, Runs(10) with { BirthYear = Today.Year - 60 });
        Enters(6, Runs(10) with { BirthYear = Today.Year - 59 });
        Enters(5, Runs(10) with { BmiOver30 = true, BirthYear = 1950 });
        Enters(1, Walker with { BmiOver30 = true });
        Enters(1, Runs(1) with { BmiOver30 = true });
    }

    [Fact]
    public void After_a_birth_nobody_begins_above_the_first_rung() =>
        Enters(1, Runs(40) with { Screening = [new(Screening.BirthWithinYear, Today.PlusDays(-9))] });

    [Fact]
    public void Run_walk_for_life_begins_at_nine_at_most() => Enters(9, Runs(40) with { Goal = Goal.RunWalkForLife });

    [Theory]
    [InlineData(20, 6)] // 10 minutes hold 4 of 8 at L6, but only 3 of 7 at L7
    [InlineData(25, 11)] // 15 minutes hold half of L13 too, but not of L12 on the way
    [InlineData(28, 14)]
    [InlineData(40, 15)]
    public void The_longest_day_sets_the_ceiling(int minutes, int ceiling) =>
        Assert.Equal(ceiling, Ladder.Ceiling(Walker with { Days = new([minutes, 0, 0, 0, 0, 0, 0]) }, Policy.Current));

    private static Profile Walker => Runner.Usual(1);

    private static Profile Runs(int longest) => Walker with { Experience = Experience.Runs, LongestRunMinutes = longest, CurrentRunsPerWeek = 3 };

    private static void Enters(int rung, Profile profile) => Assert.Equal(rung, EntryRung.Of(profile, Today, Policy.Current));
}
