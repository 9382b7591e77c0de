using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>The one-page summary to take to a doctor or physiotherapist.</summary>
public sealed record SummaryView : MailView
{
    public override string Kind => "summary";

    internal override string Feedback => "summary:once:account";

    public required Uri Page { get; init; }

    /// <param name="page">The summary, with a token that is good for an hour.</param>
    public static SummaryView Of(string name, Uri page, Links links) => new()
    {
        Title = "Your one-page summary",
        Preheader = "One page to print and take along: your answers, your runs, our reasons.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Page = page,
    };
}
