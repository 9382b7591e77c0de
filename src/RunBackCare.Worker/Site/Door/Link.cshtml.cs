using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RunBackCare.Worker.Site.Forms;
using RunBackCare.Worker.Subscribers.Links;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Site.Door;

/// <summary>A fresh link by mail, for whoever lost theirs. The answer does not tell whether the address is known.</summary>
[AllowAnonymous]
[EnableRateLimiting(PublicPosts.SignUpPolicy)]
internal sealed class LinkPage(MailLink links) : PageModel
{
    public const string Address = "/link";

    public FilledForm Form { get; private set; } = new();

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form = new(await Request.ReadFormAsync(cancellation));
        if (MailAddress.Read(Form["email"]) is not { } address)
        {
            Form.Refuse("email", ProfileFaultWords.Of(new(0, "email", "")));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await links.ToAddressAsync(address, cancellation);
        IsSent = true;
        return Page();
    }
}
