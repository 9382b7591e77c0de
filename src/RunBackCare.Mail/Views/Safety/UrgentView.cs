using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Be seen today. The same text for every sign of this level.</summary>
public sealed record UrgentView : MailView
{
    public override string Kind => "urgent";

    internal override string Feedback => "safety:once:account";

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

    public static UrgentView Of(string name, EmergencyNumber number, Links links) => new()
    {
        Title = "Please read this today",
        Heading = "Please have this looked at today",
        Preheader = "Something you wrote should be looked at today. Your running waits until then.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Lead = "Something in your answer should be looked at by a doctor today: a sign that should not wait, or a score of 9 or 10.",
        Steps =
        [
            "Ring your doctor now and ask to be seen today. If nobody can see you, an out-of-hours or urgent care service can.",
            "Tell them what you wrote to us, and since when it has been so.",
            "Leave out running and strength work. Walk, if walking is comfortable.",
        ],
        SignsLead = $"{SafetyScript.Call(number)} and do not wait for today's appointment if you notice any of these:",
        Signs = SafetyScript.EmergencySigns,
        Plan =
        [
            "Running and strength work are paused. Your plan holds easy walks only.",
            "Running may come back two weeks after the last such answer, or sooner once a clinician has seen you for this and said that you may run. Then reply CLEARED.",
            "Did we misread you? Write to the address at the foot of this mail: a person can end the pause as well.",
        ],
        Written = SafetyScript.Written,
        Version = SafetyScript.Version,
    };
}
