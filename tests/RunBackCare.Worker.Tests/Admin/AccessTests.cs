using System.Net;
using System.Text.RegularExpressions;
using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Admin;

public sealed partial class AccessTests : IAsyncLifetime
{
    private const string Trigger = "/hangfire/recurring/trigger";
    private static readonly (string, string) WhichJob = ("jobs[]", "forget-old-failures");

    private TestDatabase _database = null!;
    private TestWorker _worker = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, TestAccounts.Settings);
        await _worker.UntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("/hangfire")]
    [InlineData("/hangfire/mails")]
    [InlineData("/hangfire/recurring")]
    [InlineData("/hangfire/stats")]
    [InlineData("/logout")]
    public async Task Without_a_login_nothing_of_the_admin_area_is_shown(string path)
    {
        using var stranger = _worker.Visitor();
        using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/login", answer.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Without_a_login_nothing_can_be_triggered()
    {
        using var stranger = _worker.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.SendAsync(Trigger, WhichJob)).Status);
        Assert.Null(LastRun());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        using var visitor = _worker.Visitor();
        var wrong = await visitor.SignInAsync(TestAccounts.Admin, "guess");
        var unknown = await visitor.SignInAsync("nobody", "guess");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.Status);
        Assert.Contains("Name or password is wrong.", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Name or password is wrong.", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_wrong_passwords_close_the_door_even_to_the_right_one()
    {
        using var visitor = _worker.Visitor();
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync(TestAccounts.Viewer, "guess");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SignInAsync(TestAccounts.Viewer, TestAccounts.Password)).Status);
    }

    [Fact]
    public async Task A_login_form_without_its_proof_is_refused()
    {
        using var visitor = _worker.Visitor();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync("/login", ("name", TestAccounts.Admin), ("password", TestAccounts.Password))).Status);
    }

    [Fact]
    public async Task The_login_does_not_lead_to_foreign_sites()
    {
        using var visitor = _worker.Visitor();
        var page = await visitor.GetStringOfAsync("/login?to=https://evil.example");
        Assert.DoesNotContain("action=\"https", page, StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("name", TestAccounts.Admin), new("password", TestAccounts.Password), new("__RequestVerificationToken", Proof().Match(page).Groups["proof"].Value)]);
        using var answer = await visitor.PostAsync(new Uri("/login?to=https://evil.example", UriKind.Relative), form);
        Assert.Equal("/hangfire", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        using var visitor = _worker.Visitor();
        var proof = Proof().Match(await visitor.GetStringOfAsync("/login")).Groups["proof"].Value;
        using var form = new FormUrlEncodedContent([new("name", TestAccounts.Admin), new("password", TestAccounts.Password), new("__RequestVerificationToken", proof)]);
        using var answer = await visitor.PostAsync(new Uri("/login", UriKind.Relative), form);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("runbackcare-admin=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_viewer_sees_the_jobs_and_can_trigger_none()
    {
        using var viewer = _worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);
        var page = await viewer.AskAsync("/hangfire/recurring");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("send-queued-mail", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("recurring/trigger", page.Text, StringComparison.Ordinal);
        Assert.Contains(await TriggerAsync(viewer), new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        Assert.Null(LastRun());
    }

    [Fact]
    public async Task An_admin_triggers_a_job_but_not_from_another_site()
    {
        using var admin = _worker.Visitor();
        await admin.SignInAsync(TestAccounts.Admin, TestAccounts.Password);

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.SendAsync(Trigger, WhichJob)).Status);
        Assert.Null(LastRun());

        Assert.Equal(HttpStatusCode.NoContent, await TriggerAsync(admin));
        Assert.NotNull(LastRun());
    }

    [Fact]
    public async Task The_connection_string_is_shown_nowhere()
    {
        using var admin = _worker.Visitor();
        await admin.SignInAsync(TestAccounts.Admin, TestAccounts.Password);
        foreach (var page in new[] { "/hangfire", "/hangfire/mails", "/hangfire/servers" })
        {
            Assert.DoesNotContain(_database.Name, await admin.GetStringOfAsync(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Signing_out_takes_a_post()
    {
        using var admin = _worker.Visitor();
        await admin.SignInAsync(TestAccounts.Admin, TestAccounts.Password);
        Assert.Equal(HttpStatusCode.OK, (await admin.AskAsync("/logout")).Status);
        Assert.Equal(HttpStatusCode.OK, (await admin.AskAsync("/hangfire/mails")).Status);

        await admin.FillInAsync("/logout");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.AskAsync("/hangfire/mails")).Status);
    }

    [Fact]
    public async Task A_login_outlives_a_restart_and_ends_with_its_account()
    {
        using var jar = new HttpClientHandler { AllowAutoRedirect = false };
        using var first = new HttpClient(jar, disposeHandler: false) { BaseAddress = _worker.Address };
        await first.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);
        var cookies = jar.CookieContainer.GetCookieHeader(_worker.Address);

        await using var same = await TestWorker.StartAsync(_database.ConnectionString, TestAccounts.Settings);
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(same, cookies));

        await using var withoutViewer = await TestWorker.StartAsync(_database.ConnectionString, TestAccounts.Settings.Where(s => s.Key.StartsWith("RunBackCare:Admin:Accounts:0", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(withoutViewer, cookies));
    }

    [Fact]
    public async Task Without_any_account_the_area_is_closed_and_says_how_to_open_it()
    {
        await using var closed = await TestWorker.StartAsync(_database.ConnectionString);
        using var visitor = closed.Visitor();
        var (status, text) = await visitor.AskAsync("/login");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("runbackcare admin hash", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.AskAsync("/hangfire")).Status);
    }

    [Fact]
    public void These_addresses_and_no_others_are_open_to_strangers() => Assert.Equal(
        [
            "", "address/{token}", "calendar/{token}.ics", "confirm/{token}", "error", "health/live", "health/ready", "leave/{token}", "link", "login", "pain/{token}", "privacy",
            "week/{token}", "{*path}", "{place:regex(^(me|summary)$)}/{token}",
        ],
        _worker.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal));

    private static async Task<HttpStatusCode> TriggerAsync(HttpClient visitor)
    {
        var page = await visitor.GetStringOfAsync("/hangfire/recurring");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(WhichJob.Item1, WhichJob.Item2)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Trigger, UriKind.Relative)) { Content = form };
        request.Headers.Add(Meta("csrf-header").Match(page).Groups["value"].Value, Meta("csrf-token").Match(page).Groups["value"].Value);
        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode;
    }

    private string? LastRun()
    {
        using var connection = _worker.Get<JobStorage>().GetConnection();
        return connection.GetAllEntriesFromHash($"recurring-job:{WhichJob.Item2}")?.GetValueOrDefault("LastJobId");
    }

    private static async Task<HttpStatusCode> StatusWithAsync(TestWorker worker, string cookies)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = worker.Address };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return (await client.AskAsync("/hangfire/mails")).Status;
    }

    private static Regex Meta(string name) => new($"<meta name=\"{name}\" content=\"(?<value>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<proof>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
