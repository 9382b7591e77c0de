using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>What makes us ask whether a clinician has said yes.</summary>
public enum ClearanceCause
{
    /// <summary>The word CLEARED, or the statement on the page.</summary>
    Asked,

    /// <summary>Seven days after an emergency hold: the one mail of that time.</summary>
    WeekAfter,

    /// <summary>A sign that running should wait for a clinician's yes.</summary>
    BeforeStarting,
}

/// <summary>Asks the one question that ends a hold.</summary>
public sealed record ClearanceView : MailView
{
    public override string Kind => "clearance";

    internal override string Feedback => "safety:once:account";

    public required ImmutableArray<string> Paragraphs { get; init; }

    public required string Question { get; init; }

    /// <summary>What may be replied, and what follows from it.</summary>
    public required ImmutableArray<ReplyWord> Words { get; init; }

    public static ClearanceView Of(string name, ClearanceCause cause, Links links) => new()
    {
        Title = cause switch
        {
            ClearanceCause.Asked => "One question before your plan goes on",
            ClearanceCause.WeekAfter => "How are you? One question",
            _ => "Your plan waits for a yes",
        },
        Preheader = cause == ClearanceCause.BeforeStarting
            ? "Something you wrote should be talked over with a clinician before you run."
            : "One word is enough: YES or NO. Until then your plan waits for you.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Paragraphs = Before(cause),
        Question = "Has a clinician seen you for this and said that you may run?",
        Words = cause == ClearanceCause.BeforeStarting
            ? [new("CLEARED", "Once they have said yes. We then ask that one question, and your plan goes on with walks first.")]
            :
            [
                new("YES", "We note it with today's date, and your plan goes on: walks first, then running a little below where you were."),
                new("NO", "All stays as it is, and we plan nothing. Write CLEARED when it has changed."),
            ],
    };

    private static ImmutableArray<string> Before(ClearanceCause cause) => cause switch
    {
        ClearanceCause.Asked =>
        [
            "You wrote CLEARED, or ticked it on your page. We are glad to plan for you again, and need your answer to one question first.",
        ],
        ClearanceCause.WeekAfter =>
        [
            "A week ago we asked you to be seen at once. We hope that you were, and that you are in good hands.",
            "If nobody has looked at it yet, please go today; it still matters.",
        ],
        _ =>
        [
            "Something you wrote should be talked over with a clinician before you run: being pregnant or having given birth within a year, an operation on the spine, trouble with the heart or fainting on effort, or advice not to run.",
            "Your plan waits, and nothing of what you reached is lost. This is a plan for people of 18 and over; if you are younger, please do not go on with it alone.",
        ],
    };
}

/// <param name="Word">As one would type it.</param>
/// <param name="Means">What follows from it.</param>
public sealed record ReplyWord(string Word, string Means);
