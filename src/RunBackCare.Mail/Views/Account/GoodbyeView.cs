using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>The last mail: says that there will be no more.</summary>
public sealed record GoodbyeView : MailView
{
    public override string Kind => "goodbye";

    internal override string Feedback => "goodbye:once:account";

    public static GoodbyeView Of(string name, Links links) => new()
    {
        Title = "You have left RunBackCare",
        Preheader = "No more plans will come to this address. Thank you for running with us.",
        Greeting = Wording.Greeting(name),
        Links = links,
    };
}
