using Microsoft.Playwright;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;

namespace RunBackCare.EndToEnd.Tests.Admin;

public sealed class DashboardTests : IAsyncLifetime
{
    private Browser _browser = null!;
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, [.. TestAccounts.Settings, ("RunBackCare:Jobs:PlanEverySeconds", "1"), ("RunBackCare:Jobs:SendEverySeconds", "1")]);
        await _worker.UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_stranger_comes_to_the_login_and_no_further()
    {
        var page = await _browser.NewPageAsync(_worker.Address, Screen.Desktop);
        await page.GotoAsync("/hangfire/recurring");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");

        await SignInAsync(page, TestAccounts.Admin, "a guess");

        await Assertions.Expect(page.Locator("#why")).ToHaveTextAsync("Name or password is wrong.");
        await Assertions.Expect(page.Locator("#password")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_viewer_sees_the_recurring_jobs_and_finds_nothing_to_press()
    {
        var page = await SignedInAsync(TestAccounts.Viewer, "/hangfire/recurring");

        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "send-queued-mail", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Trigger now")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_admin_triggers_a_recurring_job()
    {
        var page = await SignedInAsync(TestAccounts.Admin, "/hangfire/recurring");
        var errors = ErrorsOf(page);
        var row = page.Locator("tr", new() { HasText = "forget-old-failures" });
        await row.Locator("input[type=checkbox]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trigger now" }).ClickAsync();

        await Assertions.Expect(row.Locator("a[href*='/jobs/details/']")).ToBeVisibleAsync();
        Assert.Empty(errors);
        await Browser.PictureAsync(page, "dashboard-recurring");

        await row.Locator("a[href*='/jobs/details/']").ClickAsync();
        await Assertions.Expect(page.GetByText("What this job planned and sent")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_mails_page_counts_what_went_out()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        for (var i = 0; i < 3; i++)
        {
            await SamplePeople.AddActiveAsync(_worker.Services, now, now);
        }

        var page = await SignedInAsync(TestAccounts.Viewer, "/hangfire/mails");
        var errors = ErrorsOf(page);

        await Assertions.Expect(page.Locator("#active")).ToHaveTextAsync("3");
        await Eventually.TrueAsync(async () =>
        {
            await page.ReloadAsync();
            return await page.Locator("#sent").TextContentAsync() == "3";
        });
        await Assertions.Expect(page.Locator("#planned")).ToHaveTextAsync("3");
        await Assertions.Expect(page.Locator("#due")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("#runs")).ToContainTextAsync("plan-due-weeks");
        Assert.Empty(errors);
        foreach (var (name, screen) in Screen.All)
        {
            var view = await SignedInAsync(TestAccounts.Viewer, "/hangfire/mails", screen);
            await Browser.PictureAsync(view, $"mails-{name}");
        }
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        var page = await SignedInAsync(TestAccounts.Admin, "/hangfire/mails");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/hangfire/mails");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
    }

    private async Task<IPage> SignedInAsync(string name, string path, Screen? screen = null)
    {
        var page = await _browser.NewPageAsync(_worker.Address, screen ?? Screen.Desktop);
        await page.GotoAsync(path);
        await SignInAsync(page, name, TestAccounts.Password);
        await page.WaitForURLAsync($"**{path}");
        return page;
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>What the browser would not run or load, such as a script that our own policy forbids.</summary>
    private static List<string> ErrorsOf(IPage page)
    {
        List<string> errors = [];
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        return errors;
    }
}
