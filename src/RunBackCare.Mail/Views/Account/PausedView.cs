using System.Collections.Immutable;
using NodaTime;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Confirms a pause that was asked for.</summary>
public sealed record PausedView : MailView
{
    public override string Kind => "paused";

    internal override string Feedback => "pause:once:account";

    public required ImmutableArray<string> Paragraphs { get; init; }

    public required ImmutableArray<ReplyWord> Words { get; init; }

    /// <param name="from">First day of the pause.</param>
    /// <param name="to">Its last day; null where it lasts until RESUME.</param>
    public static PausedView Of(WeekReader reader, LocalDate from, LocalDate? to, Links links)
    {
        var words = new Wording(reader.Language);
        return new()
        {
            Language = words.Language,
            Title = to is { } last ? $"Your plan is paused until {Wording.Untied(words.Date(last))}" : "Your plan is paused",
            Preheader = "Nothing is planned until then. Your place in the plan is kept for you.",
            Greeting = Wording.Greeting(reader.Name),
            Links = links,
            Paragraphs =
            [
                to is { } day
                    ? $"Your plan is paused from {words.Day(from)} to {words.Day(day)}, both days included. It then comes back by itself."
                    : $"Your plan is paused from {words.Day(from)} on, and no weeks will come.",
                "Your place in the plan is kept. After a break we begin lower than you stopped, the lower the longer it was, so there is nothing to make up for.",
            ],
            Words = [new("RESUME", to is null ? "Your plan goes on." : "Your plan goes on sooner.")],
        };
    }
}
