using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>
/// Row 6: a back that usually is at 3 or more may go on at its usual, one step every other week. "Only at 2 or less" would keep the very
/// people of the one trial (R08) standing still.
/// </summary>
internal sealed class ChronicPath() : Row(6, Decision.Progress)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        if (situation is { First: false, Week: { Steady: true } week, Before.Steady: true } && GreenWeek.OtherDaysAreWell(situation))
        {
            yield return PainWords.SteadyAtUsual(Math.Max(week.Pain.RunWorst!.Value, situation.Before!.Pain.RunWorst!.Value), week.Usual);
        }
    }
}
