using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Tests.Progression;

namespace RunBackCare.Planning.Tests.History;

public sealed class UsualPainTests
{
    [Fact]
    public void It_is_the_stated_pain_before_any_answer() => Assert.Equal(4, Of(4, [null]).Weeks[^1].Usual);

    [Fact]
    public void It_is_the_median_of_the_four_weeks_before_where_that_is_lower()
    {
        Assert.Equal(2.5m, Of(4, 4, 2, 3, 2, 3, 9).Weeks[^1].Usual);
        Assert.Equal(4, Of(4, 5, 5, 5, 5, 5).Weeks[^1].Usual);
    }

    [Fact]
    public void The_week_itself_has_no_part_in_it() => Assert.Equal(3, Of(4, 3, 3, 3, 0).Weeks[^1].Usual);

    [Fact]
    public void Six_steady_weeks_around_three_raise_a_lower_statement()
    {
        Assert.Equal((3m, true), (Of(1, 3, 3, 2, 4, 3, 3).Stated, Of(1, 3, 3, 2, 4, 3, 3).UsualJustRaised));
        Assert.Equal(1, Of(1, 3, 3, 3, 3, 3).Stated);
        Assert.Equal(1, Of(1, 3, 3, 3, 3, 3, 5).Stated);
        Assert.Equal(1, Of(1, 3, 3, 3, 3, 3, 1).Stated);
        Assert.Equal(1, Of(1, 2, 2, 3, 3, 4, 4).Stated);
        Assert.Equal(1, Of(1, 2, 2, 3, 2, 3, 2).Stated);
        Assert.Equal(4, Of(4, 3, 3, 3, 3, 3, 3).Stated);
    }

    [Fact]
    public void It_is_said_once()
    {
        var record = Of(1, 3, 3, 3, 3, 3, 3, 3);
        Assert.Equal((3m, false), (record.Stated, record.UsualJustRaised));
    }

    [Fact]
    public void What_an_assessed_person_states_stands_above_the_weeks_before_it()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(3, 3, 3, 3, 3, 3);
        runner.History = runner.History with { UsualChanged = [runner.Week] };
        Assert.Equal(1, RunnerRecord.Of(runner.Facts(), Policy.Current).Stated);
    }

    private static RunnerRecord Of(int usual, params int?[] answers) =>
        RunnerRecord.Of(new Runner(Runner.Usual(usual)).Answering(answers).Facts(), Policy.Current);
}
