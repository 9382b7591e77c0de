using System.Collections.Immutable;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>The advice to see someone: why, whom, and whether there is time. Never a diagnosis.</summary>
internal static class ReferralWords
{
    private const string Whom = "Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along.";

    private const string Doctor = "Please see your GP about it first, who can send you on; the one-page summary is made to take along.";

    private const string Routine = "There is no hurry; this week's plan holds in the meantime.";

    public static string Say(ImmutableArray<string> reasons, Decision decision)
    {
        var advice = $"{string.Join(' ', reasons.Select(Why))} {(reasons.Any(NeedsDoctor) ? Doctor : Whom)}";
        return decision < Decision.Urgent && !reasons.Any(ChangesTheWeek) ? $"{advice} {Routine}" : advice;
    }

    /// <summary>What says itself when not to wait, or to walk until it is seen: "no hurry" beside it would take that back.</summary>
    private static bool ChangesTheWeek(string reason) => reason is Referrals.Numbness or Referrals.BonePain;

    /// <summary>What is looked into with blood tests or pictures.</summary>
    private static bool NeedsDoctor(string reason) => reason is Referrals.BonePain or Referrals.WokenByPain or Referrals.Inflammatory;

    private static string Why(string reason) => reason switch
    {
        Referrals.NotImproving => "Your back is not clearly better than six weeks ago.",
        Referrals.Persistent => "Your back has hurt for twelve weeks or more, and as far as we know nobody has looked at it yet.",
        Referrals.StillWalking => "This is the second week in a row of walking only.",
        Referrals.TwoReds => "You reported 6 or more on two days within two weeks.",
        Referrals.BelowKnee => "The pain below your knee has lasted a week.",
        Referrals.Numbness => "The numbness or tingling you wrote of has lasted a week. If it reaches the area between your legs, or a leg grows weak, do not wait: get help at once.",
        Referrals.BonePain => "Pain in a leg or foot that is there at rest, or when you hop, should be looked at before you run on it. Until then, walk in place of any run that brings it on.",
        Referrals.WokenByPain => "Pain has broken your sleep for two weeks.",
        Referrals.Inflammatory => "Some of what you have told us, taken together, is worth a closer look. Tell what your mornings and nights are like, and what helps.",
        Referrals.Creep => "Your back has crept up over the last weeks.",
        Referrals.LegAgain => "Your leg has hurt in two weeks running.",
        Referrals.UsualRaised => "Your back has settled higher than you told us, so we now take a 3 as your usual.",
        _ => "Something you reported is worth a look.",
    };
}
