using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Pain;
using RunBackCare.Planning.Pain.Symptoms;
using RunBackCare.Planning.Progression.Words;
using RunBackCare.Planning.Weeks;

namespace RunBackCare.Planning.Progression;

/// <summary>When to advise seeing someone, without hurry (training rules, section 7). Each reason is said once in four weeks.</summary>
internal static class Referrals
{
    public const string NotImproving = "not-improving";
    public const string Persistent = "persistent";
    public const string StillWalking = "still-walking";
    public const string TwoReds = "two-reds";
    public const string BelowKnee = "below-knee";
    public const string Numbness = "numbness";
    public const string BonePain = "bone-pain";
    public const string WokenByPain = "woken-by-pain";
    public const string Inflammatory = "inflammatory";
    public const string Creep = "creep";
    public const string LegAgain = "leg-again";
    public const string UsualRaised = "usual-raised";

    public static Referral? Of(Situation situation, Step step)
    {
        var reasons = Met(situation, step).Where(r => !SaidLately(r, situation)).ToImmutableArray();
        return reasons.IsEmpty ? null : new(reasons, ReferralWords.Say(reasons, step.Decision));
    }

    /// <summary>The reason was already given in the last four weeks.</summary>
    public static bool SaidLately(string reason, Situation situation)
    {
        var from = situation.Facts.Starts.PlusWeeks(-situation.Policy.ReferralMemoryWeeks);
        return situation.Record.Weeks.Any(w => w.Plan.Starts > from && w.Plan.Referrals.Contains(reason));
    }

    private static IEnumerable<string> Met(Situation situation, Step step)
    {
        var (record, policy) = (situation.Record, situation.Policy);
        if (IsNotImproving(record, policy))
        {
            yield return NotImproving;
        }

        if (IsPersistent(situation))
        {
            yield return Persistent;
        }

        if (step.Decision == Decision.WalkOnly && record.Last is { Plan: { Decision: Decision.WalkOnly, Runs.IsEmpty: true } })
        {
            yield return StillWalking;
        }

        if (AreTwoReds(situation))
        {
            yield return TwoReds;
        }

        if (IsBelowKnee(situation))
        {
            yield return BelowKnee;
        }

        foreach (var reason in Noticed(situation, step))
        {
            yield return reason;
        }

        // These two step back and refer in one: the row says whether it did.
        foreach (var cause in step.Causes)
        {
            if (cause.Code is Creep or LegAgain)
            {
                yield return cause.Code;
            }
        }

        if (record.UsualJustRaised)
        {
            yield return UsualRaised;
        }
    }

    /// <summary>What was told in words. A night broken by pain is seen the same day at first (section 6 B), and that week says so already.</summary>
    private static IEnumerable<string> Noticed(Situation situation, Step step)
    {
        var policy = situation.Policy;
        if (NoticedSymptoms.HasLasted(situation, Symptom.Numbness, policy.LegReferDays))
        {
            yield return Numbness;
        }

        if (NoticedSymptoms.IsNew(situation, Symptom.BonePain))
        {
            yield return BonePain;
        }

        if (step.Decision < Decision.Urgent && NoticedSymptoms.HasLasted(situation, Symptom.WokenByPain, policy.WokenReferDays, covered: 7))
        {
            yield return WokenByPain;
        }

        if (NoticedSymptoms.AreInflammatory(situation))
        {
            yield return Inflammatory;
        }
    }

    private static bool IsNotImproving(RunnerRecord record, Policy policy)
    {
        if (record.Last is not { Pain.Answered: true })
        {
            return false;
        }

        int[] newestFirst = [.. record.Streak.Take(policy.SteadyWeeks).Select(w => w.Pain.Worst!.Value)];
        return newestFirst.Length == policy.SteadyWeeks
            && newestFirst.Sum() >= policy.ReferMean * policy.SteadyWeeks
            && newestFirst[0] > newestFirst[^1] - policy.MeaningfulRise
            && newestFirst[0] * 100 > newestFirst[^1] * policy.ReferStillPercent;
    }

    /// <summary>Twelve weeks or more of pain at sign-up that nobody has looked at.</summary>
    private static bool IsPersistent(Situation situation)
    {
        var back = situation.Profile.Back;
        return back is { Assessed: false, Since: { } since }
            && Math.Max(back.UsualPain, back.Now) > 0
            && Period.DaysBetween(since, situation.Facts.History.Joined) >= situation.Policy.PersistentDays;
    }

    /// <summary>A red day lately, and another not long before it.</summary>
    private static bool AreTwoReds(Situation situation)
    {
        var span = situation.Policy.TwoRedsDays;
        LocalDate[] days =
        [
            .. situation.Facts.History.Reports
                .Where(r => r.Score.Value >= situation.Policy.Red)
                .Select(r => r.Day ?? r.Answered.Date)
                .Distinct()
                .OrderDescending(),
        ];
        return days is [var latest, var before, ..]
            && latest > situation.Facts.Now.Date.PlusDays(-span)
            && Period.DaysBetween(before, latest) <= span;
    }

    /// <summary>Pain below the knee lately that was there a week before and still is.</summary>
    private static bool IsBelowKnee(Situation situation)
    {
        LocalDate[] days =
        [
            .. situation.Facts.History.Reports
                .Where(r => r.Site.IsBelowKnee() && r.Score.Value >= situation.Policy.Amber)
                .Select(r => r.Day ?? r.Answered.Date)
                .Order(),
        ];
        return days is [.., var latest]
            && latest > situation.Facts.Now.Date.PlusDays(-situation.Policy.NoticedDays)
            && days.Any(day => Period.DaysBetween(day, latest) is var apart && apart >= situation.Policy.LegReferDays && apart <= 2 * situation.Policy.LegReferDays);
    }
}
