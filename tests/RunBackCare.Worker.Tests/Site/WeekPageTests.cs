using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Tests.Hosting;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Site;

public sealed partial class WeekPageTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestWorker _worker = null!;
    private HttpClient _visitor = null!;
    private long _person;
    private string _week = null!;
    private string _calendar = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString);
        await _worker.UntilReadyAsync();
        _visitor = _worker.Visitor();
        var now = SystemClock.Instance.GetCurrentInstant();
        _person = await SamplePeople.AddActiveAsync(_worker.Services, now, nextPlanAt: now);
        await _worker.Get<PlanDueWeeks>().RunAsync(TestContext.Current.CancellationToken);
        _week = $"/week/{await SamplePeople.WeekTokenAsync(_worker.Services, _person)}";
        _calendar = $"/calendar/{await SamplePeople.CalendarTokenAsync(_worker.Services, _person)}.ics";
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _worker.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task The_week_is_shown_with_its_how_to_and_without_the_address()
    {
        var (status, text) = await _visitor.AskAsync(_week);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("How to do each one", text, StringComparison.Ordinal);
        Assert.DoesNotContain(await SamplePeople.AddressAsync(_worker.Services, _person), text, StringComparison.Ordinal);
        Assert.DoesNotContain("/week/", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_takes_the_place_of_what_was_shown()
    {
        var before = await _visitor.GetStringOfAsync(_calendar);
        await SamplePeople.ReviseWeekAsync(_worker.Services, _person);
        var after = await _visitor.GetStringOfAsync(_calendar);

        Assert.Equal(Uids(before), Uids(after).Intersect(Uids(before)).ToArray());
        Assert.Equal(Uids(after), Uids(after).Distinct().ToArray());
        Assert.Equal(["SEQUENCE:0"], Sequences(before));
        Assert.Equal(["SEQUENCE:1"], Sequences(after));
    }

    [Fact]
    public async Task A_calendar_that_is_asked_for_again_costs_one_line()
    {
        using var first = await _visitor.GetAsync(new Uri(_calendar, UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, _calendar);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _visitor.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal("text/calendar", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_link_for_one_thing_opens_no_other()
    {
        var week = _week["/week/".Length..];
        var calendar = _calendar["/calendar/".Length..^".ics".Length];

        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.AskAsync($"/week/{calendar}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.AskAsync($"/calendar/{week}.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.AskAsync("/week/rubbish")).Status);
    }

    [Fact]
    public async Task Who_was_erased_is_unknown()
    {
        await SamplePeople.EraseAsync(_worker.Services, _person);

        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.AskAsync(_week)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.AskAsync(_calendar)).Status);
    }

    private static string[] Uids(string calendar) => [.. Uid().Matches(calendar).Select(m => m.Value)];

    private static string[] Sequences(string calendar) => [.. Sequence().Matches(calendar).Select(m => m.Value.Trim()).Distinct()];

    [GeneratedRegex("UID:[^\r]+", RegexOptions.None, 1000)]
    private static partial Regex Uid();

    [GeneratedRegex(@"SEQUENCE:\d+", RegexOptions.None, 1000)]
    private static partial Regex Sequence();
}
