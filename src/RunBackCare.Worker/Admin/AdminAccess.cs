using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace RunBackCare.Worker.Admin;

/// <summary>One login for the whole admin area, kept in a cookie.</summary>
internal static class AdminAccess
{
    public const string Policy = "admin area";

    /// <summary>Part of the hash, so that a changed password ends every session opened with the old one.</summary>
    private const string StampClaim = "stamp";

    private const int StampLetters = 12;
    private static readonly TimeSpan Session = TimeSpan.FromHours(8);

    public static void AddAdminAccess(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "runbackcare-admin";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/login";
            cookie.ReturnUrlParameter = "to";
            cookie.ExpireTimeSpan = Session;
            cookie.Events.OnRedirectToAccessDenied = Refuse;
            cookie.Events.OnValidatePrincipal = EndIfAccountChanged;
        });

        // Whatever forgets to say who may see it is for admins: nothing is public by accident.
        services.AddAuthorizationBuilder()
            .AddPolicy(Policy, IsInAdminArea)
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(nameof(AdminRole.Admin)).Build());
    }

    public static ClaimsPrincipal PrincipalOf(AdminAccount account) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, account.Name), new(ClaimTypes.Role, account.Role.ToString()), new(StampClaim, StampOf(account))],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static bool MayAct(ClaimsPrincipal user) => user.IsInRole(nameof(AdminRole.Admin));

    private static void IsInAdminArea(AuthorizationPolicyBuilder policy) => policy.RequireRole(nameof(AdminRole.Viewer), nameof(AdminRole.Admin));

    private static string StampOf(AdminAccount account) => account.Hash[^StampLetters..];

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static async Task EndIfAccountChanged(CookieValidatePrincipalContext context)
    {
        var user = context.Principal;
        var account = context.HttpContext.RequestServices.GetRequiredService<IOptions<AdminOptions>>().Value.Find(user?.Identity?.Name);
        if (user is null || account is null || !user.HasClaim(StampClaim, StampOf(account)) || !user.IsInRole(account.Role.ToString()))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync();
        }
    }
}
