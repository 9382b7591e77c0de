using RunBackCare.Worker.Inbox.Sources;

namespace RunBackCare.Worker.Doctor;

/// <summary>Where answers are read: opened as the worker opens it, with TLS, login and mailbox, and closed with nothing read.</summary>
internal sealed class InboxCheck(IReadOnlyList<IMailSource> sources)
{
    private const string Part = "inbox";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        foreach (var source in sources)
        {
            findings.Add(await OpenAsync(source, cancellation));
        }

        return findings.Count > 0 ? findings : [Finding.Warning(Part, "No mailbox is configured: answers are read by nobody.", "Set RunBackCare:Inbox Host, User and Password (or Folder).")];
    }

    private static async Task<Finding> OpenAsync(IMailSource source, CancellationToken cancellation)
    {
        try
        {
            await using var open = await source.OpenAsync(cancellation);
            return Finding.Ok(Part, "The mailbox of answers opens.");
        }
        catch (MailSourceException closed)
        {
            return Finding.Error(Part, closed.Message, "Start it, or correct RunBackCare:Inbox Host, Port, Tls, User, Password and Mailbox.");
        }
    }
}
