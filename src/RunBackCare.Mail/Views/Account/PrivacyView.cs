using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>The privacy notice as a mail: what is stored, why, for how long, who sees it, and the words that change it.</summary>
public sealed record PrivacyView : MailView
{
    public override string Kind => "privacy";

    internal override string Feedback => "privacy:once:account";

    public required string Lead { get; init; }

    public required ImmutableArray<string> Kept { get; init; }

    public required ImmutableArray<string> HowLong { get; init; }

    public required string WhoSees { get; init; }

    public required string Rights { get; init; }

    public required ImmutableArray<ReplyWord> Words { get; init; }

    /// <param name="reader">Whose data it is.</param>
    /// <param name="changes">From when on a new notice holds; null where somebody asked for the one that does.</param>
    /// <param name="links">Of the mail.</param>
    public static PrivacyView Of(WeekReader reader, LocalDate? changes, Links links)
    {
        var words = new Wording(reader.Language);
        return new()
        {
            Language = words.Language,
            Title = changes is { } day ? $"Our privacy notice changes on {words.Date(day)}" : "What we keep about you",
            Preheader = "What is stored, for how long, who sees it, and the words that change it.",
            Greeting = Wording.Greeting(reader.Name),
            Links = links,
            Lead = changes is { } from
                ? $"From {words.Day(from)} on our privacy notice is this one. If you do not agree with it, reply STOP, and nothing more is stored."
                : "This is our privacy notice, whole and in plain words.",
            Kept =
            [
                "Your address, your name, your time zone, and the day and hour of your mail: to send it.",
                "What you told us about your running, your days, your kit and your back, and your answers: to plan your weeks. Some of it tells of your health. We use it because you said yes to that, and for nothing else.",
                "The weeks we planned, the reasons for each, and which mails we sent.",
            ],
            HowLong =
            [
                "What you write to us, as it came: 30 days. What we read in it: as long as you have a plan.",
                "After you leave: twelve months, should you come back. Then it is deleted.",
            ],
            WhoSees = "Whoever runs this installation, named at the foot of this mail; and the mail servers that carry our mails see what every mail shows them. Nobody else: nothing is sold or lent, and no pixel tells us whether you opened a mail.",
            Rights = "All of it is yours. You can take your yes back at any time, and complain to the data protection authority where you live. Reply with one word:",
            Words =
            [
                new("EXPORT", "A copy of everything, as a file."),
                new("DELETE", "Everything is deleted; we ask once."),
                new("STOP", "No more plans, and your yes is taken back."),
            ],
        };
    }
}
