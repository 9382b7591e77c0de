using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>
/// Row 4: it gets worse, by the morning after, by the week, by the month, or in the legs. Trends look at the back alone: else any new
/// knee would be three steps back.
/// </summary>
internal sealed class WorseningWeek() : Row(4, Decision.StepBack)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        if (situation is not { First: false, Week: { } week, Policy: var policy })
        {
            yield break;
        }

        if (week.Pain.UnsettledByTwo(week.Usual, policy) is [var run, ..])
        {
            yield return PainWords.UnsettledRun(run);
        }

        if (week.Rise is { } rise && rise.IsWorsening(policy))
        {
            yield return PainWords.Rising(rise);
        }
        else if (FourWeeksUp(situation, week) is { } month)
        {
            // Only here: where the week itself went up, the month would say the same once more.
            yield return PainWords.RisingSinceFourWeeks(month);
        }

        if (Pain.Creep.Of(situation.Record, policy) is { } best && !Referrals.SaidLately(Referrals.Creep, situation))
        {
            yield return PainWords.Creeping(week.Pain.Worst!.Value, best);
        }

        if (week.Pain.LegMorning >= policy.Amber)
        {
            yield return PainWords.LegMorning(week.Pain.LegMorning);
        }

        if (IsLegAgain(situation, week))
        {
            yield return PainWords.LegAgain(week.Pain.LegWorst);
        }
    }

    /// <summary>Leg pain of 3 to 5 in a second answered week running.</summary>
    private static bool IsLegAgain(Situation situation, WeekRecord week) =>
        IsAmberLeg(week.Pain, situation.Policy) && LastHeard(situation, week) is { } before && IsAmberLeg(before.Pain, situation.Policy);

    private static WeekRecord? LastHeard(Situation situation, WeekRecord week) =>
        situation.Record.Weeks.LastOrDefault(w => w != week && (w.Pain.Answered || w.Pain.LegWorst > 0));

    private static bool IsAmberLeg(WeekPain pain, Policy policy) => pain.LegWorst >= policy.Amber;

    private static Rise? FourWeeksUp(Situation situation, WeekRecord week)
    {
        if (!week.Pain.Answered)
        {
            return null;
        }

        var then = week.Plan.Starts.PlusWeeks(-situation.Policy.TrendWeeks);
        var weeks = situation.Record.Weeks;
        for (var i = weeks.Length - 1; i >= 0 && weeks[i].Plan.Starts >= then; i--)
        {
            var one = weeks[i];
            if (one.Plan.Starts == then)
            {
                var rise = one.Pain.Answered ? Rise.Between(week.Pain, one.Pain, one.Stated) : default;
                return rise.Level >= situation.Policy.Amber && rise.Up >= situation.Policy.MeaningfulRise ? rise : null;
            }

            if (one.Walking || one.Plan.Return || one.Plan.Decision == Decision.StepBack)
            {
                return null;
            }
        }

        return null;
    }
}
