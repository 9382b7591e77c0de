using Microsoft.Playwright;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;

namespace RunBackCare.EndToEnd.Tests.Admin;

/// <summary>A morning of an admin: what went wrong overnight, seen and settled.</summary>
public sealed class ControlRoomTests : IAsyncLifetime
{
    private Browser _browser = null!;
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;
    private long _hurt;
    private long _unclear;
    private long _bounced;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, [.. TestAccounts.Settings, ("RunBackCare:Jobs:PlanEverySeconds", "1"), ("RunBackCare:Jobs:SendEverySeconds", "1")]);
        await _worker.UntilReadyAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        _hurt = await SamplePeople.AddActiveAsync(_worker.Services, now, now);
        _unclear = await SamplePeople.AddActiveAsync(_worker.Services, now, now);
        _bounced = await SamplePeople.AddActiveAsync(_worker.Services, now, now);
        foreach (var person in new[] { _hurt, _unclear, _bounced })
        {
            await Eventually.TrueAsync(async () => await SamplePeople.HasMailAsync(_worker.Services, person));
        }

        await SampleTroubles.ReplyAsync(_worker.Services, _hurt, "I am numb between my legs since this morning.");
        await SampleTroubles.ReplyAsync(_worker.Services, _unclear, "Hmm, comme ci comme ça, you know how it is.");
        await SampleTroubles.SuppressAsync(_worker.Services, _bounced);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("desktop")]
    public async Task An_admin_sees_acknowledges_assigns_undoes_and_replays(string device)
    {
        var page = await _browser.NewPageAsync(_worker.Address, device == "phone" ? Screen.Phone : Screen.Desktop);
        List<string> strangers = [];
        page.Request += (_, request) => strangers.AddRange(new Uri(request.Url).Host == _worker.Address.Host ? [] : [request.Url]);
        await page.GotoAsync("/hangfire/mails");
        await page.GetByLabel("Name").FillAsync(TestAccounts.Admin);
        await page.GetByLabel("Password").FillAsync(TestAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Mails");
        await page.GotoAsync("/hangfire/mails?still");
        await LookAsync(page, "mails", device);

        await page.GetByRole(AriaRole.Link, new() { Name = "Safety" }).ClickAsync();
        await LookAsync(page, "safety", device);
        await page.GetByLabel("Note").First.FillAsync("Called her; she is on her way to hospital.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"acknowledged by {TestAccounts.Admin}");
        await Assertions.Expect(page.Locator("#no-signs")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Replies" }).ClickAsync();
        await LookAsync(page, "replies", device);
        await page.GetByLabel("They meant").FillAsync("who knows");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it this meaning" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The reader");
        await Assertions.Expect(page.GetByLabel("They meant")).ToHaveValueAsync("who knows");
        await page.GetByLabel("They meant").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give it this meaning" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("gets the receipt");
        await Assertions.Expect(page.Locator("#no-replies")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Suppressed" }).ClickAsync();
        await LookAsync(page, "suppressed", device);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write to it again" }).ClickAsync();
        await Assertions.Expect(page.Locator("#no-suppressed")).ToBeVisibleAsync();
        Assert.Equal("Active", await SamplePeople.StateAsync(_worker.Services, _bounced));

        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await LookAsync(page, "people", device);
        await page.GetByLabel("Address").FillAsync(await SamplePeople.AddressAsync(_worker.Services, _unclear));
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync($"Subscriber {_unclear}");
        await Assertions.Expect(page.Locator("#preview tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator("#audit")).ToContainTextAsync("spoke-for");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plan again" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#replayed")).ToContainTextAsync("the same.");
        await LookAsync(page, "person", device);

        await page.Locator("#mails a").First.ClickAsync();
        await LookAsync(page, "letter", device);
        await Assertions.Expect(page.Locator("#text")).ToContainTextAsync("UNDO");
        Assert.Empty(strangers);
    }

    /// <summary>Accessible by light and by dark, and no wider than the screen.</summary>
    private static async Task LookAsync(IPage page, string name, string device)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} on {device} is wider than its screen");
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Browser.PictureAsync(page, $"room-{name}-{device}-{scheme.ToString().ToLowerInvariant()}");
            Assert.Empty(await Axe.FaultsAsync(page));
        }
    }
}
