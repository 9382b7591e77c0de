using NodaTime;
using RunBackCare.Mail.Views;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Mail.Tests;

/// <summary>Dates, durations and counts as a person reads them. The blank between a number and its unit does not break.</summary>
public sealed class WordingTests
{
    private static readonly LocalDate Monday = new(2026, 11, 30);

    [Theory]
    [InlineData(15, "15 s")]
    [InlineData(60, "1 min")]
    [InlineData(105, "1 min 45 s")]
    [InlineData(1800, "30 min")]
    [InlineData(3960, "66 min")]
    public void Durations(int seconds, string words) => Assert.Equal(words, Plain(Wording.Duration(seconds)));

    [Theory]
    [InlineData(45, "45 min")]
    [InlineData(180, "3 h")]
    [InlineData(190, "3 h 10 min")]
    public void Hours(int minutes, string words) => Assert.Equal(words, Plain(Wording.Hours(minutes)));

    [Theory]
    [InlineData(1, "one run")]
    [InlineData(2, "two runs")]
    [InlineData(12, "12 runs")]
    public void Counts(int count, string words) => Assert.Equal(words, Wording.Count(count, "run", "runs"));

    [Theory]
    [InlineData(null, "Monday 30 November", "17:00")]
    [InlineData("en-GB", "Monday 30 November", "17:00")]
    [InlineData("en-US", "Monday November 30", "5:00 PM")]
    [InlineData("de-DE", "Monday 30 November", "17:00")]
    [InlineData("en-nonsense-x", "Monday 30 November", "17:00")]
    public void Days_and_times_follow_the_person_where_the_words_do(string? language, string day, string time)
    {
        var words = new Wording(language);

        Assert.Equal(day, Plain(words.Day(Monday)));
        Assert.Equal(time, Plain(words.Time(new(17, 0))).Replace('\u202f', ' '));
    }

    [Fact]
    public void Distances_are_in_the_persons_units()
    {
        var words = new Wording(null);

        Assert.Equal("1,320 km", Plain(words.Distance(1320, Units.Kilometres)));
        Assert.Equal("199 miles", Plain(words.Distance(320, Units.Miles)));
    }

    [Fact]
    public void The_shoe_counter_speaks_miles_to_those_who_do()
    {
        var view = WeekView.Of(SampleWeeks.Continuous, SampleLibrary.Value, SampleWeeks.Ann with { Units = Units.Miles }, SampleWeeks.Links);

        Assert.StartsWith("Your shoes have 505 miles on them.", Plain(view.Shoes!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_swaps_offered_are_those_of_the_plan_and_in_its_order() =>
        Assert.Equal(["Swim", "Walk"], SampleWeeks.View(SampleWeeks.Full with { Swaps = ["X04", "X01"] }).Swaps);

    [Fact]
    public void A_swap_offered_is_explained() =>
        Assert.Contains("How to swim.", SampleLetters.Render(SampleWeeks.View(SampleWeeks.Full with { Swaps = ["X04"] })).Text, StringComparison.Ordinal);

    [Fact]
    public void A_week_that_offers_no_swaps_says_nothing_of_them() =>
        Assert.DoesNotContain("NOT UP FOR IT", SampleLetters.Render(SampleWeeks.View(SampleWeeks.Full with { Swaps = [] })).Text, StringComparison.Ordinal);

    [Fact]
    public void A_walk_is_not_offered_in_place_of_a_walk() =>
        Assert.Empty(SampleWeeks.View(SampleWeeks.WalkOnly).Swaps);

    [Fact]
    public void A_first_week_is_called_so() => Assert.Equal("Your first week", SampleWeeks.View(SampleWeeks.Partial).Badge);

    [Theory]
    [InlineData("3 × 20 m each side, 4-6 kg", "3~×~20~m each~side, 4-6~kg")]
    [InlineData("2 × 30 s each side", "2~×~30~s each~side")]
    [InlineData("5 × 5 breaths", "5~×~5 breaths")]
    [InlineData("one step easier: 8 × 1:30 instead of 7 × 2:00.", "one step easier: 8~×~1:30 instead of 7~×~2:00.")]
    [InlineData("Pain up to 2 of 10 is fine for 30 minutes.", "Pain up to 2~of~10 is fine for 30~minutes.")]
    [InlineData("over 10 per cent, or 5 %, of 2 runs", "over 10~per cent, or 5~%, of 2 runs")]
    [InlineData("2 medium or 3 small steps", "2 medium or 3 small steps")]
    public void A_number_stays_with_its_unit(string text, string tied) => Assert.Equal(tied, Wording.Tied(text).Replace('\u00a0', '~'));

    private static string Plain(string words) => words.Replace('\u00a0', ' ');
}
