using Microsoft.Playwright;
using NodaTime;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;

namespace RunBackCare.EndToEnd.Tests.Site;

public sealed class SiteTests : IAsyncLifetime
{
    private Browser _browser = null!;
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Browser.StartAsync();
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, TestAccounts.Settings);
        await _worker.UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_person_leaves_with_one_press_and_not_by_looking()
    {
        var person = await SamplePeople.AddActiveAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant());
        var page = await _browser.NewPageAsync(_worker.Address, Screen.Desktop);
        await page.GotoAsync($"/leave/{await SamplePeople.LeaveTokenAsync(_worker.Services, person)}");
        Assert.Equal("Active", await SamplePeople.StateAsync(_worker.Services, person));

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop my mails" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You have left");
        Assert.Equal("Left", await SamplePeople.StateAsync(_worker.Services, person));
    }

    [Fact]
    public async Task A_person_says_yes_and_reads_when_the_first_plan_comes()
    {
        var person = await SamplePeople.AddPendingAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant());
        var page = await _browser.NewPageAsync(_worker.Address, Screen.Phone);
        await page.GotoAsync($"/confirm/{await SamplePeople.ConfirmTokenAsync(_worker.Services, person)}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start my plan" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("You are in");
        await Assertions.Expect(page.Locator("#when")).Not.ToBeEmptyAsync();
        await Browser.PictureAsync(page, "confirmed-phone");
    }
}
