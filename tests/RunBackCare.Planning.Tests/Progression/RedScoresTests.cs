using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Which day a red score counts for: everything that walks is counted from there.</summary>
public sealed class RedScoresTests
{
    private static readonly LocalDate Monday = Runner.FirstMonday;

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Six_is_red(int score, bool red) => Assert.Equal(red, Last(Score(score, day: 1)) is not null);

    [Fact]
    public void A_named_day_counts_whenever_it_is_told() => Assert.Equal(Monday.PlusDays(1), Last(Score(7, day: 1, told: 6)));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(6, 6)]
    [InlineData(8, 6)]
    public void A_bare_answer_counts_for_the_day_it_is_given_but_not_after_its_week(int told, int day) => Assert.Equal(Monday.PlusDays(day), Last(Score(7, day: null, told)));

    [Fact]
    public void The_last_of_several_counts_in_whatever_order_they_came()
    {
        Assert.Equal(Monday.PlusDays(4), Last(Score(6, 1), Score(6, 4), Score(9, 2)));
        Assert.Equal(Monday.PlusDays(4), Last(Score(6, 4), Score(6, 1)));
    }

    [Fact]
    public void From_and_before_are_days_in_and_out()
    {
        var history = RunnerHistory.Of(Monday) with { Reports = [Score(6, 2)] };
        var day = Monday.PlusDays(2);
        Assert.Equal(day, RedScores.Last(history, day, day.PlusDays(1), Policy.Current));
        Assert.Null(RedScores.Last(history, day.PlusDays(1), day.PlusDays(9), Policy.Current));
        Assert.Null(RedScores.Last(history, Monday, day, Policy.Current));
    }

    [Fact]
    public void A_changed_stride_is_red_on_its_day_else_on_the_day_of_writing()
    {
        Assert.Equal(Monday.PlusDays(1), Stride(Monday, Monday.PlusDays(7), day: 1));
        Assert.Equal(Monday.PlusDays(5), Stride(Monday, Monday.PlusDays(7), day: null));
        Assert.Equal(Monday.PlusDays(1), Stride(Monday.PlusDays(1), Monday.PlusDays(2), day: 1));
        Assert.Null(Stride(Monday.PlusDays(2), Monday.PlusDays(7), day: 1));
        Assert.Null(Stride(Monday, Monday.PlusDays(1), day: 1));
        Assert.Equal(Monday.PlusDays(4), Stride(Monday, Monday.PlusDays(7), day: 4, Score(6, 1)));
        Assert.Equal(Monday.PlusDays(6), Stride(Monday, Monday.PlusDays(7), day: 4, Score(6, 6)));
    }

    private static LocalDate? Last(params PainReport[] reports) =>
        RedScores.Last(RunnerHistory.Of(Monday) with { Reports = [.. reports] }, Monday.PlusWeeks(-9), Monday.PlusWeeks(9), Policy.Current);

    private static LocalDate? Stride(LocalDate from, LocalDate before, int? day, params PainReport[] reports) => RedScores.Last(
        RunnerHistory.Of(Monday) with
        {
            Reports = [.. reports],
            Logs = [new SessionLog.ChangedStride(day is { } named ? Monday.PlusDays(named) : null) { Week = Monday, Answered = Monday.PlusDays(5).At(LocalTime.Noon) }],
        }, from, before, Policy.Current);

    private static PainReport Score(int score, int? day, int told = 6) =>
        new(Monday, day is { } named ? Monday.PlusDays(named) : null, day is null ? ReportTime.Week : ReportTime.Unknown, PainSite.Back, new(score), Monday.PlusDays(told).At(LocalTime.Noon));
}
