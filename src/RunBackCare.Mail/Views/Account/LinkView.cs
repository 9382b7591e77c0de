using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>The way to a person's own page, good for an hour.</summary>
public sealed record LinkView : MailView
{
    public override string Kind => "link";

    internal override string Feedback => "link:once:account";

    public required Uri Page { get; init; }

    /// <param name="page">With a token that is good for an hour and for this person.</param>
    public static LinkView Of(string name, Uri page, Links links) => new()
    {
        Title = "Your link, good for one hour",
        Preheader = "It opens your own page. If it was not you who asked, do nothing.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Page = page,
    };
}
