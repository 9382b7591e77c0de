namespace RunBackCare.Planning.Tests.Progression;

/// <summary>The courses of the training rules, section 3: three runs a week, entry at L1, bare weekly answers.</summary>
public sealed class CourseTests
{
    [Fact]
    public void A_steady_one_climbs_from_L1_to_L15_in_nineteen_weeks() =>
        Assert.Equal("1 2 3 4 3 5 6 7 6 8 9 10 9 11 12 13 12 14 15", Course(1, Forever(1), 19));

    [Fact]
    public void A_wobble_of_one_point_changes_nothing() =>
        Assert.Equal("1 2 3 4 3 5 6 7 6 8 9 10 9 11 12 13 12 14 15", Course(1, Repeat(1, 2), 19));

    [Fact]
    public void A_usual_four_climbs_every_other_week() =>
        Assert.Equal("1 1 2 2 3 3 4 3 5 5 6 5 7 7 8 7 9", Course(4, Repeat(4, 4, 3, 4, 4, 5), 17));

    [Fact]
    public void A_red_answer_walks_until_it_is_calm_and_comes_back_three_rungs_lower() =>
        Assert.Equal("1 2 3 4 3 5 6 7 6 W W W 4 4 5 6 7 6 8", Course(1, [1, 1, 1, 1, 1, 1, 1, 1, 7, 4, 3, 2, .. Forever(1)], 19));

    [Fact]
    public void A_lasting_three_steps_back_once_then_becomes_the_usual() =>
        Assert.Equal("1 2 3 4 3 3 3 3 3 3 3 3 4 4 5 4 6 6 7 6", Course(1, [1, 1, 1, 1, .. Forever(3)], 20));

    [Fact]
    public void A_lasting_three_after_a_red_answer_walks_until_it_is_the_usual() =>
        Assert.Equal("1 2 3 4 3 W W W W W W W 1 1 2 2 3 3 4 3 5", Course(1, [1, 1, 1, 1, 7, .. Forever(3)], 21));

    /// <summary>Lived twice: with runs on fixed days, and with the days the whole planner chooses.</summary>
    private static string Course(int usual, IEnumerable<int?> answers, int weeks)
    {
        var decided = new Runner(Runner.Usual(usual)).Answering(answers.Take(weeks)).Course;
        var planned = new Runner(Runner.Usual(usual)) { Planner = new(Policy.Current, TestLibrary.Library) }.Answering(answers.Take(weeks)).Course;
        Assert.Equal(decided, planned);
        return planned;
    }

    private static IEnumerable<int?> Forever(int answer) => Repeat(answer);

    private static IEnumerable<int?> Repeat(params int[] answers)
    {
        for (var i = 0; i < 60; i++)
        {
            yield return answers[i % answers.Length];
        }
    }
}
