using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Progression.Words;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>Red pain in the middle of a week: every run of the days left becomes a walk, at once.</summary>
/// <param name="Day">The day it is about; null for a bare answer.</param>
/// <param name="Score">The worst score; null where pain changed the stride.</param>
internal sealed record Flare(LocalDate? Day, int? Score, bool Leg)
{
    /// <summary>The worst red report about the running week; null where there is none.</summary>
    public static Flare? Of(Facts facts, Policy policy)
    {
        var worst = facts.History.Reports
            .Where(r => r.Week == facts.Starts && r.Score.Value >= policy.Red)
            .MaxBy(r => r.Score);
        if (worst is not null)
        {
            return new(worst.Day, worst.Score.Value, worst.Site != Pain.PainSite.Back);
        }

        return facts.History.Logs.OfType<SessionLog.ChangedStride>().FirstOrDefault(l => l.Week == facts.Starts) is { } stride
            ? new(stride.Day ?? stride.Answered.Date, null, Leg: false)
            : null;
    }

    /// <param name="runsLeft">Without any, the week's training is over: it keeps its name, and only what else is left turns gentle.</param>
    public Prescription Soften(Prescription kept, bool runsLeft)
    {
        var gentle = kept with
        {
            Training = new Training.Walking(),
            Acute = true,
            Amber = true,
            Hills = false,
            StrengthLevel = 1,
            Lesson = LessonNeed.Flare,
            Reasons = [runsLeft ? FlareWords.Softened(this) : FlareWords.Calmed(this)],
        };
        return runsLeft
            ? gentle with { Decision = Decision.WalkOnly, Row = 3, Rung = Ladder.Bottom, CutBack = false, StepsUp = false, Provisional = false, Return = false }
            : gentle;
    }
}
