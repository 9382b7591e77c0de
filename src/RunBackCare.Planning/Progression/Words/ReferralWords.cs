using System.Collections.Immutable;

namespace RunBackCare.Planning.Progression.Words;

/// <summary>The advice to see someone: why, then whom. Never a diagnosis.</summary>
internal static class ReferralWords
{
    private const string Whom = "Please let a GP, a physiotherapist or an osteopath who treats runners have a look; the one-page summary is made to take along.";

    public static string Say(ImmutableArray<string> reasons) => $"{string.Join(' ', reasons.Select(Why))} {Whom}";

    private static string Why(string reason) => reason switch
    {
        Referrals.NotImproving => "Your back is not clearly better than six weeks ago.",
        Referrals.Persistent => "Your back has hurt for twelve weeks or more and nobody has looked at it yet.",
        Referrals.StillWalking => "This is the second week in a row of walking only.",
        Referrals.TwoReds => "You reported 6 or more on two days within two weeks.",
        Referrals.BelowKnee => "The pain below your knee has lasted a week.",
        Referrals.Creep => "Your back has crept up over the last weeks.",
        Referrals.LegAgain => "Your leg has hurt in two weeks running.",
        Referrals.UsualRaised => "Your back has settled higher than you told us, so we now take a 3 as your usual.",
        _ => "Something you reported is worth a look.",
    };
}
