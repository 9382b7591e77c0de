using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Welcomes somebody back after a pause.</summary>
public sealed record ResumedView : MailView
{
    public override string Kind => "resumed";

    internal override string Feedback => "resume:once:account";

    public required ImmutableArray<string> Paragraphs { get; init; }

    /// <param name="weekFollows">The first week comes right behind this mail; otherwise at the person's usual hour.</param>
    public static ResumedView Of(WeekReader reader, bool weekFollows, Links links)
    {
        var words = new Wording(reader.Language);
        return new()
        {
            Language = words.Language,
            Title = "Good to have you here: your plan goes on",
            Preheader = "The first week is a gentle one. You need not make up for anything.",
            Greeting = Wording.Greeting(reader.Name),
            Links = links,
            Paragraphs =
            [
                (weekFollows, reader.NextMail) switch
                {
                    (false, { } next) => $"Welcome back. Your next week comes on {words.Weekday(next.Day)} at {words.Time(next.At)}.",
                    (false, null) => "Welcome back. Your next week comes at its usual hour.",
                    _ => "Welcome back. Your week comes right behind this mail.",
                },
                "It begins gently: the longer the break, the lower we start. From there it grows as before, with your answers.",
            ],
        };
    }
}
