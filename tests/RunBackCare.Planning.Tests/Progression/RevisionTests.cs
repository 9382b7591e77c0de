using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.Content;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Tests.Weeks;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>What a word in the middle of a week changes, and what it never does.</summary>
public sealed class RevisionTests
{
    private static readonly Planner Planner = new(Policy.Current, TestLibrary.Library);

    [Fact]
    public void A_red_score_turns_the_runs_left_into_walks_on_their_own_days()
    {
        var (runner, week) = Running();
        var runs = RunDays(week);
        runner.Run(runs[0].DayOfWeek, 7);
        var flare = Planner.Revise(At(runner, runs[0], 20), week, RevisionCause.RedReport)!;
        Assert.Equal((2, Decision.WalkOnly, 3, 0, week.Standing), (flare.Revision, flare.Decision, flare.Row, flare.Rung, flare.Standing));
        Assert.Equal(PlanJson.Write(week.Days.Where(d => d.Date <= runs[0])), PlanJson.Write(flare.Days.Where(d => d.Date <= runs[0])));
        Assert.Equal(runs[1..], flare.Days.Where(d => d.Sessions.Any(s => s is Session.Walk { Optional: false, Minutes: 30 })).Select(d => d.Date));
        Assert.Equal(runs[..1], RunDays(flare));
        Assert.Equal($"Your back was a 7 on {runs[0].DayOfWeek}, so the runs left this week become walks. Turn back when it nags.", flare.Reasons[0].Text);
        Assert.All(flare.Days.Where(d => d.Date > runs[0]).SelectMany(d => d.Sessions).OfType<Session.Strength>(), OnlyCalm);
    }

    [Fact]
    public void Todays_run_too_unless_it_was_done()
    {
        var (runner, week) = Running();
        var today = RunDays(week)[0];
        runner.Say(new PainReport(runner.Week, today, ReportTime.Morning, PainSite.Back, new(6), today.At(new LocalTime(8, 0))));
        Assert.Empty(RunDays(Planner.Revise(At(runner, today, 8), week, RevisionCause.RedReport)!));
        runner.Log(new SessionLog.OnDay(today, LoggedKind.Run, Done: true) { Week = runner.Week, Answered = today.At(new LocalTime(9, 0)) });
        Assert.Equal([today], RunDays(Planner.Revise(At(runner, today, 9), week, RevisionCause.RedReport)!));
    }

    [Fact]
    public void A_red_leg_and_a_changed_stride_do_the_same()
    {
        var (runner, week) = Running();
        var today = RunDays(week)[0];
        runner.Run(today.DayOfWeek, 6, PainSite.Knee);
        Assert.StartsWith("Your leg was a 6", Planner.Revise(At(runner, today, 20), week, RevisionCause.RedReport)!.Reasons[0].Text, StringComparison.Ordinal);
        (runner, week) = Running();
        runner.Log(new SessionLog.ChangedStride(today) { Week = runner.Week, Answered = today.At(new LocalTime(20, 0)) });
        Assert.StartsWith("Pain changed the way you moved", Planner.Revise(At(runner, today, 20), week, RevisionCause.RedReport)!.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_red_score_changes_nothing_more()
    {
        var (runner, week) = Running();
        var runs = RunDays(week);
        runner.Run(runs[0].DayOfWeek, 7);
        var flare = Planner.Revise(At(runner, runs[0], 20), week, RevisionCause.RedReport)!;
        runner.Score(runs[1].DayOfWeek, 8);
        Assert.Null(Planner.Revise(At(runner, runs[1], 20), flare, RevisionCause.RedReport));
    }

    [Fact]
    public void An_amber_score_changes_nothing()
    {
        var (runner, week) = Running();
        var today = RunDays(week)[0];
        runner.Run(today.DayOfWeek, 5);
        Assert.Null(Planner.Revise(At(runner, today, 20), week, RevisionCause.RedReport));
    }

    [Fact]
    public void A_nine_rests_strength_as_well()
    {
        var (runner, week) = Running();
        var today = RunDays(week)[0];
        runner.Run(today.DayOfWeek, 9);
        var urgent = Planner.Revise(At(runner, today, 20), week, RevisionCause.RedReport)!;
        Assert.Equal((Decision.Urgent, 2), (urgent.Decision, urgent.Row));
        Assert.DoesNotContain(urgent.Days.Where(d => d.Date > today).SelectMany(d => d.Sessions), s => s is Session.Strength or Session.Run);
    }

    [Fact]
    public void An_emergency_sign_leaves_nothing_of_the_week_and_clearance_brings_walks()
    {
        var (runner, week) = Running();
        var wednesday = runner.Day(IsoDayOfWeek.Wednesday);
        runner.History = runner.History with { Flags = [new(wednesday, SafetyLevel.A, "bladder")], Hold = new(SafetyLevel.A, wednesday, null) };
        var stopped = Planner.Revise(At(runner, wednesday, 10), week, RevisionCause.RedReport)!;
        Assert.Equal(Decision.Emergency, stopped.Decision);
        Assert.Equal(wednesday.PlusDays(-1), stopped.Days[^1].Date);
        Assert.Null(Planner.Revise(At(runner, wednesday, 12), stopped, RevisionCause.RedReport));

        var friday = runner.Day(IsoDayOfWeek.Friday);
        runner.History = runner.History with { Hold = new(SafetyLevel.A, wednesday, friday) };
        var back = Planner.Revise(At(runner, friday, 9), stopped, RevisionCause.Hold)!;
        Assert.Equal((Decision.WalkOnly, 3), (back.Decision, back.Revision));
        Assert.Equal(7, back.Days.Length);
        Assert.All(back.Days[2..4], d => Assert.IsType<Session.Rest>(Assert.Single(d.Sessions)));
        Assert.Contains(back.Days[4..].SelectMany(d => d.Sessions), s => s is Session.Walk);
        Assert.Empty(RunDays(back)[1..]);
    }

    [Fact]
    public void A_late_answer_lowers_the_days_from_today_on()
    {
        var (runner, week) = Mailed(1, 1, 1, null);
        var tuesday = week.Starts.PlusDays(1);
        AnswerLastWeek(runner, week, 4, tuesday.At(new LocalTime(7, 0)));
        var lower = Planner.Revise(Facts(runner, week, tuesday, 7), week, RevisionCause.LateAnswer)!;
        Assert.Equal((Decision.StepBack, 2, week.Days[0]), (lower.Decision, lower.Revision, lower.Days[0]));
        Assert.True(lower.Standing < week.Standing);
    }

    [Fact]
    public void A_good_late_answer_raises_a_provisional_hold_that_has_not_begun()
    {
        var (runner, week) = Mailed(1, 1, null);
        Assert.True(week.Provisional);
        var monday = week.Starts;
        AnswerLastWeek(runner, week, 1, monday.At(new LocalTime(7, 0)));
        var higher = Planner.Revise(Facts(runner, week, monday, 7), week, RevisionCause.LateAnswer)!;
        Assert.Equal((Decision.Progress, 4, 2), (higher.Decision, higher.Rung, higher.Revision));

        // On the day of the first run it is too late.
        Assert.Null(Planner.Revise(Facts(runner, week, RunDays(week)[0], 7), week, RevisionCause.LateAnswer));
    }

    [Fact]
    public void After_tuesday_no_answer_about_last_week_changes_this_one()
    {
        var (runner, week) = Mailed(1, 1, 1, null);
        var wednesday = week.Starts.PlusDays(2);
        AnswerLastWeek(runner, week, 5, wednesday.At(new LocalTime(7, 0)));
        Assert.Null(Planner.Revise(Facts(runner, week, wednesday, 7), week, RevisionCause.LateAnswer));
    }

    [Fact]
    public void A_decided_week_is_never_raised_by_a_second_answer()
    {
        var (runner, week) = Mailed(1, 1, 3);
        var report = runner.History.Reports[^1];
        runner.History = runner.History with { Reports = runner.History.Reports.Replace(report, report with { Score = new(1) }) };
        Assert.Null(Planner.Revise(Facts(runner, week, week.Starts.PlusDays(-1), 20), week, RevisionCause.LateAnswer));
    }

    [Fact]
    public void An_edit_moves_the_days_left_and_keeps_the_load()
    {
        var (runner, week) = Running();
        var tuesday = week.Starts.PlusDays(1);
        runner.Profile = runner.Profile with { Days = new([0, 0, 0, 0, 45, 0, 45]), LongestRunDay = null };
        var moved = Planner.Revise(At(runner, tuesday, 9), week, RevisionCause.Edit)!;
        Assert.Equal((week.Decision, week.Rung, week.Standing), (moved.Decision, moved.Rung, moved.Standing));
        Assert.Equal(week.Days[0], moved.Days[0]);
        Assert.All(RunDays(moved).Where(d => d >= tuesday), d => Assert.Contains(d.DayOfWeek, new[] { IsoDayOfWeek.Friday, IsoDayOfWeek.Sunday }));
    }

    [Fact]
    public void A_week_that_goes_up_says_so_until_it_turns_gentle()
    {
        var (runner, week) = Running();
        Assert.True(week.StepsUp);
        var runs = RunDays(week);
        runner.Run(runs[0].DayOfWeek, 7);
        Assert.False(Planner.Revise(At(runner, runs[0], 20), week, RevisionCause.RedReport)!.StepsUp);
    }

    [Fact]
    public void An_edit_of_a_builders_week_keeps_its_minutes()
    {
        var runner = new Runner(Runner.Builder(40, 60)) { Planner = Planner }.Answering(1, null);
        var week = runner.Placed!;
        runner.Profile = runner.Profile with { LongestRunDay = IsoDayOfWeek.Sunday };
        var moved = Planner.Revise(At(runner, week.Starts, 5), week, RevisionCause.Edit)!;
        Assert.Equal(RunSeconds(week), RunSeconds(moved));
        Assert.Equal(44 * 60, RunSeconds(moved)[0]);
        Assert.Equal(IsoDayOfWeek.Sunday, Given.LongestDay(moved));
    }

    [Fact]
    public void An_edit_of_a_week_of_walks_leaves_walks()
    {
        var runner = new Runner(Runner.Usual(1)) { Planner = Planner }.Answering(1, 7, null);
        var week = runner.Placed!;
        Assert.Equal(Decision.WalkOnly, week.Decision);
        runner.Profile = runner.Profile with { Days = new([0, 45, 0, 45, 0, 0, 45]), LongestRunDay = null };
        var moved = Planner.Revise(At(runner, week.Starts, 5), week, RevisionCause.Edit)!;
        Assert.Empty(RunDays(moved));
        Assert.Equal([IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Sunday], moved.Days.Where(d => d.Sessions.Any(s => s is Session.Walk { Optional: false })).Select(d => d.Date.DayOfWeek));
    }

    [Fact]
    public void An_edit_that_tells_of_a_pain_nobody_runs_with_walks()
    {
        var (runner, week) = Running();
        runner.Profile = runner.Profile with { Screening = [new(Runners.Screening.Heart, null)] };
        var stopped = Planner.Revise(At(runner, week.Starts, 5), week, RevisionCause.Edit)!;
        Assert.True(stopped.Paused);
        Assert.Empty(RunDays(stopped));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_answer_ends_a_pause_for_silence_on_whatever_day_it_comes(int day)
    {
        var runner = new Runner(Runner.Usual(1)) { Planner = Planner }.Answering(1, null, null, null, null, null);
        var week = runner.Placed!;
        Assert.True(week.Paused);
        var today = week.Starts.PlusDays(day);
        AnswerLastWeek(runner, week, 1, today.At(new LocalTime(8, 0)));
        var woken = Planner.Revise(At(runner, today, 9), week, RevisionCause.LateAnswer)!;
        Assert.False(woken.Paused);
        Assert.NotEmpty(RunDays(woken));
        Assert.All(RunDays(woken), d => Assert.True(d >= today));
    }

    [Fact]
    public void A_pause_from_thursday_on_leaves_the_rest_of_the_week_free()
    {
        var (runner, week) = Running();
        var wednesday = runner.Day(IsoDayOfWeek.Wednesday);
        runner.History = runner.History with { Pauses = [new(wednesday.PlusDays(1), wednesday.PlusDays(20), PauseCause.Asked)] };
        var paused = Planner.Revise(At(runner, wednesday, 9), week, RevisionCause.Edit)!;
        Assert.All(paused.Days.Where(d => d.Date > wednesday), d => Assert.IsType<Session.Rest>(Assert.Single(d.Sessions)));
    }

    [Fact]
    public void UNDO_of_a_red_score_brings_the_runs_back()
    {
        var (runner, week) = Running();
        var today = RunDays(week)[0].PlusDays(-1);
        var before = runner.History;
        runner.Score(today.DayOfWeek, 7);
        var flare = Planner.Revise(At(runner, today, 20), week, RevisionCause.RedReport)!;
        runner.History = before;
        var undone = Planner.Revise(At(runner, today, 21), flare, RevisionCause.Undo)!;
        Assert.Equal((3, week.Decision, week.Rung), (undone.Revision, undone.Decision, undone.Rung));
        Assert.Equal(RunDays(week), RunDays(undone));
    }

    [Fact]
    public void Nothing_is_revised_when_the_week_is_over()
    {
        var (runner, week) = Running();
        runner.Bare(8);
        Assert.Null(Planner.Revise(At(runner, week.Starts.PlusDays(7), 8), week, RevisionCause.RedReport));
    }

    private static void OnlyCalm(Session.Strength session)
    {
        Assert.True(session.Items.Length >= 4);
        Assert.All(session.Items, i => Assert.True(i.Level == 1 && ((Exercise)TestLibrary.Library[i.Id]).AcuteUpTo >= 1));
    }

    /// <summary>Someone in their third week, placed by the whole planner, nothing said about it yet.</summary>
    private static (Runner Runner, PlannedWeek Week) Running()
    {
        var runner = new Runner(Runner.Usual(1)) { Planner = Planner }.Answering(1, 1, null);
        return (runner, runner.Placed!);
    }

    /// <summary>Weeks answered as given; the week after them is planned and mailed.</summary>
    private static (Runner Runner, PlannedWeek Week) Mailed(params int?[] answers)
    {
        var runner = new Runner(Runner.Usual(1) with { Days = new([0, 60, 0, 60, 0, 60, 0]) }) { Planner = Planner }.Answering(answers);
        return (runner, Planner.Plan(runner.Facts()));
    }

    private static void AnswerLastWeek(Runner runner, PlannedWeek week, int score, LocalDateTime at) =>
        runner.Say(new PainReport(week.Starts.PlusWeeks(-1), null, ReportTime.Week, PainSite.Back, new(score), at));

    private static Facts At(Runner runner, LocalDate today, int hour) => Facts(runner, runner.Placed!, today, hour);

    private static Facts Facts(Runner runner, PlannedWeek week, LocalDate today, int hour) =>
        runner.Facts(today.At(new LocalTime(hour, 0))) with { Starts = week.Starts, FirstDay = week.Starts };

    private static int[] RunSeconds(PlannedWeek week) => [.. week.Days.SelectMany(d => d.Sessions).OfType<Session.Run>().Select(r => r.RunTotalSeconds).OrderDescending()];

    private static ImmutableArray<LocalDate> RunDays(PlannedWeek week) =>
        [.. week.Days.Where(d => d.Sessions.Any(s => s is Session.Run)).Select(d => d.Date)];
}
