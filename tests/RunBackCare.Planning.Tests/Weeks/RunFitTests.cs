using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Weeks;

/// <summary>A rung on a given day, under a given cap.</summary>
public sealed class RunFitTests
{
    private const int NoCap = int.MaxValue;

    [Theory]
    [InlineData(5, 45, 10, 60)]
    [InlineData(5, 29, 9, 60)]
    [InlineData(5, 20, 5, 60)]
    [InlineData(7, 20, 4, 90)] // three of seven would be less than half
    [InlineData(15, 39, 1, 840)] // half an hour does not fit; half of L14 does
    [InlineData(15, 40, 1, 1800)]
    public void A_day_takes_whole_repeats_and_a_lower_rung_where_less_than_half_fits(int rung, int day, int reps, int bout) =>
        Assert.Equal((reps, bout), Of(rung, day, NoCap));

    [Theory]
    [InlineData(10, 1200, 5, 240)]
    [InlineData(10, 1100, 4, 240)]
    [InlineData(10, 510, 2, 240)]
    [InlineData(14, 989, 1, 840)]
    public void The_cap_takes_repeats_away(int rung, int cap, int reps, int bout) => Assert.Equal((reps, bout), Of(rung, 60, cap));

    [Theory]
    [InlineData(540, 540)]
    [InlineData(990, 990)]
    [InlineData(1110, 1080)]
    [InlineData(1230, 1200)]
    [InlineData(1350, 1320)]
    [InlineData(1470, 1440)]
    [InlineData(1590, 1560)]
    [InlineData(1710, 1680)]
    public void Half_an_hour_under_a_lower_cap_becomes_the_lower_rung_that_uses_most_of_it(int cap, int running) =>
        Assert.Equal(running, RunFit.OfRung(15, 60, cap, half: false, Policy.Current).TotalSeconds);

    [Theory]
    [InlineData(9, 330, 11, 30)] // one bout of three minutes was run already
    [InlineData(10, 1199, 6, 180)]
    public void Repeats_that_would_be_no_more_than_the_longest_run_make_room_for_a_lower_rung(int rung, int cap, int reps, int bout) => Assert.Equal((reps, bout), Of(rung, 60, cap));

    [Fact]
    public void No_cap_holds_anybody_back_for_ever()
    {
        // From whatever a day and a bad month left, the next cap always admits more, up to the rung itself.
        foreach (var rung in Ladder.Rungs.Where(r => r.Number > 0))
        {
            for (var longest = 150; longest < rung.RunTotalSeconds;)
            {
                var next = RunFit.OfRung(rung.Number, 60, RunCap.Of(longest, Policy.Current), half: false, Policy.Current).TotalSeconds;
                Assert.True(next > longest, $"L{rung.Number} stays at {longest} s");
                longest = next;
            }
        }
    }

    [Theory]
    [InlineData(5, NoCap, 300)]
    [InlineData(15, NoCap, 900)]
    [InlineData(10, 510, 240)] // two of four minutes are whole, one is half of that
    [InlineData(15, 990, 480)]
    public void Half_is_half_of_what_the_whole_run_would_be(int rung, int cap, int running) =>
        Assert.Equal(running, RunFit.OfRung(rung, 60, cap, half: true, Policy.Current).TotalSeconds);

    private static (int Reps, int Bout) Of(int rung, int day, int cap)
    {
        var fit = RunFit.OfRung(rung, day, cap, half: false, Policy.Current);
        return (fit.Reps, fit.RunSeconds);
    }
}
