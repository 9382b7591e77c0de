using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

[Collection(SharedSite.Name)]
public sealed class DoorTests(SiteFixture site) : IAsyncLifetime
{
    private long _person;
    private HttpClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _visitor = site.Visitor();
        _person = await SamplePeople.AddActiveAsync(site.Worker.Services, SystemClock.Instance.GetCurrentInstant());
    }

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("me", "Preferences")]
    [InlineData("summary", "Summary")]
    public async Task The_link_of_a_mail_shows_nothing_and_mails_one_that_opens(string place, string purpose)
    {
        var address = (await site.PersonAsync(_person)).Address;
        var light = $"/{place}/{await site.TokenAsync(_person, purpose)}";

        var page = await _visitor.GetStringOfAsync(light);
        Assert.DoesNotContain(address, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _visitor.AskAsync($"/{place}")).Status);
        Assert.Equal(0, await MailsAsync());

        await _visitor.FillInAsync(light);
        var full = await site.MailedAsync(address, place);
        using var opened = await _visitor.GetAsync(new Uri(full, UriKind.Relative));
        Assert.Equal($"/{place}", opened.Headers.Location?.OriginalString);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"), c => c.StartsWith("runbackcare-me=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("expires=", cookie);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.AskAsync($"/{place}")).Status);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(58, true)]
    [InlineData(61, false)]
    [InlineData(60 * 24, false)]
    public async Task The_link_that_opens_lives_for_an_hour(int minutesAgo, bool good)
    {
        using var answer = await _visitor.GetAsync(new Uri($"/me/{await site.HourTokenAsync(_person, minutesAgo)}", UriKind.Relative));

        Assert.Equal(good, answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(good, Opens(answer));
    }

    [Theory]
    [InlineData("Week")]
    [InlineData("Pain")]
    [InlineData("Leave")]
    [InlineData("Calendar")]
    [InlineData("Reply")]
    [InlineData("Preferences")]
    [InlineData("Summary")]
    [InlineData("OwnSummary")]
    public async Task No_other_link_opens_a_persons_page(string purpose)
    {
        var token = purpose == "OwnSummary" ? await site.HourTokenAsync(_person, purpose: purpose) : await site.TokenAsync(_person, purpose);
        using var answer = await _visitor.GetAsync(new Uri($"/me/{token}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(Opens(answer));
    }

    [Theory]
    [InlineData("/me/x")]
    [InlineData("/summary/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/pain/x")]
    public async Task A_foreign_or_old_link_is_met_kindly_and_offers_a_fresh_one(string link)
    {
        var (status, text) = await _visitor.AskAsync(link);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Mail me a fresh link", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fresh_link_is_mailed_to_a_known_address_and_the_answer_tells_nothing()
    {
        var address = (await site.PersonAsync(_person)).Address;
        var (_, known) = await _visitor.FillInAsync("/link", ("email", $" {address.ToUpperInvariant()} "));
        var (_, unknown) = await _visitor.FillInAsync("/link", ("email", SiteFixture.NewAddress()));
        await _visitor.FillInAsync("/link", ("email", address));

        Assert.Equal(known, unknown);
        Assert.StartsWith("/me/", await site.MailedAsync(address, "me"), StringComparison.Ordinal);
        Assert.Equal(1, await MailsAsync());
    }

    [Fact]
    public async Task Guessing_links_is_slowed_down()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 35; i++)
        {
            statuses.Add((await _visitor.AskAsync($"/me/{Guid.NewGuid():n}")).Status);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task New_links_make_every_old_one_void_and_close_open_pages()
    {
        using var owner = await site.OwnerAsync(_person);
        var light = $"/me/{await site.TokenAsync(_person, "Preferences")}";
        Assert.Contains("Your links are void", (await owner.FillInAsync("/me/account", "/me/account?handler=Revoke")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await owner.AskAsync("/me")).Status);
        Assert.Contains("This link is no longer good", await _visitor.GetStringOfAsync(light), StringComparison.Ordinal);
        using var opened = await _visitor.GetAsync(new Uri(await site.MailedAsync((await site.PersonAsync(_person)).Address, "me"), UriKind.Relative));
        Assert.Equal("/me", opened.Headers.Location?.OriginalString);
    }

    private static bool Opens(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("runbackcare-me=", StringComparison.Ordinal));

    private Task<int> MailsAsync() => site.ReadAsync(db => db.Outbox.CountAsync(m => m.SubscriberId == _person && (m.Kind == MailKind.Link || m.Kind == MailKind.Summary)));
}
