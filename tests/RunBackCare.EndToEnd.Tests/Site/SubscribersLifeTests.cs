using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.MailServers;

namespace RunBackCare.EndToEnd.Tests.Site;

/// <summary>A subscriber's whole life in a real browser, without any script, with their mails taken from the pickup folder.</summary>
public sealed partial class SubscribersLifeTests : IAsyncLifetime
{
    private readonly TestMailFolder _mails = new();
    private Browser _browser = null!;
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(
            _database.ConnectionString, [("RunBackCare:Pickup:Folder", _mails.Path), ("RunBackCare:Jobs:SendEverySeconds", "1"), ("RunBackCare:Jobs:PlanEverySeconds", "1")]);
        await _worker.UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
        _mails.Dispose();
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("desktop")]
    public async Task From_signing_up_to_having_everything_deleted(string device)
    {
        var address = $"{device}.{Guid.NewGuid():n}@example.org";
        var page = await _browser.NewPageAsync(_worker.Address, device == "phone" ? Screen.Phone : Screen.Desktop, scripts: false);

        await page.GotoAsync("/");
        await page.GetByLabel("Your mail address").FillAsync(address);
        await page.GetByLabel("Your first name").FillAsync("Ann");
        await page.GetByLabel("Your time zone").SelectOptionAsync("Europe/Berlin");
        await page.GetByLabel("I agree that my health data is used").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me the mail to confirm" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Please look into your mail");

        await page.GotoAsync(await MailedAsync(address, "confirm"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start my plan" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are in");

        // The first plan comes at once, and each link in it works.
        await page.GotoAsync($"{await MailedAsync(address, "pain")}?score=2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send this number" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Thank you");

        var light = await MailedAsync(address, "me");
        await page.GotoAsync(light);
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail me the link" }).ClickAsync();
        await page.GotoAsync(await MailedAsync(address, "me", after: light));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Hello Ann");

        await page.GotoAsync("/me/preferences");
        await page.GetByLabel("Sunday", new() { Exact = true }).SelectOptionAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save for my next plan" }).ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToHaveTextAsync("Saved. It counts from your next plan.");
        await Assertions.Expect(page.GetByLabel("Sunday", new() { Exact = true })).ToHaveValueAsync("30");

        await page.GotoAsync("/me/breaks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this break" }).ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("until you say that you are back");
        await page.GetByRole(AriaRole.Button, new() { Name = "I am back" }).ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToContainTextAsync("Welcome back");

        await page.GotoAsync("/me/account");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#export").ClickAsync());
        using (var export = JsonDocument.Parse(await File.ReadAllTextAsync(await download.PathAsync())))
        {
            Assert.Equal(address, export.RootElement.GetProperty("subscribers")[0].GetProperty("address").GetString());
            Assert.Equal(1, export.RootElement.GetProperty("pain_reports").GetArrayLength());
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop my mails" }).ClickAsync();
        await Assertions.Expect(page.Locator("#done")).ToHaveTextAsync("You have left. No further plan will reach you.");
        var leave = await MailedAsync(address, "leave");

        await page.GetByLabel("Yes, delete all of it").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete everything" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Everything is deleted");
        await page.GotoAsync(leave);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Nothing is kept");
        await page.GotoAsync("/me");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("A fresh link to your own page");
    }

    /// <summary>Waits for a mail with a link to that page.</summary>
    /// <param name="after">A link that is known already.</param>
    private async Task<string> MailedAsync(string address, string place, string? after = null)
    {
        var link = "";
        await Eventually.TrueAsync(() =>
        {
            var links = _mails.Messages.Where(m => m.To.Mailboxes.Any(to => to.Address == address))
                .SelectMany(m => Links().Matches(m.TextBody ?? "").Select(found => found.Groups["path"].Value))
                .Where(path => path.StartsWith($"/{place}/", StringComparison.Ordinal));
            link = links.LastOrDefault(path => path != after) ?? "";
            return link.Length > 0;
        });
        return link;
    }

    [GeneratedRegex("https://plans\\.example\\.org(?<path>/[a-z]+/[a-z2-7]{47})", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
