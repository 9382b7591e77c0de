using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RunBackCare.Worker.Subscribers.Addresses;

namespace RunBackCare.Worker.Site.Addresses;

/// <summary>The new address says yes. Looking changes nothing.</summary>
[AllowAnonymous]
[EnableRateLimiting(PublicPosts.Policy)]
internal sealed class NewAddressPage(MoveAddress move) : PageModel
{
    public NewAddressStep Step { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellation) =>
        Step = await move.IsOpenAsync(token, cancellation) ? NewAddressStep.Ask : NewAddressStep.Gone;

    public async Task OnPostAsync(string token, CancellationToken cancellation) =>
        Step = await move.ConfirmAsync(token, cancellation) ? NewAddressStep.Moved : NewAddressStep.Gone;
}

internal enum NewAddressStep
{
    Ask,
    Moved,
    Gone,
}
