using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression.Words;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>
/// What the days left of a planned week should hold, now that something was said. Nothing here ever raises a plan in its middle, but for
/// the one case that was mailed as provisional and has not begun.
/// </summary>
internal static class Reviser
{
    /// <returns>Null where the plan stays as it is.</returns>
    public static Prescription? Revise(Facts facts, PlannedWeek current, RevisionCause cause, Policy policy)
    {
        var fixedDays = FixedDays(facts, current);
        if (fixedDays is [.., var last] && last.Date >= current.Starts.PlusDays(6))
        {
            return null;
        }

        var anew = Prescriber.Prescribe(facts, policy) with { FixedDays = fixedDays };
        if (anew.Decision >= Decision.Urgent || anew.Training is Training.Nothing)
        {
            return anew.Decision == current.Decision && cause != RevisionCause.Edit ? null : anew;
        }

        var wanted = cause switch
        {
            RevisionCause.LateAnswer => AfterLateAnswer(facts, current, anew, policy),
            RevisionCause.Edit => AfterEdit(current, anew),
            RevisionCause.RedReport => null,
            _ => anew,
        };
        if (Flare.Of(facts, policy) is not { } flare || wanted?.Decision >= Decision.WalkOnly)
        {
            return wanted;
        }

        // What walks already stays as it is: a second red score sends no second mail.
        return current.Decision >= Decision.WalkOnly ? null : flare.Soften(wanted ?? Kept(current, anew), RunsLeft(current, fixedDays)) with { Referral = anew.Referral ?? current.Referral };
    }

    /// <summary>Whether a run stands in the days that may still change.</summary>
    public static bool RunsLeft(PlannedWeek current, ImmutableArray<PlannedDay> fixedDays) =>
        current.Days.Skip(fixedDays.Length).Any(day => day.Has<Session.Run>());

    /// <summary>
    /// Days that are over, and today where something of it is known to be done. Days over that no plan covered (held, paused) rested.
    /// </summary>
    public static ImmutableArray<PlannedDay> FixedDays(Facts facts, PlannedWeek current)
    {
        var today = facts.Now.Date;
        var done = facts.History.Logs.Any(l => l is SessionLog.OnDay { Done: true } log && log.Day == today)
            || facts.History.Reports.Any(r => r.Day == today && r.When == ReportTime.Run);
        var days = current.Days.RemoveAll(d => d.Date > today || (d.Date == today && !done)).ToBuilder();
        var sunday = current.Starts.PlusDays(6);
        for (var day = days.Count > 0 ? days[^1].Date.PlusDays(1) : facts.FirstDay; day < today && day <= sunday; day = day.PlusDays(1))
        {
            days.Add(new(day, [new Session.Rest { Minutes = 0 }]));
        }

        return days.ToImmutable();
    }

    private static Prescription? AfterLateAnswer(Facts facts, PlannedWeek current, Prescription anew, Policy policy)
    {
        if (current is { Paused: true, Decision: Decision.Hold })
        {
            // Any answer ends a pause for silence, whenever it comes.
            return anew;
        }

        if (facts.Now.Date > current.Starts.PlusDays(policy.LateAnswerDays))
        {
            return null;
        }

        return Amount.Of(anew).Against(Amount.Of(current)) switch
        {
            < 0 => anew,
            > 0 when current.Provisional && FirstRun(current) > facts.Now.Date => anew,
            _ => null,
        };
    }

    /// <summary>Days and places are chosen anew; the load stays what it was, unless the person now tells of a pain that nobody runs with.</summary>
    private static Prescription AfterEdit(PlannedWeek current, Prescription anew) =>
        anew.Decision >= Decision.WalkOnly ? anew : Kept(current, anew);

    /// <summary>The load of the plan that stands, in the shape a new search wants it.</summary>
    private static Prescription Kept(PlannedWeek current, Prescription anew) => anew with
    {
        Decision = current.Decision,
        Row = current.Row,
        Rung = current.Rung,
        Standing = current.Standing,
        CutBack = current.CutBack,
        StepsUp = current.StepsUp,
        Return = current.Return,
        Provisional = current.Provisional,
        Acute = current.Acute,
        StrengthLevel = current.StrengthLevel,
        CapSeconds = current.CapRunSeconds,
        Training = TrainingOf(current, anew),
        Reasons = current.Reasons.RemoveAll(r => r.Code.StartsWith("gave-up", StringComparison.Ordinal)),
        Referral = current.Referral,
    };

    private static Training TrainingOf(PlannedWeek current, Prescription anew)
    {
        var runs = current.Days.SelectMany(d => d.Sessions).OfType<Session.Run>().Select(r => r.RunTotalSeconds).OrderDescending();
        return current.Decision >= Decision.WalkOnly ? new Training.Walking()
            : anew.Training is Training.Continuous && current.Rung == Ladder.Top ? new Training.Continuous([.. runs])
            : new Training.OfRung(current.Rung);
    }

    private static LocalDate? FirstRun(PlannedWeek week) =>
        week.Days.Where(d => d.Has<Session.Run>()).Select(d => (LocalDate?)d.Date).FirstOrDefault() ?? week.Starts.PlusWeeks(1);
}
