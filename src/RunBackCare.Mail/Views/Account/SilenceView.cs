using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Asks after somebody who has not answered. Silence is safe: nothing grows until they are heard.</summary>
public sealed record SilenceView : MailView
{
    /// <summary>From this many weeks on the mail asks whether they are still there.</summary>
    private const int AsksFrom = 3;

    /// <summary>From this many weeks on the plan is paused.</summary>
    private const int PausesFrom = 4;

    public override string Kind => "silence";

    internal override string Feedback => "silence:once:plan";

    public required ImmutableArray<string> Paragraphs { get; init; }

    public required AnswerView Answer { get; init; }

    /// <param name="weeks">Weeks in a row without an answer, 1 or more.</param>
    public static SilenceView Of(string name, int weeks, Links links)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        return new()
        {
            Title = weeks >= PausesFrom ? "Your plan is paused" : weeks >= AsksFrom ? "Are you still with us?" : "How did your week go?",
            Preheader = weeks >= PausesFrom ? "Any answer wakes it up, whenever you like. It will begin gently." : "One number from 0 to 10 is enough, and it takes ten seconds.",
            Greeting = Wording.Greeting(name),
            Links = links,
            Paragraphs = Words(weeks),
            Answer = new(
                "Reply with your worst back pain of the last week, from 0 (none) to 10:",
                "2",
                "Did you not run? That is fine too. Reply \"2, 0 runs\" and the next week takes it into account.",
                null),
        };
    }

    private static ImmutableArray<string> Words(int weeks) => weeks switch
    {
        >= PausesFrom =>
        [
            $"We have not heard from you for {Wording.Count(weeks, "week", "weeks")}, so we have paused your plan. No more weeks will come until you want them.",
            "Nothing is lost. Any answer wakes your plan up, and it will begin a little below where you were.",
        ],
        >= AsksFrom =>
        [
            $"We have not heard from you for {Wording.Count(weeks, "week", "weeks")}. That is fine, and your plan has stayed where it was: it never grows unseen.",
            "Are you still with us? If we hear nothing this week either, we pause your plan and stop writing.",
        ],
        _ =>
        [
            "We have not heard yet how last week went. Your plan stays as it is until we know: it never grows unseen.",
            "Good, bad or not at all, each answer helps to plan a week that fits you.",
        ],
    };
}
