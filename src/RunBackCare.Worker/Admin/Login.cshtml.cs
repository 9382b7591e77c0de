using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RunBackCare.Worker.Site;

namespace RunBackCare.Worker.Admin;

[AllowAnonymous]
[EnableRateLimiting(PublicPosts.Policy)]
internal sealed class LoginPage(Login login) : PageModel
{
    public const string Home = "/hangfire";

    public bool IsOpen => login.IsOpen;

    public string? Why { get; private set; }

    public string Name { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (!IsOpen)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? to, CancellationToken cancellation)
    {
        if (!IsOpen)
        {
            return OnGet();
        }

        var result = await login.TryAsync(name ?? "", password ?? "", HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancellation);
        if (result.Account is not { } account)
        {
            (Name, Why) = (name ?? "", result.Why);
            Response.StatusCode = result == LoginResult.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
            return Page();
        }

        await HttpContext.SignInAsync(AdminAccess.PrincipalOf(account));
        return LocalRedirect(Url.IsLocalUrl(to) ? to : Home);
    }
}
