using System.Net;
using NodaTime;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

public sealed class ConfirmTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;
    private HttpClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString);
        await _worker.UntilReadyAsync();
        _visitor = _worker.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var (person, link) = await PendingAsync(Duration.Zero);

        Assert.Contains("Yes, start my plan", await _visitor.GetStringOfAsync(link), StringComparison.Ordinal);
        Assert.Equal("Pending", await SamplePeople.StateAsync(_worker.Services, person));
    }

    [Fact]
    public async Task Yes_starts_the_plan_and_says_when_the_first_mail_comes()
    {
        var (person, link) = await PendingAsync(Duration.Zero);
        var (status, text) = await _visitor.FillInAsync(link);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("Your first plan comes <strong id=\"when\">(within the hour|on [A-Z][a-z]+, \\d+ [A-Z][a-z]+ at \\d\\d:\\d\\d)</strong>", text);
        Assert.Equal("Active", await SamplePeople.StateAsync(_worker.Services, person));
        Assert.Contains("You are in", await _visitor.GetStringOfAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_from_another_site_does_not_count()
    {
        var (person, link) = await PendingAsync(Duration.Zero);

        Assert.Equal(HttpStatusCode.BadRequest, (await _visitor.SendAsync(link)).Status);
        Assert.Equal("Pending", await SamplePeople.StateAsync(_worker.Services, person));
    }

    [Fact]
    public async Task A_yes_after_seven_days_is_too_late()
    {
        var (person, link) = await PendingAsync(Duration.FromDays(8));

        Assert.Contains("seven days", (await _visitor.FillInAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal("Pending", await SamplePeople.StateAsync(_worker.Services, person));
    }

    [Fact]
    public async Task A_foreign_link_starts_nothing() =>
        Assert.Contains("This link is no longer good", await _visitor.GetStringOfAsync("/confirm/nonsense"), StringComparison.Ordinal);

    private async Task<(long Person, string Link)> PendingAsync(Duration ago)
    {
        var person = await SamplePeople.AddPendingAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant() - ago);
        return (person, $"/confirm/{await SamplePeople.ConfirmTokenAsync(_worker.Services, person)}");
    }
}
