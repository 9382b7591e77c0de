using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Symptoms;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>What is told in words and referred without hurry (training rules, section 7).</summary>
public sealed class NoticedTests
{
    private readonly Runner _runner = new Runner(Runner.Usual(1)).Answering(1, 1, 1);

    [Theory]
    [InlineData(0, false)]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(14, true)]
    public void Numbness_refers_where_the_words_say_it_has_lasted_a_week(int days, bool refers)
    {
        Notice(Symptom.Numbness, ago: 0, days);
        Assert.Equal(refers, Refers("numbness"));
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Numbness_told_of_twice_refers_a_week_apart(int apart, bool refers)
    {
        Notice(Symptom.Numbness, ago: apart);
        Notice(Symptom.Numbness, ago: 0);
        Assert.Equal(refers, Refers("numbness"));
    }

    [Fact]
    public void Two_different_things_a_week_apart_do_not()
    {
        Notice(Symptom.Numbness, ago: 7);
        Notice(Symptom.BetterMoving, ago: 0);
        Assert.Empty(Reasons());
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public void What_was_written_after_the_mail_had_left_is_in_the_next_one_and_not_in_later_ones(int ago, bool refers)
    {
        Notice(Symptom.Numbness, ago, days: 7);
        Notice(Symptom.BonePain, ago);
        Assert.Equal(refers, Refers("numbness"));
        Assert.Equal(refers, Refers("bone-pain"));
    }

    [Fact]
    public void Pain_at_rest_or_on_hopping_refers_at_once()
    {
        Notice(Symptom.BonePain, ago: 0);
        Assert.True(Refers("bone-pain"));
    }

    [Theory]
    [InlineData(0, 14, true)]
    [InlineData(0, 7, false)]
    [InlineData(6, 0, false)]
    [InlineData(7, 0, true)]
    public void Two_weeks_of_being_woken_refer(int apart, int days, bool refers)
    {
        Notice(Symptom.WokenByPain, ago: apart, days);
        Notice(Symptom.WokenByPain, ago: 0);
        Assert.Equal(refers, Refers("woken-by-pain"));
    }

    [Fact]
    public void A_night_broken_by_pain_is_urgent_first_and_the_routine_advice_waits()
    {
        Notice(Symptom.WokenByPain, ago: 0, days: 14);
        _runner.History = _runner.History with
        {
            Flags = [new(_runner.Sunday().Date, SafetyLevel.B, "night-pain")],
            Hold = new(SafetyLevel.B, _runner.Sunday().Date, Ended: null),
        };
        Assert.Equal(Decision.Urgent, _runner.Next().Decision);
        Assert.False(Refers("woken-by-pain"));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Signs_of_the_inflammatory_pattern_are_counted_over_time(int signs, bool refers)
    {
        Symptom[] told = [Symptom.BetterMoving, Symptom.ButtockPain, Symptom.BetterWithTablets];
        for (var i = 0; i < signs; i++)
        {
            Notice(told[i], ago: 7 * (signs - 1 - i));
        }

        Assert.Equal(refers, Refers("inflammatory"));
    }

    [Fact]
    public void One_sign_told_three_times_is_one()
    {
        foreach (var ago in new[] { 14, 7, 0 })
        {
            Notice(Symptom.BetterMoving, ago);
        }

        Assert.False(Refers("inflammatory"));
    }

    [Theory]
    [InlineData(1982, 2, false)]
    [InlineData(1982, 3, true)]
    [InlineData(1981, 3, false)]
    [InlineData(1992, 2, true)]
    [InlineData(1991, 2, false)]
    public void Age_at_onset_counts_where_it_is_known(int born, int signs, bool refers)
    {
        // Began in 2026.
        _runner.Profile = _runner.Profile with { BirthYear = born };
        foreach (var symptom in new[] { Symptom.Psoriasis, Symptom.InFamily, Symptom.WokenLateAtNight }.Take(signs))
        {
            Notice(symptom, ago: 0);
        }

        Assert.Equal(refers, Refers("inflammatory"));
    }

    [Theory]
    [InlineData(91, false)]
    [InlineData(92, true)]
    public void Less_than_three_months_of_pain_is_no_such_pattern(int days, bool refers)
    {
        _runner.Profile = _runner.Profile with { Back = _runner.Profile.Back with { Since = _runner.Sunday().Date.PlusDays(-days) } };
        foreach (var symptom in new[] { Symptom.Arthritis, Symptom.Enthesitis, Symptom.BetterMoving })
        {
            Notice(symptom, ago: 0);
        }

        Assert.Equal(refers, Refers("inflammatory"));
    }

    [Fact]
    public void It_is_said_again_after_four_weeks_at_the_earliest()
    {
        var said = new List<int>();
        for (var week = 0; week < 9; week++)
        {
            Notice(Symptom.Numbness, ago: 0, days: 7);
            if (_runner.PlanNext().Referral?.Reasons.Contains("numbness") == true)
            {
                said.Add(week);
            }

            _runner.Bare(1);
        }

        Assert.Equal([0, 4, 8], said);
    }

    [Theory]
    [InlineData(13, Decision.Hold)]
    [InlineData(14, Decision.Progress)]
    public void Nothing_goes_up_while_a_bone_may_be_tired(int ago, Decision decision)
    {
        Notice(Symptom.BonePain, ago);
        var next = _runner.Next();
        Assert.Equal((decision, decision == Decision.Progress), (next.Decision, next.StepsUp));
        Assert.Equal(decision == Decision.Hold, next.Reasons[0].Text == "Pain at rest or on hopping wants looking at before anything goes up, so this week stays at 12 × 0:30.");
    }

    [Fact]
    public void Words_alone_are_no_silence_and_no_proof_of_a_run()
    {
        var runner = new Runner(Runner.Usual(1)).Answering(1, null, null, null);
        Assert.Contains(runner.Next().Reasons, r => r.Code == "no-answer-ask");
        runner.Log(new SessionLog.Noticed(Symptom.Numbness, 0, "en") { Week = runner.Week, Answered = runner.Sunday() });
        var plan = runner.Next();
        Assert.Contains(plan.Reasons, r => r.Code == "no-answer");
        Assert.DoesNotContain(plan.Reasons, r => r.Code is "few-done" or "few-runs-at-rung");
        Assert.Equal(runner.Last.CapSeconds, plan.CapSeconds);
    }

    [Theory]
    [InlineData("numbness", "The numbness or tingling you wrote of has lasted a week. If it reaches the area between your legs, or a leg grows weak, do not wait: get help at once. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along.")]
    [InlineData("bone-pain", "Pain in a leg or foot that is there at rest, or when you hop, should be looked at before you run on it. Until then, walk in place of any run that brings it on. Please see your GP about it first, who can send you on; the one-page summary is made to take along.")]
    [InlineData("woken-by-pain", "Pain has broken your sleep for two weeks. Please see your GP about it first, who can send you on; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.")]
    [InlineData("inflammatory", "Some of what you have told us, taken together, is worth a closer look. Tell what your mornings and nights are like, and what helps. Please see your GP about it first, who can send you on; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.")]
    public void It_says_why_and_whom(string reason, string text) => Assert.Equal(text, ReferralWords.Say([reason], Decision.Hold));

    [Theory]
    [InlineData(Decision.WalkOnly, "two-reds", true)]
    [InlineData(Decision.Urgent, "two-reds", false)]
    [InlineData(Decision.Progress, "bone-pain", false)]
    [InlineData(Decision.Progress, "numbness", false)]
    public void Nothing_that_changes_the_week_is_said_to_have_time(Decision decision, string reason, bool hasTime) =>
        Assert.Equal(hasTime, ReferralWords.Say(["not-improving", reason], decision).EndsWith("There is no hurry; this week's plan holds in the meantime.", StringComparison.Ordinal));

    private void Notice(Symptom symptom, int ago, int days = 0)
    {
        var at = _runner.Sunday().PlusDays(-ago);
        _runner.Log(new SessionLog.Noticed(symptom, days, SymptomScreen.Version) { Week = at.Date.With(NodaTime.DateAdjusters.PreviousOrSame(NodaTime.IsoDayOfWeek.Monday)), Answered = at });
    }

    private bool Refers(string reason) => Reasons().Contains(reason);

    private IEnumerable<string> Reasons() => _runner.Next().Referral?.Reasons ?? [];
}
