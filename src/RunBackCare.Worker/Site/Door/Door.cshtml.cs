using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Links;

namespace RunBackCare.Worker.Site.Door;

/// <summary>
/// The door to a person's own pages. People show their mails to others, so the link in a weekly mail opens nothing: it offers to mail one that does, for
/// an hour, to the address we know. That one sets the cookie.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(PublicPosts.Policy)]
internal sealed class DoorPage(TokenHolder tokens, MailLink links) : PageModel
{
    public DoorStep Step { get; private set; }

    public FilledForm Form { get; } = new();

    public async Task<IActionResult> OnGetAsync(string place, string token, CancellationToken cancellation)
    {
        if (await FindAsync(token, Full(place), cancellation) is { } person)
        {
            await OwnAccess.OpenAsync(HttpContext, person);
            return LocalRedirect($"/{place}");
        }

        if (await FindAsync(token, Light(place), cancellation) is not { } known)
        {
            Step = DoorStep.Closed;
            return Page();
        }

        if (await OwnAccess.VisitorAsync(HttpContext) == known.Id)
        {
            return LocalRedirect($"/{place}");
        }

        Step = DoorStep.Offer;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string place, string token, CancellationToken cancellation)
    {
        Step = DoorStep.Closed;
        if (await FindAsync(token, Light(place), cancellation) is { } person)
        {
            await links.ToAsync(person.Id, place == "summary" ? MailKind.Summary : MailKind.Link, cancellation);
            Step = DoorStep.Sent;
        }

        return Page();
    }

    private async Task<Subscriber?> FindAsync(string token, TokenPurpose purpose, CancellationToken cancellation) =>
        await tokens.FindAsync(token, purpose, cancellation) is { Subscriber: { ErasedAt: null } person } ? person : null;

    private static TokenPurpose Full(string place) => place == "summary" ? TokenPurpose.OwnSummary : TokenPurpose.OwnPages;

    private static TokenPurpose Light(string place) => place == "summary" ? TokenPurpose.Summary : TokenPurpose.Preferences;
}

internal enum DoorStep
{
    /// <summary>A good light link: one button mails the one that opens.</summary>
    Offer,

    Sent,

    /// <summary>Foreign, too old or revoked: the answer does not tell which.</summary>
    Closed,
}
