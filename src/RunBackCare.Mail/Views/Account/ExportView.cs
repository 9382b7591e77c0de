using RunBackCare.Mail.Outgoing;

namespace RunBackCare.Mail.Views;

/// <summary>Brings a person everything that is stored about them, as a file.</summary>
public sealed record ExportView : MailView
{
    public override string Kind => "export";

    internal override string Feedback => "export:once:account";

    /// <param name="json">The file's content.</param>
    public static ExportView Of(string name, ReadOnlyMemory<byte> json, Links links) => new()
    {
        Title = "Everything we have stored about you",
        Preheader = "As a file beside this mail. It is yours: keep it, read it, take it elsewhere.",
        Greeting = Wording.Greeting(name),
        Links = links,
        File = new("runbackcare.json", "application/json", json),
    };
}
