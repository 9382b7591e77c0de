using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Admin;

/// <summary>Every address behind the login, for everybody: what is not allowed by name is refused.</summary>
public sealed partial class RoomAccessTests(RoomAccessTests.Room room) : IClassFixture<RoomAccessTests.Room>
{
    private const string Search = "/hangfire/people";

    /// <summary>Each form of the control room, as its page would post it.</summary>
    private static readonly (string Path, string[] Fields)[] Forms =
    [
        ("/hangfire/mails?handler=See&id=1", []),
        ("/hangfire/safety?handler=Acknowledge&id=1", []),
        ("/hangfire/safety?handler=Clear&id={person}", ["note=by Dr Hill"]),
        ("/hangfire/replies?handler=Assign&id=1", ["words=2", "subscriber={person}"]),
        ("/hangfire/replies?handler=Dismiss&id=1", []),
        ("/hangfire/suppressed?handler=Lift", ["hash=01"]),
        ("/hangfire/people/{person}?handler=Speak", ["words=2, all done"]),
        ("/hangfire/people/{person}?handler=Pause", ["weeks=1"]),
        ("/hangfire/people/{person}?handler=Resume", []),
        ("/hangfire/people/{person}?handler=Resend", ["mail=00000000-0000-0000-0000-000000000000"]),
        ("/hangfire/people/{person}?handler=Erase", ["sure={person}"]),
    ];

    private readonly TestWorker _worker = room.Worker;
    private readonly long _person = room.Person;

    [Fact]
    public async Task A_stranger_gets_the_login_from_every_address_that_is_not_open_by_name()
    {
        var closed = Closed();
        Assert.Contains("/hangfire/people/1", closed);
        using var stranger = _worker.Visitor();
        foreach (var (place, path) in closed.Index())
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));

                // Somebody else each time: otherwise it is how often they ask that stops them, and whoever signs in after them.
                request.Headers.Add("X-Forwarded-For", $"192.0.2.{place}");
                using var answer = await stranger.SendAsync(request);
                Assert.True(IsRefused(answer), $"{method} {path} answered {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_viewer_reads_every_page_and_no_form_of_theirs_does_anything()
    {
        using var viewer = _worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);
        foreach (var path in await PagesAsync())
        {
            var (status, text) = await viewer.AskAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, status));
            Assert.DoesNotContain("handler=", text, StringComparison.Ordinal);
        }

        var proof = await ProofAsync(viewer);
        var before = await StateAsync();
        foreach (var (path, fields) in Forms)
        {
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await PostAsync(viewer, path, fields, proof)));
        }

        Assert.Equal(before, await StateAsync());
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(viewer, Search, [$"sought={_person}"], proof));
    }

    [Fact]
    public async Task An_admins_form_without_its_proof_is_refused()
    {
        using var admin = _worker.Visitor();
        await admin.SignInAsync(TestAccounts.Admin, TestAccounts.Password);
        var before = await StateAsync();
        foreach (var (path, fields) in Forms)
        {
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, await PostAsync(admin, path, fields, proof: null)));
        }

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Looking_changes_nothing_and_shows_pages_that_are_small_and_ask_nobody_else()
    {
        using var admin = _worker.Visitor();
        await admin.SignInAsync(TestAccounts.Admin, TestAccounts.Password);
        var before = await StateAsync();
        var style = (await admin.GetStringOfAsync("/room.css")).Length + (await admin.GetStringOfAsync("/icon.svg")).Length;
        foreach (var path in await PagesAsync())
        {
            using var answer = await admin.GetAsync(new Uri(path, UriKind.Relative));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.True(page.Length + style < 150_000, $"{path} holds {page.Length + style} letters");
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.All(Loaded().Matches(page), load => Assert.StartsWith("/", load.Groups["address"].Value, StringComparison.Ordinal));
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task An_admin_erases_a_person_only_by_their_number()
    {
        using var admin = _worker.Visitor();
        await admin.SignInAsync(TestAccounts.Admin, TestAccounts.Password);
        var person = await SamplePeople.AddActiveAsync(_worker.Services, SystemClock.Instance.GetCurrentInstant());
        var page = $"/hangfire/people/{person}";
        var proof = await ProofAsync(admin);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(admin, $"{page}?handler=Erase", [$"sure={_person}"], proof));
        Assert.Equal(HttpStatusCode.OK, (await admin.AskAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(admin, $"{page}?handler=Erase", [$"sure={person}"], proof));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.AskAsync(page)).Status);
        Assert.Equal([TestAccounts.Admin], await ReadAsync(db => db.Audit.Where(a => a.SubscriberId == person && a.Action == "erased").Select(a => a.Actor).ToListAsync()));
    }

    [Fact]
    public async Task A_search_finds_by_a_part_of_the_address_and_keeps_it_out_of_the_log()
    {
        var address = await SamplePeople.AddressAsync(_worker.Services, _person);
        using var viewer = _worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(viewer, Search, [$"sought={address[..8].ToUpperInvariant()}"], await ProofAsync(viewer)));
        Assert.Contains("Nobody here", (await viewer.FillInAsync(Search, ("sought", "%%%@"))).Text, StringComparison.Ordinal);
        Assert.Contains("three letters", (await viewer.FillInAsync(Search, ("sought", "ab"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(_worker.Log.Lines, line => line.Text.Contains(address, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_mail_is_written_again_and_says_when_its_templates_have_changed()
    {
        using var viewer = _worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);
        var mail = await ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.SubscriberId == _person));

        Assert.Contains("those it was sent with", await viewer.GetStringOfAsync($"/hangfire/letters/{mail.Id}"), StringComparison.Ordinal);
        Assert.Contains("<html", await viewer.GetStringOfAsync($"/hangfire/letters/{mail.Id}/html"), StringComparison.Ordinal);
        await ReadAsync(db => db.Outbox.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Templates, "older")));
        Assert.Contains("have changed since", await viewer.GetStringOfAsync($"/hangfire/letters/{mail.Id}"), StringComparison.Ordinal);
        Assert.Contains("have changed since", await viewer.GetStringOfAsync($"/hangfire/people/{_person}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hangfires_own_home_shows_our_numbers()
    {
        using var viewer = _worker.Visitor();
        await viewer.SignInAsync(TestAccounts.Viewer, TestAccounts.Password);
        var home = await viewer.GetStringOfAsync("/hangfire");

        Assert.Contains("Safety signs open", home, StringComparison.Ordinal);
        Assert.Contains("/hangfire/replies", home, StringComparison.Ordinal);
    }

    /// <summary>Admins are sent to the login, and people who want their own pages to the door where they ask for a link.</summary>
    private static bool IsRefused(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound => true,
        HttpStatusCode.Redirect => answer.Headers.Location is { } to && (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0]) is "/login" or "/link",
        _ => false,
    };

    /// <summary>One address for every endpoint that a stranger may not use.</summary>
    private List<string> Closed() =>
    [
        .. _worker.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), match => match.Value.Contains("guid", StringComparison.Ordinal) ? $"{Guid.Empty}" : "1"))
            .Distinct(StringComparer.Ordinal),
    ];

    private async Task<List<string>> PagesAsync()
    {
        var mail = await ReadAsync(db => db.Outbox.Where(m => m.SubscriberId == _person).Select(m => m.Id).FirstAsync());
        return ["/hangfire/mails", "/hangfire/safety", "/hangfire/replies", "/hangfire/suppressed", Search, $"/hangfire/people/{_person}", $"/hangfire/letters/{mail}"];
    }

    private async Task<HttpStatusCode> PostAsync(HttpClient visitor, string path, string[] fields, string? proof)
    {
        List<KeyValuePair<string, string>> form = [.. fields.Select(field => field.Replace("{person}", Text(_person), StringComparison.Ordinal).Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
        if (proof is not null)
        {
            form.Add(new("__RequestVerificationToken", proof));
        }

        using var content = new FormUrlEncodedContent(form);
        using var answer = await visitor.PostAsync(new Uri(path.Replace("{person}", Text(_person), StringComparison.Ordinal), UriKind.Relative), content);
        return answer.StatusCode;
    }

    /// <summary>Of the one form that everybody with a login may post; it is good for all of that person's forms.</summary>
    private static async Task<string> ProofAsync(HttpClient visitor) => Proof().Match(await visitor.GetStringOfAsync(Search)).Groups["proof"].Value;

    /// <summary>Every row of every table that a form could change, in numbers.</summary>
    private async Task<string> StateAsync()
    {
        await using var db = await _worker.Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        var person = await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == _person);
        return $"{person.State} {person.NextPlanAt} {await db.Audit.CountAsync()} {await db.Outbox.CountAsync(m => m.SubscriberId == _person)} {await db.Weeks.CountAsync()} {await db.Pauses.CountAsync()} {await db.InboundMessages.CountAsync()} {await db.PainReports.CountAsync()} {await db.Alerts.CountAsync()}";
    }

    private async Task<T> ReadAsync<T>(Func<RunBackCareDb, Task<T>> read)
    {
        await using var db = await _worker.Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        return await read(db);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>One worker for all of them, with one person who has had their first mail.</summary>
    public sealed class Room : IAsyncLifetime
    {
        private TestDatabase _database = null!;

        public TestWorker Worker { get; private set; } = null!;

        public long Person { get; private set; }

        public async ValueTask InitializeAsync()
        {
            _database = await TestPostgres.CreateMigratedDatabaseAsync();
            Worker = await TestWorker.StartAsync(_database.ConnectionString, [.. TestAccounts.Settings, ("RunBackCare:Jobs:PlanEverySeconds", "1")]);
            await Worker.UntilReadyAsync();
            var now = SystemClock.Instance.GetCurrentInstant();
            Person = await SamplePeople.AddActiveAsync(Worker.Services, now, now);
            await Eventually.TrueAsync(() => SamplePeople.HasMailAsync(Worker.Services, Person));
        }

        public async ValueTask DisposeAsync()
        {
            await Worker.DisposeAsync();
            await _database.DisposeAsync();
        }
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("<(?:link|img|iframe)[^>]* (?:href|src)=\"(?<address>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Loaded();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<proof>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
