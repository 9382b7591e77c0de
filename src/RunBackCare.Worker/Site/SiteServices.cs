using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Site.Door;
using RunBackCare.Worker.Site.Own;
using RunBackCare.Worker.Site.SignUps;
using RunBackCare.Worker.Site.Weeks;
using RunBackCare.Worker.Subscribers.Preferences;

namespace RunBackCare.Worker.Site;

internal static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<SiteOptions, SiteOptionsCheck>(configuration, SiteOptions.Section);

        // A page stands in the folder of its feature and names its own address.
        services.AddRazorPages(pages => pages.RootDirectory = "/");
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "runbackcare-form";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(PublicPosts.Add);
        services.AddOwnAccess();
        services.AddSingleton<ShownWeeks>();
        services.AddSingleton<ExampleWeek>();
        services.AddSingleton<OwnPerson>();
        services.AddSingleton<EditPreferences>();
        services.AddSingleton<TakeBreak>();
        services.AddSingleton<StateClearance>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((headers, site) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in site.Value.Proxies)
            {
                headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        });
        return services;
    }

    public static void UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = ErrorPage.Address, StatusCodeSelector = ErrorPage.StatusOf, SuppressDiagnosticsCallback = ErrorPage.IsKnown });
        app.UseStatusCodePagesWithReExecute(ErrorPage.Address, "?status={0}");
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    public static void MapSite(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapWeekPages();

        // Without it, an address that does not exist would ask for the admins' login.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }
}
