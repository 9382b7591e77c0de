using System.Collections.Immutable;
using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>A move to another address: asks the new one, tells the old one.</summary>
public sealed record AddressView : MailView
{
    public override string Kind => "address";

    internal override string Feedback => "address:once:account";

    public required ImmutableArray<string> Paragraphs { get; init; }

    /// <summary>Where the new address says yes; null in the mail to the old one.</summary>
    public Uri? Page { get; init; }

    /// <param name="page">With a token for this one change.</param>
    public static AddressView Ask(Uri page) => new()
    {
        Title = "Shall your running plan come here?",
        Preheader = "One tap, and your weekly plan comes to this address. Not you? Then do nothing.",
        Greeting = "Hello,",
        Links = new() { Leave = null },
        WhyYou = "You get this mail because somebody gave this address as their new one for a weekly running plan.",
        Paragraphs =
        [
            "Someone, most likely you, wants their weekly running plan sent to this address from now on.",
            "Was it not you? Then do nothing: without a yes from here nothing changes, and this address is forgotten.",
        ],
        Page = page,
    };

    public static AddressView Moved(string name, Links links) => new()
    {
        Title = "Your running plan has moved",
        Preheader = "Your weekly plan goes to another address from now on, as you asked.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Paragraphs =
        [
            "Your weekly running plan goes to another address from now on. You asked for it on your own page, and the new address has said yes.",
            "Was it not you? Then please write to us at once, at the address at the foot of this mail.",
        ],
    };
}
