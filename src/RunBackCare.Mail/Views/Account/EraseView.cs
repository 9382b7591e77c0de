using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Asks once before everything about a person is deleted, or says that it is.</summary>
public sealed record EraseView : MailView
{
    public override string Kind => "erase";

    internal override string Feedback => "erase:once:account";

    public required ImmutableArray<string> Paragraphs { get; init; }

    /// <summary>What may be replied; empty once all is done.</summary>
    public ImmutableArray<ReplyWord> Words { get; init; } = [];

    public static EraseView Ask(string name, Links links) => new()
    {
        Title = "Shall we delete everything?",
        Preheader = "Reply YES to delete all we have stored about you. It cannot be undone.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Paragraphs =
        [
            "You wrote DELETE. We would then delete your plans, your answers, your profile and your address, for good. It cannot be undone, and no more plans will come.",
            "Would you like to keep a copy? Reply EXPORT first.",
        ],
        Words =
        [
            new("YES", "We delete everything now."),
            new("NO", "All stays as it is. So it does if you do not answer."),
        ],
    };

    public static EraseView Done(string name, Links links) => new()
    {
        Title = "Everything is deleted",
        Preheader = "Your plans, your answers and your profile are gone. Thank you for running with us.",
        Greeting = Wording.Greeting(name),
        Links = links,
        WhyYou = "You get this mail because you asked us to delete everything about you. It is the last one.",
        Paragraphs =
        [
            "Everything we had stored about you is deleted: your plans, your answers and your profile. Your address goes too, now that this mail is on its way.",
            "Thank you for the weeks we could run along. You are always welcome to begin anew.",
        ],
    };
}
