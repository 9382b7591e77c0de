using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression;
using RunBackCare.Planning.Progression.Words;
using RunBackCare.Planning.Runners;
using RunBackCare.Planning.Tests.Weeks;

namespace RunBackCare.Planning.Tests.Progression;

/// <summary>Every reason there is, as people read it, with what it rests on and the numbers behind it.</summary>
public sealed class ReasonTable
{
    private static readonly LocalDate Monday = Runner.FirstMonday;
    private static readonly WeekPain Daily = new() { Worst = 6, RunWorst = 6, Runs = [new(Monday.PlusDays(1), 6, 4, null)] };
    private static readonly WeekPain Unnamed = new() { Worst = 6, RunWorst = 6 };
    private static readonly WeekPain Bare = new() { Bare = 4, Worst = 4, RunWorst = 4 };
    private static readonly Hold Hold = new(SafetyLevel.B, Monday, null);

    private const string Expected =
        """
        usual-red | A usual pain of 6.5 is too much to run on. | R16 | usual 6.5
        red-answer | Your back was an 8 at its worst last week. | R16 | score 8
        red-run | Tuesday was a 6. | R16 | score 6
        red-run | A run day was a 6. | R16 | score 6
        red-day | Your back reached a 7 on one day last week. | R16 | score 7
        red-leg | Your leg was a 6 last week. | R08 R16 | score 6
        two-unsettled-runs | Both Tuesday and Thursday still hurt on the morning after. | R10 R16 | runs 2
        changed-stride | Pain changed the way you moved on Thursday. | R16 | day Thursday, 03 December 2026
        exit-unknown | We have not heard yet how the walks felt. | R16
        exit-not-met | Your back was still a 4, and running comes back at 3 or less. | R16 | limit 3.5, score 4
        exit-walks | Running comes back after two whole walks that feel fine. | R16 | score 4
        unsettled-run | Thursday was a 5 and still a 4 on Friday morning. | R10 | morning 4, run 5
        unsettled-run | Thursday was a 3 and Friday morning a 4. | R10 | morning 4, run 3
        unsettled-run | Thursday was a 4 and Friday morning a 4. | R10 | morning 4, run 4
        unsettled-run | The morning after Thursday was a 4. | R10 | morning 4, run 4
        rising | Your back went from 1.8 to 3.3. | R10 | before 1.75, level 3.25, up 1.5
        rising-four-weeks | Four weeks ago your back was at 2, now it is at 4. | R10 | before 2, level 4, up 2
        creep | Your back has crept up to 5; in your best weeks it was about 2.8. | R10 | best 2.75, level 5
        leg-morning | Your leg was still a 3 the morning after a run. | R08 | score 3
        leg-again | Your leg hurt in a second week running, a 4 this time. | R08 | score 4
        steady-at-usual | Two weeks at your usual, 4 at the worst. | R08 | usual 3.5, worst 4
        once-at-usual | Last week was at your usual, 4 at the worst, and a second week like it comes before the next step. | R08 | usual 4, worst 4
        once-at-usual | Last week was close to your usual, 5 at the worst, and a second week like it comes before the next step. | R08 | usual 4, worst 5
        amber | Your back was a 4 at its worst last week. | R10 | score 4
        amber | Tuesday was a 6. | R10 | score 6
        amber-leg | Your leg was a 3 last week. | R08 | score 3
        rising-low | Your back went from 0 to 2, which is still low. | R12 | before 0, level 2, up 2
        safe-default | Last week was neither clearly good nor clearly bad. | R12
        first-week | This is your first week. | R08 | rung 5
        first-week | This is your first week, and only part of one. | R08 | rung 5
        runs-apart | You asked for 4 runs. To begin with there is a day between runs, which makes 3 at most. | R10 | asked 4, most 3
        partial-week | This week is only part of one. | R12
        partial-week | Last week was only part of one. | R12
        after-pause | Welcome back: this is the first week after your pause. | R12
        reentry | The walks went well, so you run again, gently and from further down. | R16 R10
        no-answer | We have not heard yet how last week felt. One number from 0 to 10 is enough. |  | weeks 1
        no-answer | We have not heard for 2 weeks how your back is. One number from 0 to 10 is enough. |  | weeks 2
        no-answer-ask | We have not heard from you for 3 weeks. Are you still with us? One number from 0 to 10 is enough. |  | weeks 3
        no-score | We know what you did but not how your back felt. One number from 0 to 10 is enough.
        few-done | 1 of 3 runs done last week, and what was missed is not made up. | R12 | done 1, planned 3
        few-done | 0 of 1 walk done last week, and what was missed is not made up. | R12 | done 0, planned 1
        few-done | 1 of 2 sessions done last week, and what was missed is not made up. | R12 | done 1, planned 2
        few-done | 1 of 2 sessions done last week, and what was missed is not made up. | R12 | done 1, planned 2
        few-runs-at-rung | You have one run at this step behind you, and the next step asks for two. | R10 | rung 5, runs 1
        few-runs-at-rung | You have no run at this step behind you yet, and the next step asks for two. | R10 | rung 5, runs 0
        cut-back | A lighter week is due. | R11 | weeks 3
        green-owed | One more calm week comes before the next step. | R10 | weeks 1
        green-owed | 2 more calm weeks come before the next step. | R10 | weeks 2
        after-chronic-step | Last week was a step up, and your back has this week to get used to it. | R10
        bone-pain | Pain at rest or on hopping wants looking at before anything goes up. | P05
        new-shoes | Your shoes are new, and one new thing at a time is enough. | S16 R07
        new-surface | The ground you mostly run on is new, and one new thing at a time is enough. | S12 R07 | surface Trail
        extra-day | You asked for another run day: it comes in now at half the minutes, in place of a step up. | R07
        return | Your last run was 1 day ago. | R01 R10 | days 1
        return | You were ill, and your last run was 9 days ago. | R01 R10 | days 9, ill True
        return | The last run we know of was 51 days ago. | R01 R10 | days 51
        paused-silent | We have not heard from you for 4 weeks, so your plan is paused. Any answer wakes it up, and it will begin gently. |  | weeks 4
        paused-silent | We have not heard from you for more than 4 weeks, so your plan is paused. Any answer wakes it up, and it will begin gently. |  | weeks 4
        paused | Your plan is paused, as you asked. RESUME brings it back.
        emergency | You told us of a sign that cannot wait. | P07 | since Monday, 30 November 2026
        urgent | You told us of something a clinician should look at the same day. | P07 | since Monday, 30 November 2026
        after-hold | You come back after a safety stop. | R16
        clinician-first | Running should wait until a clinician has said yes. | P07 | since Monday, 30 November 2026
        not-improving | Your back is not clearly better than six weeks ago. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        persistent | Your back has hurt for twelve weeks or more, and as far as we know nobody has looked at it yet. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        still-walking | This is the second week in a row of walking only. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        two-reds | You reported 6 or more on two days within two weeks. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        below-knee | The pain below your knee has lasted a week. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        numbness | The numbness or tingling you wrote of has lasted a week. If it reaches the area between your legs, or a leg grows weak, do not wait: get help at once. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along.
        bone-pain | Pain in a leg or foot that is there at rest, or when you hop, should be looked at before you run on it. Until then, walk in place of any run that brings it on. Please see your GP about it first, who can send you on; the one-page summary is made to take along.
        woken-by-pain | Pain has broken your sleep for two weeks. Please see your GP about it first, who can send you on; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        inflammatory | Some of what you have told us, taken together, is worth a closer look. Tell what your mornings and nights are like, and what helps. Please see your GP about it first, who can send you on; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        creep | Your back has crept up over the last weeks. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        leg-again | Your leg has hurt in two weeks running. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        usual-raised | Your back has settled higher than you told us, so we now take a 3 as your usual. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        of-tomorrow | Something you reported is worth a look. Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along. There is no hurry; this week's plan holds in the meantime.
        flare | Your back was an 8 on Thursday, so the runs left this week become walks. Turn back when it nags. | R16 | score 8
        flare | Your back was an 8 on Thursday, so what is left of this week stays gentle. | R16 | score 8
        flare | Your leg was a 6 this week, so the runs left this week become walks. Turn back when it nags. | R16 | score 6
        flare | Your leg was a 6 this week, so what is left of this week stays gentle. | R16 | score 6
        flare | Pain changed the way you moved on Thursday, so the runs left this week become walks. Turn back when it nags. | R16 | score changed stride
        flare | Pain changed the way you moved on Thursday, so what is left of this week stays gentle. | R16 | score changed stride
        flare | Pain changed the way you moved, so the runs left this week become walks. Turn back when it nags. | R16 | score changed stride
        flare | Pain changed the way you moved, so what is left of this week stays gentle. | R16 | score changed stride
        """;

    [Fact]
    public void Reads_like_this() => Assert.Equal(Expected.ReplaceLineEndings("\n"), string.Join('\n', Causes().Select(Written).Concat(Referred())));

    private static IEnumerable<Cause> Causes() =>
    [
        PainWords.UsualIsRed(6.5m),
        PainWords.RedAnswer(8),
        PainWords.RedRun(Daily),
        PainWords.RedRun(Unnamed),
        PainWords.RedDay(7),
        PainWords.RedLeg(6),
        PainWords.UnsettledRuns([new(Monday.PlusDays(1), 3, 4, null), new(Monday.PlusDays(3), 3, 4, null)]),
        PainWords.ChangedStride(Monday.PlusDays(3)),
        PainWords.ExitNotMet(new(), 3.5m),
        PainWords.ExitNotMet(Bare, 3.5m),
        PainWords.ExitNotMet(Bare, 4),
        PainWords.UnsettledRun(new(Monday.PlusDays(3), 5, 4, null)),
        PainWords.UnsettledRun(new(Monday.PlusDays(3), 3, 4, null)),
        PainWords.UnsettledRun(new(Monday.PlusDays(3), 4, 4, null)),
        PainWords.UnsettledRun(new(Monday.PlusDays(3), null, 4, null)),
        PainWords.Rising(new(1.5m, 3.25m, 1.75m, Daily: true)),
        PainWords.RisingSinceFourWeeks(new(2, 4, 2, Daily: false)),
        PainWords.Creeping(5, 2.75m),
        PainWords.LegMorning(3),
        PainWords.LegAgain(4),
        PainWords.SteadyAtUsual(4, 3.5m),
        PainWords.OnceAtUsual(4, 4m),
        PainWords.OnceAtUsual(5, 4m),
        PainWords.Amber(Bare),
        PainWords.Amber(Daily),
        PainWords.AmberLeg(3),
        PainWords.RisingLow(new(2, 2, 0, Daily: false)),
        PainWords.Unclear(),
        HoldWords.FirstWeek(5, partial: false),
        HoldWords.FirstWeek(5, partial: true),
        HoldWords.RunsApart(4, 3),
        HoldWords.PartialWeek(now: true),
        HoldWords.PartialWeek(now: false),
        HoldWords.AfterPause(),
        HoldWords.Reentry(),
        HoldWords.NoAnswer(1, Policy.Current),
        HoldWords.NoAnswer(2, Policy.Current),
        HoldWords.NoAnswer(3, Policy.Current),
        HoldWords.NoScore(),
        HoldWords.FewDone(Trained([Run(Outcome.Done), Run(Outcome.Missed), Run(Outcome.Missed)])),
        HoldWords.FewDone(Trained([Walk(Outcome.Missed)])),
        HoldWords.FewDone(Trained([Run(Outcome.Swapped), Run(Outcome.Missed)])),
        HoldWords.FewDone(Trained([Run(Outcome.Done), Walk(Outcome.Missed)])),
        HoldWords.FewRunsAtRung(1, 5),
        HoldWords.FewRunsAtRung(0, 5),
        HoldWords.CutBack(3),
        HoldWords.GreenOwed(1),
        HoldWords.GreenOwed(2),
        HoldWords.AfterChronicStep(),
        HoldWords.BonePain(),
        HoldWords.NewShoes(),
        HoldWords.NewSurface(Surface.Trail),
        HoldWords.ExtraDay(),
        HoldWords.Break(new(1, Ill: false, 5)),
        HoldWords.Break(new(9, Ill: true, 5)),
        HoldWords.Break(new(51, Ill: false, 5, Silent: true)),
        HoldWords.PausedSilent(4, longer: false),
        HoldWords.PausedSilent(4, longer: true),
        HoldWords.Paused(),
        SafetyWords.Emergency(Hold),
        SafetyWords.Urgent(Hold),
        SafetyWords.AfterHold(),
        SafetyWords.BeforeStarting(Hold),
    ];

    private static IEnumerable<string> Referred()
    {
        var fixedReasons = typeof(Referrals).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetValue(null)!);
        foreach (var reason in fixedReasons.Append("of-tomorrow"))
        {
            yield return $"{reason} | {ReferralWords.Say([reason], Decision.Hold)}";
        }

        var day = Monday.PlusDays(3);
        foreach (var flare in new Flare[] { new(day, 8, Leg: false), new(null, 6, Leg: true), new(day, null, Leg: false), new(null, null, Leg: false) })
        {
            foreach (var reason in new[] { FlareWords.Softened(flare), FlareWords.Calmed(flare) })
            {
                yield return $"{reason.Code} | {reason.Text} | {string.Join(' ', reason.Evidence)} | {string.Join(", ", reason.Values.Select(v => $"{v.Key} {v.Value}"))}".TrimEnd(' ', '|');
            }
        }
    }

    private static WeekLog Trained(ImmutableArray<TrainingDay> days) => new()
    {
        Plan = Given.LastWeek,
        Training = days,
        Pain = Bare,
        Heard = true,
        Spoke = true,
        Planned = days.Length,
        Done = days.Count(d => d.Outcome is Outcome.Done or Outcome.Swapped),
    };

    private static TrainingDay Run(Outcome outcome) => new(Monday, Run: true, 600, 30, Planned: true, outcome);

    private static TrainingDay Walk(Outcome outcome) => new(Monday, Run: false, 0, 30, Planned: true, outcome);

    private static string Written(Cause cause)
    {
        var reason = Say.Reason(cause, $"{cause.Clause}.{(cause.Then.Length > 0 ? $" {cause.Then}" : "")}");
        return $"{reason.Code} | {reason.Text} | {string.Join(' ', reason.Evidence)} | {string.Join(", ", reason.Values.Select(v => $"{v.Key} {v.Value}"))}".TrimEnd(' ', '|');
    }
}
