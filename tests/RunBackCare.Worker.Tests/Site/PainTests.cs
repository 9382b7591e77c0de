using System.Net;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Planning.History;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

[Collection(SharedSite.Name)]
public sealed class PainTests(SiteFixture site) : IAsyncLifetime
{
    private long _person;
    private string _link = null!;
    private HttpClient _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _visitor = site.Visitor();
        _person = await site.RunnerAsync();
        _link = $"/pain/{await site.TokenAsync(_person, "Pain")}";
    }

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_tap_fills_in_the_score_and_stores_nothing()
    {
        var page = await _visitor.GetStringOfAsync($"{_link}?score=4");

        Assert.Contains("value=\"4\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", page, StringComparison.Ordinal);
        Assert.Empty(await ReportsAsync());
    }

    [Fact]
    public async Task One_button_tells_it()
    {
        var (_, page) = await _visitor.FillInAsync(_link, ("score", "2"), ("once", $"{Guid.NewGuid():n}"));

        Assert.Contains("Thank you", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", page, StringComparison.Ordinal);
        Assert.Equal((2, ReportSource.Page), (Assert.Single(await ReportsAsync()).Score, (await ReportsAsync())[0].Source));
    }

    [Fact]
    public async Task A_nine_is_answered_on_the_page_at_once()
    {
        var (_, page) = await _visitor.FillInAsync(_link, ("score", "9"));

        Assert.Contains("Please have this looked at today", page, StringComparison.Ordinal);
        Assert.Equal(SafetyLevel.B, (await site.PersonAsync(_person)).HoldLevel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("11")]
    [InlineData("-1")]
    [InlineData("2, and STOP")]
    public async Task Anything_but_a_number_from_0_to_10_is_refused(string score)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _visitor.FillInAsync(_link, ("score", score))).Status);
        Assert.Empty(await ReportsAsync());
    }

    private Task<List<PainReportRow>> ReportsAsync() => site.ReadAsync(db => db.PainReports.AsNoTracking().Where(r => r.SubscriberId == _person).ToListAsync());
}
