using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Go now. The same text for every sign that cannot wait; only the number differs.</summary>
public sealed record EmergencyView : MailView
{
    public override string Kind => "emergency";

    internal override string Feedback => "safety:once:account";

    /// <summary>What to do, in large letters.</summary>
    public required string Call { get; init; }

    public required string Lead { get; init; }

    /// <summary>In this order.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    public required string SignsLead { get; init; }

    public required ImmutableArray<string> Signs { get; init; }

    /// <summary>What becomes of the plan, and how it comes back.</summary>
    public required ImmutableArray<string> Plan { get; init; }

    public required string Written { get; init; }

    /// <summary>Of the text.</summary>
    public required string Version { get; init; }

    public static EmergencyView Of(string name, EmergencyNumber number, Links links) => new()
    {
        Title = "Please read this now",
        Heading = "Please go now",
        Preheader = "What you wrote cannot wait for a mail. Please have it looked at now.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Lead = "What you wrote names a sign that cannot wait. Please have it looked at now, by day or by night.",
        Call = SafetyScript.CallOrBeTaken(number),
        Steps =
        [
            "Do not wait for the next mail.",
            "Do not drive yourself.",
            "Tell them what you wrote to us, and since when it has been so.",
        ],
        SignsLead = "These are the signs we mean. Any one of them is enough:",
        Signs = SafetyScript.EmergencySigns,
        Plan =
        [
            "Your plan is on hold. No run and no session is planned, and we send you nothing but one question in a week.",
            "It comes back once a clinician has seen you for this and said that you may run. Then reply CLEARED.",
            "Did we misread you? We would rather send you once too often. Write to the address at the foot of this mail: a person can end the hold as well.",
        ],
        Written = SafetyScript.Written,
        Version = SafetyScript.Version,
    };
}
