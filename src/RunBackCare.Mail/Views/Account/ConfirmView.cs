using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Asks whether the person who signed up is the one who reads this address.</summary>
public sealed record ConfirmView : MailView
{
    public override string Kind => "confirm";

    internal override string Feedback => "confirm:once:account";

    public required Uri Confirm { get; init; }

    /// <exception cref="ArgumentException">The links hold no <see cref="Links.Confirm"/>.</exception>
    public static ConfirmView Of(string name, Links links) => new()
    {
        Title = "Please confirm your weekly running plan",
        Preheader = "One tap, and your first week is on its way. Not you? Then do nothing.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Confirm = links.Confirm ?? throw new ArgumentException("A mail that asks for confirmation needs the link to confirm.", nameof(links)),
    };
}
