using NodaTime;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Routine advice to see someone, and its memory (training rules, section 7).</summary>
public sealed class ReferralTests
{
    [Fact]
    public void Six_answered_weeks_at_four_that_have_not_fallen_refer()
    {
        Assert.Contains("not-improving", Reasons(4, 4, 4, 4, 4, 4, 4));
        Assert.DoesNotContain("not-improving", Reasons(4, 4, 4, 4, 4, 4, 3));
        Assert.DoesNotContain("not-improving", Reasons(4, 6, 5, 4, 4, 4, 4));
        Assert.DoesNotContain("not-improving", Reasons(4, 4, 4, 4, 4, 4));
        Assert.DoesNotContain("not-improving", Reasons(4, 3, 5, 5, 5, 5, 2));
        Assert.Contains("not-improving", Reasons(4, 4, 5, 5, 5, 5, 3));
    }

    [Theory]
    [InlineData(83, false, false)]
    [InlineData(84, false, true)]
    [InlineData(84, true, false)]
    public void Twelve_weeks_of_pain_that_nobody_has_looked_at_refer_at_once(int days, bool assessed, bool refers)
    {
        var profile = Runner.Usual(2);
        var joined = Runner.FirstMonday.PlusDays(-1);
        var plan = new Runner(profile with { Back = profile.Back with { Since = joined.PlusDays(-days), Assessed = assessed } }).PlanNext();
        Assert.Equal(refers, plan.Referral?.Reasons.Contains("persistent") ?? false);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    [InlineData(1, 0, true)]
    public void But_not_a_back_that_does_not_hurt(int usual, int now, bool refers)
    {
        var profile = Runner.Usual(usual);
        var plan = new Runner(profile with { Back = new(usual, now, new LocalDate(2026, 1, 1), Runners.Direction.Neither, Assessed: false) }).PlanNext();
        Assert.Equal(refers, plan.Referral?.Reasons.Contains("persistent") ?? false);
    }

    [Fact]
    public void A_back_that_settled_higher_than_was_told_refers() => Assert.Contains("usual-raised", Reasons(1, 3, 3, 3, 3, 3, 3));

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Below_the_knee_named_days_count_though_they_are_told_at_once(int days, bool refers)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1);
        var last = runner.Day(IsoDayOfWeek.Saturday);
        foreach (var day in new[] { last.PlusDays(-days), last })
        {
            runner.Say(new Planning.History.PainReport(runner.Week, day, Planning.History.ReportTime.Unknown, PainSite.Foot, new(3), runner.Sunday()));
        }

        Assert.Equal(refers, runner.Next().Referral?.Reasons.Contains("below-knee") ?? false);
    }

    [Fact]
    public void The_second_walking_week_refers()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 7, 4);
        Assert.Null(runner.Last.Referral);
        Assert.Contains("still-walking", runner.Next().Referral!.Reasons);
    }

    [Fact]
    public void Two_red_days_within_two_weeks_refer()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null);
        runner.Score(IsoDayOfWeek.Tuesday, 6);
        Assert.Null(runner.Next().Referral);
        runner.Score(IsoDayOfWeek.Tuesday, 7);
        Assert.Null(runner.Next().Referral);
        runner.Score(IsoDayOfWeek.Thursday, 6);
        Assert.Contains("two-reds", runner.Next().Referral!.Reasons);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Red_days_further_apart_do_not(int apart, bool refers)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null, null);
        var second = runner.Day(IsoDayOfWeek.Saturday);
        foreach (var day in new[] { second.PlusDays(-apart), second })
        {
            runner.Say(new Planning.History.PainReport(runner.Week, day, Planning.History.ReportTime.Unknown, PainSite.Back, new(6), day.At(LocalTime.Noon)));
        }

        Assert.Equal(refers, runner.Next().Referral?.Reasons.Contains("two-reds") ?? false);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Pain_below_the_knee_is_counted_in_days(int days, bool refers)
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1);
        var last = runner.Day(IsoDayOfWeek.Saturday);
        foreach (var day in new[] { last.PlusDays(-days), last })
        {
            runner.Say(new Planning.History.PainReport(runner.Week, day, Planning.History.ReportTime.Unknown, PainSite.Foot, new(3), day.At(LocalTime.Noon)));
        }

        Assert.Equal(refers, runner.Next().Referral?.Reasons.Contains("below-knee") ?? false);
    }

    [Fact]
    public void A_back_that_fell_by_two_points_or_to_seventy_per_cent_is_improving()
    {
        Assert.Contains("not-improving", Reasons(6, 6, 6, 5, 5, 5, 5));
        Assert.DoesNotContain("not-improving", Reasons(6, 7, 6, 5, 5, 5, 5));
        Assert.Contains("not-improving", Reasons(4, 3, 5, 5, 5, 4, 3));
        Assert.DoesNotContain("not-improving", Reasons(4, 3, 5, 5, 5, 5, 2));
    }

    [Fact]
    public void Pain_below_the_knee_for_a_week_refers()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 1);
        runner.Bare(3, PainSite.Shin);
        Assert.Null(runner.Next().Referral);
        runner.Answering(1);
        runner.Bare(3, PainSite.Shin);
        Assert.Contains("below-knee", runner.Next().Referral!.Reasons);
    }

    [Fact]
    public void The_same_reason_is_said_again_after_four_weeks_and_not_before()
    {
        var runner = new Runner(Runner.Usual(4)).Answering(Enumerable.Repeat<int?>(4, 14));
        var said = runner.Plans.Select((p, i) => (p, i)).Where(x => x.p.Referral?.Reasons.Contains("not-improving") ?? false).Select(x => x.i);
        Assert.Equal([6, 10], said);
    }

    [Fact]
    public void A_week_that_turned_to_walking_in_its_middle_is_no_first_week_of_walking()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, 7, 6);
        Assert.Contains("still-walking", runner.Next().Referral!.Reasons);
        var turned = runner.History.Weeks[^1] with { Runs = [new(runner.Week, 600, 30, Surface.Road, false, false)] };
        runner.History = runner.History with { Weeks = runner.History.Weeks.SetItem(runner.History.Weeks.Length - 1, turned) };
        Assert.DoesNotContain("still-walking", runner.Next().Referral?.Reasons ?? []);
    }

    [Fact]
    public void It_says_why_and_whom()
    {
        var referral = new Runner(Runner.Usual(4)).Answering(4, 4, 4, 4, 4, 4).Next().Referral!;
        Assert.Equal(
            "Your back is not clearly better than six weeks ago. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.",
            referral.Text);
    }

    private static IEnumerable<string> Reasons(int usual, params int?[] answers) =>
        new Runner(Runner.Usual(usual)).Answering(answers).Next().Referral?.Reasons ?? [];
}
