using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Asks somebody whose mails came back whether this one arrived.</summary>
public sealed record AddressProblemView : MailView
{
    public override string Kind => "address_problem";

    internal override string Feedback => "address:once:account";

    public required string Lead { get; init; }

    /// <param name="returned">Mails to this address that came back lately, 1 or more.</param>
    public static AddressProblemView Of(string name, int returned, Links links) => new()
    {
        Title = "Do our mails reach you?",
        Preheader = "Some of them came back to us. One word from you tells that this one arrived.",
        Greeting = Wording.Greeting(name),
        Links = links,
        Lead = returned == 1
            ? "One of our last mails to you came back to us as undeliverable."
            : $"Of our last mails to you {Wording.Number(returned)} came back to us as undeliverable.",
    };
}
