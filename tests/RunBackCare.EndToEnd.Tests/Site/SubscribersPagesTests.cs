using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;

namespace RunBackCare.EndToEnd.Tests.Site;

/// <summary>Every page of the subscribers' site, as people with different eyes, screens and lines meet it.</summary>
public sealed class SubscribersPagesTests : IAsyncLifetime
{
    private const int MostBytes = 150 * 1024;

    /// <summary>The page with all that it loads, as if nothing of it had been loaded before.</summary>
    private const string Weight =
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.decodedBodySize, 0)";

    private static readonly IReadOnlyList<int?> Worst = [2, 2, 3, 2, null, 2, 1, 2, 1, 1];

    private Browser _browser = null!;
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;
    private IReadOnlyList<(string Name, string Path)> _pages = null!;
    private string _key = null!;
    private int _visitors;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, TestAccounts.Settings);
        await _worker.UntilReadyAsync();
        var person = await RunnersWithHistory.AddAsync(_worker.Services, Worst);
        var pending = await SamplePeople.AddPendingAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant());
        _key = await SamplePeople.OwnPagesTokenAsync(_worker.Services, person);
        _pages =
        [
            ("sign-up", "/"),
            ("link", "/link"),
            ("privacy", "/privacy"),
            ("login", "/login"),
            ("not-found", "/nowhere"),
            ("confirm", $"/confirm/{await SamplePeople.ConfirmTokenAsync(_worker.Services, pending)}"),
            ("leave", $"/leave/{await SamplePeople.LeaveTokenAsync(_worker.Services, person)}"),
            ("pain", $"/pain/{await SamplePeople.PainTokenAsync(_worker.Services, person)}?score=3"),
            ("door", $"/me/{await SamplePeople.PreferencesTokenAsync(_worker.Services, person)}"),
            ("me", "/me"),
            ("preferences", "/me/preferences"),
            ("breaks", "/me/breaks"),
            ("account", "/me/account"),
            ("summary", "/summary"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task No_page_has_a_fault_of_accessibility_in_the_light_or_in_the_dark()
    {
        var faults = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var (name, path) in _pages)
            {
                // A visitor each: what one page asks for counts against nobody else.
                var page = await OwnerAsync(Screen.Phone with { Scheme = scheme });
                await page.GotoAsync(path);
                await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
                faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"{name}, {scheme}: {fault}"));
                await page.Context.CloseAsync();
            }

            faults.AddRange((await RefusedFormAsync(scheme)).Select(fault => $"refused form, {scheme}: {fault}"));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_page_is_light_asks_nobody_else_and_fits_its_screen()
    {
        foreach (var (screenName, screen) in Screen.All)
        {
            var page = await OwnerAsync(screen);
            var asked = new ConcurrentBag<string>();
            page.Request += (_, request) => asked.Add(new Uri(request.Url).Authority);
            foreach (var (name, path) in _pages)
            {
                await page.GotoAsync(path);

                Assert.True(await page.EvaluateAsync<int>(Weight) is > 0 and <= MostBytes, $"{name} takes {await page.EvaluateAsync<int>(Weight)} bytes");
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{name} on {screenName}");
                await Browser.PictureAsync(page, $"{name}-{screenName}");
            }

            Assert.All(asked, authority => Assert.Equal(_worker.Address.Authority, authority));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_clinicians_page_prints_on_one_sheet()
    {
        var page = await OwnerAsync(Screen.Desktop);
        await page.GotoAsync("/summary");
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });

        Assert.Equal(1, System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1);
    }

    [Fact]
    public async Task The_browsers_own_zone_stands_in_the_form_where_scripts_run()
    {
        var page = await _browser.NewPageAsync(_worker.Address, Screen.Phone, zone: "Asia/Tokyo");
        await page.GotoAsync("/");

        await Assertions.Expect(page.GetByLabel("Your time zone")).ToHaveValueAsync("Asia/Tokyo");
    }

    private async Task<IPage> OwnerAsync(Screen screen)
    {
        var page = await _browser.NewPageAsync(_worker.Address, screen);
        var number = Interlocked.Increment(ref _visitors);
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = $"10.2.{number / 250}.{(number % 250) + 1}" });
        await page.GotoAsync($"/me/{_key}");
        return page;
    }

    private async Task<IReadOnlyList<string>> RefusedFormAsync(ColorScheme scheme)
    {
        var page = await OwnerAsync(Screen.Phone with { Scheme = scheme });
        await page.GotoAsync("/");
        await page.Locator("input[value=heart]").CheckAsync();
        await page.Locator("#join").ClickAsync();
        var faults = await Axe.FaultsAsync(page);
        await page.Context.CloseAsync();
        return faults;
    }
}
