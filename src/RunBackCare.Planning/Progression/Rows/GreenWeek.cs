using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 8: a good week. One step up.</summary>
internal sealed class GreenWeek() : Row(8, Decision.Progress)
{
    /// <summary>Days without a run may be a little above a run day, not more.</summary>
    public static bool OtherDaysAreWell(Situation situation) =>
        situation.Pain!.OtherWorst is not { } other || other <= Math.Max(situation.Policy.Amber, situation.Usual + situation.Policy.SettledMargin);

    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        var (week, policy) = (situation.Week!, situation.Policy);
        if (week.Pain.RunWorst <= policy.Green && week.Pain.LegWorst <= policy.Green && week.Settled && week.Flat(policy) && OtherDaysAreWell(situation))
        {
            yield return PainWords.GoodWeek(week);
        }
    }
}
