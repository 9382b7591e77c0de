using Microsoft.Playwright;
using RunBackCare.Testing;
using RunBackCare.Testing.Processes;

namespace RunBackCare.EndToEnd.Tests;

/// <summary>The system's own Chromium, without a window. Each page begins without cookies.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    public static async Task<Browser> StartAsync()
    {
        Assert.SkipUnless(Programs.Find("chromium") is not null, "Chromium is not installed; deploy/test.sh installs it.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Programs.Find("chromium"), Headless = true, Args = Flags }));
    }

    public async Task<IPage> OpenAsync(Uri address)
    {
        var page = await NewPageAsync(address, Screen.Desktop);
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>An empty page that knows its site, so that tests name paths alone.</summary>
    /// <param name="scripts">False: as with a browser whose scripts are switched off.</param>
    /// <param name="zone">Where the browser is; null for where this machine is.</param>
    public async Task<IPage> NewPageAsync(Uri site, Screen screen, bool scripts = true, string? zone = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Scheme,
            JavaScriptEnabled = scripts,
            TimezoneId = zone,
        });
        return await context.NewPageAsync();
    }

    /// <summary>For people to look at: <c>TestResults/screenshots</c>.</summary>
    public static Task PictureAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Repository.File("TestResults", "screenshots", $"{name}.png"), FullPage = true });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
