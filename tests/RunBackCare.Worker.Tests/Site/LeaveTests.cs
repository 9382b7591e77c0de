using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

public sealed class LeaveTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;
    private HttpClient _visitor = null!;
    private long _person;
    private string _link = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString);
        await _worker.UntilReadyAsync();
        _visitor = _worker.Visitor();
        _person = await SamplePeople.AddActiveAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant());
        _link = $"/leave/{await SamplePeople.LeaveTokenAsync(_worker.Services, _person)}";
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
        var (status, text) = await _visitor.AskAsync(_link);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Stop my mails", text, StringComparison.Ordinal);
        Assert.Equal("Active", await SamplePeople.StateAsync(_worker.Services, _person));
        Assert.Equal(0, await AuditAsync());
    }

    [Fact]
    public async Task The_page_shows_neither_name_nor_address() => Assert.DoesNotContain("Ann", await _visitor.GetStringOfAsync(_link), StringComparison.Ordinal);

    [Fact]
    public async Task One_click_from_a_mail_program_leaves_without_cookie_or_redirect()
    {
        var (status, text) = await _visitor.SendAsync(_link, ("List-Unsubscribe", "One-Click"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You have left", text, StringComparison.Ordinal);
        Assert.Equal("Left", await SamplePeople.StateAsync(_worker.Services, _person));
    }

    [Fact]
    public async Task The_pages_own_button_sets_no_cookie_and_leaves()
    {
        using var page = await _visitor.GetAsync(new Uri(_link, UriKind.Relative));
        Assert.False(page.Headers.Contains("Set-Cookie"));

        Assert.Equal(HttpStatusCode.OK, (await _visitor.SendAsync(_link)).Status);
        Assert.Equal("Left", await SamplePeople.StateAsync(_worker.Services, _person));
    }

    [Fact]
    public async Task Leaving_again_is_fine_and_counts_once()
    {
        await _visitor.SendAsync(_link);
        var (status, text) = await _visitor.SendAsync(_link);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You have left", text, StringComparison.Ordinal);
        Assert.Equal(1, await AuditAsync());
        Assert.Contains("You have left", await _visitor.GetStringOfAsync(_link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_person_is_told_that_nothing_is_kept()
    {
        await SamplePeople.EraseAsync(_worker.Services, _person);

        foreach (var (status, text) in new[] { await _visitor.AskAsync(_link), await _visitor.SendAsync(_link) })
        {
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains("Nothing is kept", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/leave/x")]
    [InlineData("/leave/%0d%0aX-Injected:%20yes")]
    [InlineData("/leave/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    public async Task A_link_that_was_never_ours_does_no_harm(string link)
    {
        Assert.Equal(HttpStatusCode.OK, (await _visitor.SendAsync(link)).Status);
        Assert.Equal("Active", await SamplePeople.StateAsync(_worker.Services, _person));
    }

    [Fact]
    public async Task A_link_made_for_something_else_does_not_leave()
    {
        await _visitor.SendAsync($"/leave/{await SamplePeople.ConfirmTokenAsync(_worker.Services, _person)}");

        Assert.Equal("Active", await SamplePeople.StateAsync(_worker.Services, _person));
    }

    [Fact]
    public async Task A_provider_that_posts_for_many_people_at_once_is_not_turned_away()
    {
        var links = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            var person = await SamplePeople.AddActiveAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant());
            links.Add($"/leave/{await SamplePeople.LeaveTokenAsync(_worker.Services, person)}");
        }

        var answers = await Task.WhenAll(links.Select(link => _visitor.SendAsync(link, ("List-Unsubscribe", "One-Click"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(60, await AuditAsync());
    }

    private async Task<int> AuditAsync()
    {
        await using var db = await _worker.Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        return await db.Audit.CountAsync(entry => entry.Action == "left");
    }
}
