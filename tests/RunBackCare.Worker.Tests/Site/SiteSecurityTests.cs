using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Site.Door;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

[Collection(SharedSite.Name)]
public sealed class SiteSecurityTests(SiteFixture site)
{
    /// <summary>All that anybody may ask for without a login. A page that is not here is closed, or this test fails.</summary>
    private static readonly string[] Open =
        ["", "confirm/{token}", "leave/{token}", "pain/{token}", "address/{token}", "{place:regex(^(me|summary)$)}/{token}", "link", "privacy", "error", "login", "/week/{token}", "/calendar/{token}.ics", "/health/live", "/health/ready", "{*path}"];

    private static readonly string[] Own = ["me", "me/preferences", "me/breaks", "me/account", "summary"];

    private IReadOnlyList<RouteEndpoint> Routes => [.. site.Worker.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Every_route_says_who_may_ask_for_it_and_only_these_are_open()
    {
        var open = Routes.Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(r => r.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Open.Order(StringComparer.Ordinal), open);

        var own = Routes.Where(r => r.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == OwnAccess.Policy)).Select(r => r.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Own.Order(StringComparer.Ordinal), own);
    }

    [Fact]
    public async Task A_stranger_and_an_admin_get_to_no_page_of_a_persons_own()
    {
        using var stranger = site.Visitor();
        using var admin = site.Visitor();
        await admin.SignInAsync(Testing.Hosting.TestAccounts.Admin, Testing.Hosting.TestAccounts.Password);
        foreach (var page in Own)
        {
            foreach (var visitor in new[] { stranger, admin })
            {
                using var asked = await visitor.GetAsync(new Uri($"/{page}", UriKind.Relative));
                Assert.Equal((HttpStatusCode.Redirect, "/link"), (asked.StatusCode, asked.Headers.Location?.OriginalString));
            }
        }
    }

    [Fact]
    public async Task A_persons_cookie_opens_nothing_of_the_admins()
    {
        using var owner = await site.OwnerAsync(await site.RunnerAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await owner.AskAsync("/hangfire")).Status);
    }

    [Fact]
    public async Task Looking_at_every_page_changes_nothing()
    {
        var person = await site.RunnerAsync();
        using var owner = await site.OwnerAsync(person);
        await UntilQuietAsync();
        var before = await Everywhere.SnapshotAsync(site.ConnectionString);
        foreach (var path in await PathsAsync(person))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
                request.Headers.Add("X-Forwarded-For", $"10.9.{Random.Shared.Next(250)}.{Random.Shared.Next(250)}");
                using var answer = await owner.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, path);
            }
        }

        Assert.Equal(before, await Everywhere.SnapshotAsync(site.ConnectionString));
    }

    [Fact]
    public async Task A_form_sent_from_another_site_is_refused_everywhere_but_for_leaving()
    {
        var person = await site.RunnerAsync();
        using var owner = await site.OwnerAsync(person);
        await UntilQuietAsync();
        var before = await Everywhere.SnapshotAsync(site.ConnectionString);
        string[] handlers = ["/me?handler=Log", "/me?handler=Say", "/me?handler=Undo", "/me?handler=Cleared", "/me/account?handler=Address", "/me/account?handler=Revoke", "/me/account?handler=Leave", "/me/account?handler=Erase", "/me/breaks?handler=Resume"];
        foreach (var path in handlers.Concat((await PathsAsync(person)).Where(p => !p.StartsWith("/leave", StringComparison.Ordinal) && !p.StartsWith("/week", StringComparison.Ordinal) && !p.StartsWith("/calendar", StringComparison.Ordinal) && !p.StartsWith("/health", StringComparison.Ordinal) && p is not ("/privacy" or "/error" or "/nowhere" or "/summary"))))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent([new("erase", "yes"), new("score", "5"), new("words", "5")]) };
            request.Headers.Add("X-Forwarded-For", $"10.8.{Random.Shared.Next(250)}.{Random.Shared.Next(250)}");
            using var answer = await owner.SendAsync(request);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }

        Assert.Equal(before, await Everywhere.SnapshotAsync(site.ConnectionString));
    }

    [Fact]
    public void No_page_but_leaving_goes_without_the_proof_of_its_own_form() => Assert.Equal(
        ["error", "leave/{token}"],
        Routes.Where(r => r.Metadata.OfType<IgnoreAntiforgeryTokenAttribute>().Any()).Select(r => r.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere_and_are_small()
    {
        var person = await site.RunnerAsync();
        using var owner = await site.OwnerAsync(person);
        foreach (var path in await PathsAsync(person))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Add("X-Forwarded-For", $"10.7.{Random.Shared.Next(250)}.{Random.Shared.Next(250)}");
            using var answer = await owner.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(text.Length < 150 * 1024, $"{path} has {text.Length} characters");
            Assert.DoesNotMatch("(src|srcset|data)=\"(https?:)?//", text);
            Assert.DoesNotMatch("<link[^>]*href=\"(https?:)?//", text);
        }
    }

    [Fact]
    public async Task No_address_and_no_score_stands_in_any_log()
    {
        var person = await site.RunnerAsync();
        var address = (await site.PersonAsync(person)).Address;
        using var owner = await site.OwnerAsync(person);
        await owner.FillInAsync("/me", "/me?handler=Say", ("words", "7 squirrelword, all done"));
        await owner.FillInAsync("/", SignUpForm.Of(address));

        Assert.DoesNotContain(site.Worker.Log.Lines, line =>
            line.Text.Contains(address, StringComparison.OrdinalIgnoreCase) || line.Text.Contains("squirrelword", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("handler=Say", StringComparison.Ordinal));
    }

    /// <summary>One real address of every route that can be looked at.</summary>
    private async Task<IReadOnlyList<string>> PathsAsync(long person)
    {
        var paths = new List<string> { "/", "/privacy", "/link", "/error", "/login", "/nowhere", "/health/live", "/me?handler=Log", "/me/account?handler=Export" };
        paths.AddRange(Own.Select(page => $"/{page}"));
        foreach (var (page, purpose) in new[] { ("confirm", "Confirm"), ("leave", "Leave"), ("pain", "Pain"), ("me", "Preferences"), ("summary", "Summary"), ("week", "Week") })
        {
            paths.Add($"/{page}/{await site.TokenAsync(person, purpose)}");
        }

        paths.Add($"/me/{await site.HourTokenAsync(person)}");
        paths.Add($"/calendar/{await site.TokenAsync(person, "Calendar")}.ics");
        paths.Add("/address/x");
        return paths;
    }

    /// <summary>Until what other tests have set going is done: mails sent, weeks planned.</summary>
    private Task UntilQuietAsync() => Testing.Eventually.TrueAsync(async () =>
        !await site.ReadAsync(db => db.Outbox.AnyAsync(m => m.State == DeliveryState.Queued || m.State == DeliveryState.Sending)));
}
