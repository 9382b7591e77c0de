using System.Net;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

public sealed class PagesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;
    private HttpClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, TestAccounts.Settings);
        await _worker.UntilReadyAsync();
        _visitor = _worker.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/privacy")]
    [InlineData("/leave/x")]
    [InlineData("/login")]
    [InlineData("/nowhere")]
    [InlineData("/site.css")]
    [InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string path)
    {
        using var answer = await _visitor.GetAsync(new Uri(path, UriKind.Relative));

        Assert.StartsWith("default-src 'none'; style-src 'self';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_dashboard_may_run_its_own_scripts_and_no_others()
    {
        await _visitor.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);
        using var jobs = await _visitor.GetAsync(new Uri("/hangfire/recurring", UriKind.Relative));
        using var ours = await _visitor.GetAsync(new Uri("/hangfire/mails", UriKind.Relative));

        Assert.Contains("script-src 'self';", Assert.Single(jobs.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", Assert.Single(ours.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/admin/secret.php")]
    [InlineData("/.env")]
    [InlineData("/error")]
    public async Task What_does_not_exist_is_said_in_plain_words(string path)
    {
        var (status, text) = await _visitor.AskAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("This page is not here", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_page_names_who_answers_for_it() =>
        Assert.Contains("Hill Practice<br>1 Hill Road, Springfield<br>help@example.org", await _visitor.GetStringOfAsync("/privacy"), StringComparison.Ordinal);

    [Fact]
    public async Task The_log_holds_no_link_of_anyone()
    {
        await _visitor.AskAsync("/leave/thisisatokenofsomebody");
        await _visitor.SendAsync("/leave/thisisatokenofsomebody");
        await _visitor.AskAsync("/confirm/thisisatokenofsomebody");

        Assert.DoesNotContain(_worker.Log.Lines, line => line.Text.Contains("thisisatokenofsomebody", StringComparison.Ordinal));
    }
}
