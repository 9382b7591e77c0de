using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain.Symptoms;
using RunBackCare.Planning.Progression.Words;

namespace RunBackCare.Planning.Progression.Rows;

/// <summary>Row 5: nothing is wrong, but something asks for one more week at this load.</summary>
internal sealed class NotYet() : Row(5, Decision.Hold)
{
    protected override IEnumerable<Cause> Causes(Situation situation)
    {
        if (situation.First)
        {
            return situation is { Partial: false, Profile.RunsPerWeek: var asked, Policy.MostSpacedRuns: var most } && asked > most
                ? [HoldWords.FirstWeek(situation.Standing, situation.Partial), HoldWords.RunsApart(asked, most)]
                : [HoldWords.FirstWeek(situation.Standing, situation.Partial)];
        }

        var week = situation.Week!;
        return [.. Beginnings(situation, week), .. Answers(situation, week), .. Debts(situation, week), .. News(situation, week)];
    }

    private static IEnumerable<Cause> Beginnings(Situation situation, WeekRecord week)
    {
        if (situation.Walking)
        {
            yield return HoldWords.Reentry();
        }
        else if (situation.AfterPause)
        {
            yield return HoldWords.AfterPause();
        }

        if (situation.Partial || week.Log.Partial)
        {
            yield return HoldWords.PartialWeek(situation.Partial);
        }
    }

    private static IEnumerable<Cause> Answers(Situation situation, WeekRecord week)
    {
        var pain = week.Pain;
        if (!week.Log.Heard)
        {
            yield return HoldWords.NoAnswer(situation.SilentWeeks, situation.Policy);
        }
        else if (pain.RunWorst is null)
        {
            yield return HoldWords.NoScore();
        }

        if (week.Log.Heard && !Adherence.IsEnough(week.Log, situation.Policy))
        {
            yield return HoldWords.FewDone(week.Log);
        }
        else if (week.Log.Heard && !situation.Walking && week.Plan.Standing == situation.Standing && week.RunsAtRung < situation.Policy.RunsAtRung && !IsChronicStep(week) && !situation.CutBackDue)
        {
            yield return HoldWords.FewRunsAtRung(week.RunsAtRung, situation.Standing);
        }
    }

    private static IEnumerable<Cause> Debts(Situation situation, WeekRecord week)
    {
        if (situation.CutBackDue)
        {
            yield return HoldWords.CutBack(week.RunningWeeks);
        }

        if (week.GreenOwed > 0 && !situation.Walking)
        {
            yield return HoldWords.GreenOwed(week.GreenOwed);
        }

        if (NoticedSymptoms.IsNew(situation, Symptom.BonePain))
        {
            yield return HoldWords.BonePain();
        }

        // A cut-back serves as the week after a chronic step.
        if (IsChronicStep(week) && !situation.CutBackDue)
        {
            yield return HoldWords.AfterChronicStep();
        }
    }

    private static bool IsChronicStep(WeekRecord week) => week.Plan is { Row: 6, Decision: Decision.Progress };

    private static IEnumerable<Cause> News(Situation situation, WeekRecord week)
    {
        if (situation.Profile.Shoes is { } shoes && shoes.Since > situation.Facts.History.Joined
            && shoes.Since >= situation.Facts.Starts.PlusWeeks(-1) && shoes.Since < situation.Facts.Starts)
        {
            yield return HoldWords.NewShoes();
        }

        if (NewSurface(situation, week))
        {
            yield return HoldWords.NewSurface(situation.Profile.UsualSurface);
        }

        if (Frequency.AddsDay(situation))
        {
            yield return HoldWords.ExtraDay();
        }
    }

    /// <summary>The person now mostly runs on ground that no plan had yet. Asked only after a week that did not hold, so that it cannot last.</summary>
    private static bool NewSurface(Situation situation, WeekRecord week)
    {
        var runs = situation.Record.Weeks.SelectMany(w => w.Plan.Runs);
        return week.Plan.Decision == Decision.Progress && runs.Any() && runs.All(r => r.Surface != situation.Profile.UsualSurface);
    }
}
