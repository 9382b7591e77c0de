using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Site.Door;

/// <summary>
/// A person's full access to what is theirs: a cookie of thirty days that only a link mailed to their own address sets. It is no password and no
/// admin's login; a new link ends it everywhere.
/// </summary>
internal static class OwnAccess
{
    public const string Scheme = "own pages";
    public const string Policy = "own pages";

    private const string VersionClaim = "version";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    public static void AddOwnAccess(this IServiceCollection services)
    {
        services.AddAuthentication().AddCookie(Scheme, cookie =>
        {
            cookie.Cookie.Name = "runbackcare-me";
            cookie.Cookie.HttpOnly = true;

            // A link opened from a mail is a visit from elsewhere; a form sent from elsewhere brings no cookie.
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Lasts;
            cookie.SlidingExpiration = false;
            cookie.Events.OnRedirectToLogin = ToDoor;
            cookie.Events.OnRedirectToAccessDenied = ToDoor;
            cookie.Events.OnValidatePrincipal = EndIfRevoked;
        });
        services.AddAuthorizationBuilder().AddPolicy(Policy, own => own.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
    }

    public static Task OpenAsync(HttpContext context, Subscriber person) => context.SignInAsync(Scheme, PrincipalOf(person), new() { IsPersistent = true });

    public static Task CloseAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <returns>Null where the visitor holds no cookie of ours that is still good.</returns>
    public static async Task<long?> VisitorAsync(HttpContext context) =>
        await context.AuthenticateAsync(Scheme) is { Succeeded: true, Principal: { } visitor } ? IdOf(visitor) : null;

    public static long IdOf(ClaimsPrincipal person) => long.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    private static ClaimsPrincipal PrincipalOf(Subscriber person) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, Text(person.Id)), new(VersionClaim, Text(person.TokenVersion))], Scheme));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task ToDoor(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect($"{context.Request.PathBase}{LinkPage.Address}");
        return Task.CompletedTask;
    }

    private static async Task EndIfRevoked(CookieValidatePrincipalContext context)
    {
        var id = context.Principal is { } visitor ? IdOf(visitor) : 0;
        await using var db = await context.HttpContext.RequestServices.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(context.HttpContext.RequestAborted);
        var version = await db.Subscribers.Where(s => s.Id == id && s.ErasedAt == null).Select(s => (int?)s.TokenVersion).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (version is not { } present || context.Principal?.HasClaim(VersionClaim, Text(present)) != true)
        {
            context.RejectPrincipal();
        }
    }
}
