using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Tests.Progression;

namespace RunBackCare.Planning.Tests.Pain;

/// <summary>What the scores of one week say by themselves; runs were on Tuesday, Thursday and Friday.</summary>
public sealed class WeekPainTests
{
    private static readonly LocalDate Monday = Runner.FirstMonday;

    [Fact]
    public void The_highest_score_of_a_day_counts_once_for_the_mean()
    {
        var pain = Of(Back(0, 2), Back(1, 4), Back(1, 4), Back(1, 1), Back(2, 3));
        Assert.Equal(3, pain.DailyMean);
        Assert.Equal((4, 4, 3), (pain.Worst, pain.RunWorst, pain.OtherWorst));
    }

    [Fact]
    public void A_leg_of_the_same_height_is_another_score()
    {
        var pain = Of(Leg(1, 4), Back(1, 4), Back(2, 1), Back(3, 1));
        Assert.Equal(2, pain.DailyMean);
        Assert.Equal((4, 4), (pain.Worst, pain.LegWorst));
    }

    [Fact]
    public void Two_days_or_a_bare_answer_make_no_mean()
    {
        Assert.Null(Of(Back(1, 2), Back(2, 2)).DailyMean);
        Assert.Null(Of(Back(1, 2), Back(2, 2), Back(3, 2), Bare(3)).DailyMean);
        Assert.NotNull(Of(Back(1, 2), Back(2, 2), Back(3, 2)).DailyMean);
    }

    [Fact]
    public void A_bare_answer_is_the_worst_of_the_runs_too()
    {
        Assert.Equal((5, 5), Of(Bare(5), Back(1, 2)) is var bare ? (bare.Worst, bare.RunWorst) : default);
        Assert.Equal((6, 6), Of(Bare(5), Back(1, 6)) is var run ? (run.Worst, run.RunWorst) : default);
    }

    [Fact]
    public void The_day_after_a_run_is_its_morning_but_where_it_has_a_run_only_a_mornings_score_is()
    {
        var runs = Of(Back(2, 4), Back(4, 5), Leg(4, 3), Back(5, 2)).Runs;
        Assert.Equal((4, (int?)null, (int?)2), (runs[0].Morning, runs[1].Morning, runs[2].Morning));
        Assert.Equal(0, runs[1].LegMorning ?? 0);
        runs = Of(Back(4, 3, ReportTime.Morning), Leg(4, 4, ReportTime.Morning), Back(4, 5)).Runs;
        Assert.Equal((3, 4), (runs[1].Morning, runs[1].LegMorning));
        Assert.Equal(3, Of(Leg(2, 3)).LegMorning);
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    [InlineData(0, 2, true)]
    public void A_morning_is_settled_up_to_one_above_the_usual(int usual, int morning, bool settled)
    {
        Assert.Equal(settled, Of(Back(1, 6), Back(2, morning)).Settled(usual, Policy.Current) || Of(Back(2, morning)).Settled(usual, Policy.Current));
        Assert.Equal(settled, Of(Back(2, morning)).Settled(usual, Policy.Current));
    }

    [Fact]
    public void An_unknown_morning_is_as_settled_as_its_run_and_that_as_the_bare_answer()
    {
        Assert.False(Of(Back(3, 4)).Settled(1, Policy.Current));
        Assert.True(Of(Back(3, 2)).Settled(1, Policy.Current));
        Assert.False(Of(Bare(4)).Settled(1, Policy.Current));
        Assert.True(Of(Bare(2)).Settled(1, Policy.Current));
        Assert.True(Of(Back(3, 4), Back(4, 1, ReportTime.Morning), Back(1, 1), Back(4, 1)).Settled(1, Policy.Current));
    }

    [Fact]
    public void Unsettled_by_two_are_those_runs_alone()
    {
        var pain = Of(Back(2, 4), Back(4, 2, ReportTime.Morning), Back(5, 3));
        Assert.Equal([Monday.PlusDays(1), Monday.PlusDays(4)], pain.UnsettledByTwo(1, Policy.Current).Select(r => r.Day));
        Assert.Equal([Monday.PlusDays(1)], pain.UnsettledByTwo(2, Policy.Current).Select(r => r.Day));
        Assert.Empty(pain.UnsettledByTwo(3, Policy.Current));
    }

    [Fact]
    public void A_score_is_a_whole_number_from_nought_to_ten()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PainScore(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PainScore(11));
        var (low, high) = (new PainScore(3), new PainScore(4));
        Assert.True(low < high && high > low && low <= high && high >= low && low <= new PainScore(3) && low >= new PainScore(3));
        Assert.False(high < low || low > high || high <= low || low >= high || low < new PainScore(3) || low > new PainScore(3));
        Assert.Equal("3", low.ToString());
    }

    private static PainReport Back(int day, int score, ReportTime when = ReportTime.Unknown) => Report(day, score, PainSite.Back, when);

    private static PainReport Leg(int day, int score, ReportTime when = ReportTime.Unknown) => Report(day, score, PainSite.Shin, when);

    private static PainReport Bare(int score) => new(Monday, null, ReportTime.Week, PainSite.Back, new(score), Monday.PlusDays(6).At(LocalTime.Noon));

    private static PainReport Report(int day, int score, PainSite site, ReportTime when) => new(Monday, Monday.PlusDays(day), when, site, new(score), Monday.PlusDays(6).At(LocalTime.Noon));

    private static WeekPain Of(params PainReport[] reports) =>
        WeekPain.Of(reports, [.. new[] { 1, 3, 4 }.Select(d => new TrainingDay(Monday.PlusDays(d), Run: true, 600, 30, Planned: true, Outcome.Done))], new PainDays(reports), Policy.Current);
}
