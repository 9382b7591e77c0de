using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Each row of the decision table at the edges of its numbers. A week before is always calm, at a usual 1.</summary>
public sealed class RowTests
{
    // ---- Row 3: walk only ----

    [Theory]
    [InlineData(5, Decision.StepBack)]
    [InlineData(6, Decision.WalkOnly)]
    public void Row_3_a_bare_six(int score, Decision decision) => Next(r => r.Bare(score), decision, decision == Decision.WalkOnly ? 3 : 4, usual: 1);

    [Theory]
    [InlineData(5, 4)]
    [InlineData(6, 3)]
    public void Row_3_a_six_on_a_run_day(int score, int row) => Next(r => r.Run(IsoDayOfWeek.Thursday, score).Score(IsoDayOfWeek.Friday, 1), row);

    [Theory]
    [InlineData(6, 4)]
    [InlineData(7, 3)]
    public void Row_3_a_seven_on_any_other_day(int score, int row) => Next(r => r.Run(IsoDayOfWeek.Tuesday, 1).Score(IsoDayOfWeek.Monday, score), row);

    [Theory]
    [InlineData(5, 7)]
    [InlineData(6, 3)]
    public void Row_3_a_six_in_a_leg(int score, int row) => Next(r => r.Bare(1).Bare(score, PainSite.Knee), row);

    [Fact]
    public void Row_3_two_runs_unsettled_by_two() =>
        Next(r => r.Run(IsoDayOfWeek.Tuesday, 2).Morning(IsoDayOfWeek.Wednesday, 3).Run(IsoDayOfWeek.Thursday, 2).Morning(IsoDayOfWeek.Friday, 3), 3);

    [Fact]
    public void Row_3_a_changed_stride() =>
        Next(r => r.Bare(1).Log(new SessionLog.ChangedStride(r.Day(IsoDayOfWeek.Tuesday)) { Week = r.Week, Answered = r.Sunday() }), 3);

    [Theory]
    [InlineData(5, Decision.Hold)]
    [InlineData(6, Decision.WalkOnly)]
    public void Row_3_a_usual_six_does_not_even_begin(int usual, Decision decision) => Assert.Equal(decision, new Runner(Runner.Usual(usual)).PlanNext().Decision);

    // ---- Row 4: step back ----

    [Theory]
    [InlineData(1, 2, 8)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 3, 8)]
    [InlineData(2, 4, 4)]
    public void Row_4_a_morning_two_above_the_usual_and_at_least_three(int usual, int morning, int row) =>
        Next(r => r.Run(IsoDayOfWeek.Tuesday, 2).Morning(IsoDayOfWeek.Wednesday, morning), row, usual, before: usual);

    [Theory]
    [InlineData(0, 2, 7)]
    [InlineData(1, 2, 8)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 3, 7)]
    public void Row_4_a_rise_of_two_to_three_or_more(int before, int now, int row) => Next(r => r.Bare(now), row, usual: before, before);

    [Fact]
    public void Row_4_daily_means_thirty_per_cent_and_a_point_up()
    {
        // Means 3 → 4: a third more and one point.
        Assert.Equal(4, Daily([3, 3, 3, 3, 3, 3, 3], [4, 4, 4, 4, 4, 4, 4], usual: 4).Row);

        // Three scores are enough for a mean, and 10/3 → 13/3 is just 30 per cent; 17/5 → 22/5 is 29.
        Assert.Equal(4, Daily([3, 3, 4], [4, 4, 5], usual: 4).Row);
        Assert.Equal(6, Daily([3, 3, 3, 4, 4], [4, 4, 4, 5, 5], usual: 4).Row);

        // Two scores are none: the worst of each week is then compared, and one point is a wobble.
        Assert.Equal(6, Daily([3, 3], [4, 4], usual: 4).Row);

        // Means 4 → 5: one point, but only a quarter more.
        Assert.Equal(6, Daily([4, 4, 4, 4, 4, 4, 4], [5, 5, 5, 5, 5, 5, 5], usual: 4).Row);
    }

    [Fact]
    public void Row_4_two_up_on_four_weeks_ago_without_a_lighter_week_between()
    {
        var runner = new Runner(Runner.Usual(2)).Answering(1, 1, 2, 2, 3);
        Assert.Equal((4, "rising-four-weeks"), (runner.Next().Row, runner.Next().Reasons[0].Code));
        Assert.NotEqual(4, new Runner(Runner.Usual(2)).Answering(1, 1, 2, 2, 2).Next().Row);
    }

    [Fact]
    public void Row_4_a_creep_steps_back_once_in_four_weeks_and_refers()
    {
        var runner = new Runner(Runner.Usual(4)).Answering(1, 1, 2, 1, 2, 2, 2, 3, 3, 4);
        Assert.DoesNotContain(runner.Next().Reasons, r => r.Code == "creep");
        runner.Answering(4);
        var next = runner.Next();
        Assert.Equal((Decision.StepBack, 4), (next.Decision, next.Row));
        Assert.Contains(next.Reasons, r => r.Code == "creep");
        Assert.Contains("creep", next.Referral!.Reasons);
        runner.Answering(4);
        Assert.DoesNotContain(runner.Next().Reasons, r => r.Code == "creep");
        runner.Answering(4, 4, 4);
        Assert.Contains(runner.Next().Reasons, r => r.Code == "creep");
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 4)]
    public void Row_4_a_leg_that_still_hurts_next_morning(int score, int row) => Next(r => r.Bare(1).Morning(IsoDayOfWeek.Friday, score, PainSite.Shin), row);

    [Fact]
    public void Row_4_a_leg_in_a_second_week_running_refers()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1);
        runner.Bare(3, PainSite.Knee);
        Assert.Equal(7, runner.Next().Row);
        runner.Answering(1);
        runner.Bare(2, PainSite.Knee);
        Assert.NotEqual(4, runner.Next().Row);
        runner.Bare(3, PainSite.Knee);
        Assert.Equal((Decision.StepBack, 4), (runner.Next().Decision, runner.Next().Row));
        Assert.Contains("leg-again", runner.Next().Referral!.Reasons);
    }

    // ---- Row 5: hold ----

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(2, 8)]
    [InlineData(3, 8)]
    [InlineData(9, 8)]
    public void Row_5_less_than_two_thirds_done(int runs, int row) => Next(r => r.Bare(1).RunsDone(runs), row);

    [Fact]
    public void Row_5_fewer_than_two_runs_at_this_rung()
    {
        var once = new Runner(Runner.Usual(1) with { Days = new([0, 45, 0, 0, 0, 0, 0]) }).Answering(1, 1);
        Assert.Equal("few-runs-at-rung", once.Plans[1].Reasons[0].Code);
        Assert.Equal((1, 2), (once.Plans[1].Rung, once.Next().Rung));
    }

    [Fact]
    public void Row_5_done_without_a_score()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null);
        runner.Log(new SessionLog.AllDone { Week = runner.Week, Answered = runner.Sunday() });
        Assert.Equal((5, "no-score"), (runner.Next().Row, runner.Next().Reasons[0].Code));
    }

    [Fact]
    public void Row_5_new_shoes_hold_one_week()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1);
        runner.Profile = runner.Profile with { Shoes = new(runner.Day(IsoDayOfWeek.Thursday), 0) };
        Assert.Equal((5, "new-shoes"), (runner.Next().Row, runner.Next().Reasons[0].Code));
        runner.Answering(1);
        Assert.Equal(8, runner.Next().Row);
    }

    [Fact]
    public void Row_5_a_usual_surface_the_person_brought_in_holds()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1);
        runner.Profile = runner.Profile with { Surfaces = [Surface.Road, Surface.Trail], UsualSurface = Surface.Trail };
        Assert.Equal((5, "new-surface"), (runner.Next().Row, runner.Next().Reasons[0].Code));
        runner.Answering(1);
        Assert.Equal(8, runner.Next().Row);
    }

    [Fact]
    public void Row_5_a_part_week_is_followed_by_a_hold_and_keeps_the_count()
    {
        var runner = new Runner(Runner.Usual(1), Runner.FirstMonday.PlusDays(3)).Answering(1, 1, 1, 1, 1, 1);
        Assert.Equal("1 1 2 3 4 3", runner.Course);
        Assert.Equal(2, runner.Plans[0].Runs);
        Assert.Equal(1, runner.Plans[0].Strength);
    }

    // ---- Rows 6 to 9 ----

    [Theory]
    [InlineData(4, 5, 6)]
    [InlineData(4, 6, 3)]
    [InlineData(3, 4, 6)]
    [InlineData(3, 5, 4)]
    [InlineData(5, 5, 6)]
    public void Row_6_up_to_one_above_a_usual_of_three_or_more(int usual, int now, int row) =>
        Assert.Equal(row, new Runner(Runner.Usual(usual)).Answering(usual, now).Next().Row);

    [Fact]
    public void Row_6_asks_as_much_of_the_other_days_as_row_8()
    {
        // Else a run day of 3 in place of 2 would turn a Hold into a Progress.
        Assert.Equal(9, Daily([3, 4, 4, 4, 4, 4, 4], [5, 2, 2, 2, 2, 2, 2], usual: 3).Row);
        Assert.Equal(7, Daily([3, 4, 4, 4, 4, 4, 4], [5, 3, 2, 2, 2, 2, 2], usual: 3).Row);
        Assert.Equal(6, Daily([3, 4, 4, 4, 4, 4, 4], [4, 3, 2, 2, 2, 2, 2], usual: 3).Row);
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(3, 7)]
    public void Row_7_legs_of_three_hold(int leg, int row) => Next(r => r.Bare(1).Bare(leg, PainSite.Foot), row);

    [Fact]
    public void Row_8_another_day_may_be_one_above_the_usual_or_three()
    {
        Next(r => r.Run(IsoDayOfWeek.Tuesday, 1).Score(IsoDayOfWeek.Monday, 2), 8);
        Assert.Equal(8, Daily([2, 2, 2, 2, 2, 2, 3], [3, 2, 2, 2, 2, 2, 2], usual: 2).Row);
        Assert.Equal(9, Daily([2, 2, 2, 2, 2, 2, 4], [4, 2, 2, 2, 2, 2, 2], usual: 2).Row);
    }

    private static void Next(Func<Runner, Runner> says, int row, int usual = 1, int before = 1)
    {
        var runner = new Runner(Runner.Usual(usual)).Answering(before, null);
        Assert.Equal(row, says(runner).Next().Row);
    }

    private static void Next(Func<Runner, Runner> says, Decision decision, int row, int usual)
    {
        var next = says(new Runner(Runner.Usual(usual)).Answering(usual, null)).Next();
        Assert.Equal((decision, row), (next.Decision, next.Row));
    }

    private static Prescription Daily(int[] before, int[] now, int usual)
    {
        var runner = new Runner(Runner.Usual(usual));
        foreach (var scores in new[] { before, now })
        {
            runner.PlanNext();
            for (var day = 0; day < scores.Length; day++)
            {
                runner.Score((IsoDayOfWeek)(day + 1), scores[day]);
            }
        }

        return runner.Next();
    }
}
