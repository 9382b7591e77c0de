using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;
using RunBackCare.Testing;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

[Collection(SharedSite.Name)]
public sealed partial class OwnPagesTests(SiteFixture site) : IAsyncLifetime
{
    private long _person;
    private HttpClient _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _person = await site.RunnerAsync();
        _owner = await site.OwnerAsync(_person);
    }

    public ValueTask DisposeAsync()
    {
        _owner.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_overview_shows_the_week_and_a_way_to_answer()
    {
        var text = await _owner.GetStringOfAsync("/me");

        Assert.Contains("Hello Ann", text, StringComparison.Ordinal);
        Assert.Contains("Every day in full", text, StringComparison.Ordinal);
        Assert.Contains("How did it go?", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_in_the_boxes_is_read_like_a_reply_and_taken_back_like_one()
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).LocalDateTime.PlusHours(-4).Date;
        var (_, said) = await _owner.FillInAsync("/me", "/me?handler=Log", ("day", LocalDatePattern.Iso.Format(today)), ("did", "ran"), ("minutes", "12,5"), ("score", "3"));

        Assert.Contains("id=\"receipt\"", said, StringComparison.Ordinal);
        Assert.Contains("What we understood", said, StringComparison.Ordinal);
        var report = Assert.Single(await ReportsAsync());
        Assert.Equal((3, today, ReportSource.Page), (report.Score, report.Day, report.Source));

        await _owner.FillInAsync("/me", "/me?handler=Undo");
        Assert.NotNull(Assert.Single(await ReportsAsync()).WithdrawnAt);
    }

    [Fact]
    public async Task Sent_twice_it_counts_once()
    {
        var once = $"{Guid.NewGuid():n}";
        await _owner.FillInAsync("/me", "/me?handler=Say", ("words", "2"), ("once", once));
        await _owner.FillInAsync("/me", "/me?handler=Say", ("words", "2"), ("once", once));

        Assert.Single(await ReportsAsync());
    }

    [Fact]
    public async Task Words_of_alarm_on_the_page_are_answered_on_the_page_and_hold_the_plan()
    {
        var (_, text) = await _owner.FillInAsync("/me", "/me?handler=Say", ("words", "3, and I cannot feel my bladder"));

        Assert.Contains("Please go now", text, StringComparison.Ordinal);
        var held = await site.PersonAsync(_person);
        Assert.Equal((SubscriberState.Held, SafetyLevel.A), (held.State, held.HoldLevel));
        Assert.True(await site.ReadAsync(db => db.Outbox.AnyAsync(m => m.SubscriberId == _person && m.Kind == MailKind.Emergency)));

        Assert.Contains("Please tick this only when", (await _owner.FillInAsync("/me", "/me?handler=Cleared")).Text, StringComparison.Ordinal);
        await _owner.FillInAsync("/me", "/me?handler=Cleared", ("cleared", "yes"));
        Assert.Equal(SubscriberState.Active, (await site.PersonAsync(_person)).State);
    }

    [Fact]
    public async Task Edits_count_from_the_next_plan()
    {
        await FillPreferencesAsync(("name", "Bea"), ("days.sun", "30"), ("send.day", "friday"), ("when", "next"));

        var person = await site.PersonAsync(_person);
        Assert.Equal(("Bea", 30, IsoDayOfWeek.Friday), (person.Name, person.Profile.Days[IsoDayOfWeek.Sunday], person.SendDay));
        Assert.Equal(1, await RevisionsAsync());
    }

    [Fact]
    public async Task With_the_other_button_the_rest_of_the_week_is_planned_anew()
    {
        await FillPreferencesAsync(("days.mon", "90"), ("days.tue", "90"), ("days.wed", "90"), ("days.thu", "90"), ("days.fri", "90"), ("days.sat", ""), ("days.sun", "90"), ("longest_run_day", ""), ("when", "now"));

        Assert.Equal(0, (await site.PersonAsync(_person)).Profile.Days[IsoDayOfWeek.Saturday]);
        var newest = await site.ReadAsync(db => db.Weeks.AsNoTracking().Where(w => w.SubscriberId == _person).OrderByDescending(w => w.StartsOn).ThenByDescending(w => w.Revision).FirstAsync());
        Assert.Equal(("edit", 2), (newest.Because, newest.Revision));
        Assert.True(await site.ReadAsync(db => db.Outbox.AnyAsync(m => m.WeekId == newest.Id)));
    }

    [Fact]
    public async Task A_new_safety_answer_holds_the_plan_at_once()
    {
        var (_, text) = await FillPreferencesAsync(("screening", "heart"), ("when", "next"));

        Assert.Contains("talked over with a clinician first", text, StringComparison.Ordinal);
        Assert.Equal((SubscriberState.Held, SafetyLevel.C), ((await site.PersonAsync(_person)).State, (await site.PersonAsync(_person)).HoldLevel));
    }

    [Fact]
    public async Task Another_usual_pain_is_noted_with_its_day()
    {
        await FillPreferencesAsync(("back.usual_pain", "4"), ("when", "next"));

        Assert.Equal(Today(), (await site.PersonAsync(_person)).UsualChangedOn);
    }

    [Fact]
    public async Task Bad_input_is_kept_and_nothing_is_stored()
    {
        var (status, text) = await FillPreferencesAsync(("name", "Bea"), ("birth_year", "12"), ("when", "next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("id=\"birth_year-fault\"", text, StringComparison.Ordinal);
        Assert.Contains("value=\"Bea\"", text, StringComparison.Ordinal);
        Assert.Equal("Ann", (await site.PersonAsync(_person)).Name);
    }

    [Fact]
    public async Task What_is_shown_for_editing_is_what_is_stored()
    {
        var before = await site.PersonAsync(_person);
        await FillPreferencesAsync(("when", "next"));
        var after = await site.PersonAsync(_person);

        Assert.Equal(Planning.PlanJson.Write(before.Profile), Planning.PlanJson.Write(after.Profile));
        Assert.Equal((before.Name, before.Zone, before.SendDay, before.SendAt, before.Country), (after.Name, after.Zone, after.SendDay, after.SendAt, after.Country));
    }

    [Fact]
    public async Task A_break_with_dates_pauses_and_ends()
    {
        var today = Today();
        var (_, text) = await _owner.FillInAsync("/me/breaks", ("from", LocalDatePattern.Iso.Format(today)), ("to", LocalDatePattern.Iso.Format(today.PlusDays(20))), ("why", "illness"));
        Assert.Contains("Paused from", text, StringComparison.Ordinal);
        var pause = Assert.Single(await PausesAsync());
        Assert.Equal((today, today.PlusDays(20), PauseCause.Illness), (pause.FromDay, pause.ToDay!.Value, pause.Cause));
        Assert.Equal(SubscriberState.Paused, (await site.PersonAsync(_person)).State);

        await _owner.FillInAsync("/me/breaks", "/me/breaks?handler=Resume");
        Assert.Equal(SubscriberState.Active, (await site.PersonAsync(_person)).State);
        Assert.DoesNotContain(await PausesAsync(), p => p.ToDay is null || p.ToDay >= today);
    }

    [Theory]
    [InlineData("from", "soon")]
    [InlineData("from", "")]
    [InlineData("to", "2001-01-01")]
    public async Task A_break_needs_days(string field, string value)
    {
        (string, string)[] good = [("from", LocalDatePattern.Iso.Format(Today())), ("to", ""), ("why", "asked")];
        var (status, text) = await _owner.FillInAsync("/me/breaks", [.. good.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"id=\"{field}-fault\"", text, StringComparison.Ordinal);
        Assert.Empty(await PausesAsync());
    }

    [Fact]
    public async Task A_move_is_confirmed_from_the_new_address_and_told_to_the_old()
    {
        var old = (await site.PersonAsync(_person)).Address;
        var other = SiteFixture.NewAddress();
        await _owner.FillInAsync("/me/account", "/me/account?handler=Address", ("email", other));
        var link = await site.MailedAsync(other, "address");
        using var visitor = site.Visitor();
        await visitor.GetStringOfAsync(link);
        Assert.Equal(old, (await site.PersonAsync(_person)).Address);

        Assert.Contains("id=\"moved\"", (await visitor.FillInAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(other, (await site.PersonAsync(_person)).Address);
        await Eventually.TrueAsync(() => site.Mails(old).Any(text => text.Contains("goes to another address from now on", StringComparison.Ordinal)));
        Assert.Contains("no longer good", (await visitor.AskAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_address_cannot_be_taken_and_is_not_told_apart()
    {
        var taken = (await site.PersonAsync(await site.RunnerAsync())).Address;
        var (_, known) = await _owner.FillInAsync("/me/account", "/me/account?handler=Address", ("email", taken));
        var (_, unknown) = await _owner.FillInAsync("/me/account", "/me/account?handler=Address", ("email", SiteFixture.NewAddress()));

        Assert.Equal(WithoutProof(known), WithoutProof(unknown));
        Assert.Equal(1, await site.ReadAsync(db => db.AddressChanges.CountAsync(c => c.SubscriberId == _person)));
    }

    [Fact]
    public async Task The_export_holds_every_row_about_the_person()
    {
        await _owner.FillInAsync("/me", "/me?handler=Say", ("words", "2, all done. A nine on Tuesday: Tue 9"));
        await _owner.FillInAsync("/me/breaks", ("from", LocalDatePattern.Iso.Format(Today().PlusDays(30))), ("to", ""), ("why", "asked"));
        await _owner.FillInAsync("/me/account", "/me/account?handler=Address", ("email", SiteFixture.NewAddress()));

        using var export = JsonDocument.Parse(await _owner.GetStringOfAsync("/me/account?handler=Export"));

        await using var db = await site.DbAsync();
        var owned = db.Model.GetEntityTypes().Where(t => t.FindProperty("SubscriberId") is not null).Select(t => t.GetTableName()!).ToList();
        Assert.True(owned.Count >= 12);
        foreach (var table in owned)
        {
            Assert.Equal(await Everywhere.CountAsync(site.ConnectionString, table, _person), export.RootElement.GetProperty(table).GetArrayLength());
        }

        var person = Assert.Single(export.RootElement.GetProperty("subscribers").EnumerateArray());
        Assert.Equal((await site.PersonAsync(_person)).Address, person.GetProperty("address").GetString());
        Assert.NotEqual(0, export.RootElement.GetProperty("pain_reports").GetArrayLength());
        Assert.Equal("Walks", person.GetProperty("profile").GetProperty("experience").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task Leaving_keeps_the_page_for_a_copy_and_for_deleting_everything()
    {
        await _owner.FillInAsync("/me/account", "/me/account?handler=Leave");

        Assert.Equal(SubscriberState.Left, (await site.PersonAsync(_person)).State);
        Assert.Contains("No plans go to you now", await _owner.GetStringOfAsync("/me"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _owner.AskAsync("/me/account?handler=Export")).Status);
    }

    [Fact]
    public async Task After_erasing_no_table_no_job_and_no_log_holds_the_address()
    {
        var address = (await site.PersonAsync(_person)).Address;
        await _owner.FillInAsync("/me", "/me?handler=Say", ("words", "2, all done"));
        var leave = $"/leave/{await site.TokenAsync(_person, "Leave")}";

        Assert.Contains("Please tick this first", (await _owner.FillInAsync("/me/account", "/me/account?handler=Erase")).Text, StringComparison.Ordinal);
        Assert.Contains("id=\"erased\"", (await _owner.FillInAsync("/me/account", "/me/account?handler=Erase", ("erase", "yes"))).Text, StringComparison.Ordinal);
        await Eventually.TrueAsync(() => site.ReadAsync(db => db.Outbox.AnyAsync(m => m.SubscriberId == _person && m.Kind == MailKind.Erased && m.State == DeliveryState.Sent)));
        await using var db = await site.DbAsync();
        await EraseSubscriber.ForgetAsync(db, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None);

        Assert.Empty(await Everywhere.FindAsync(site.ConnectionString, address));
        Assert.DoesNotContain(site.Worker.Log.Lines, line => line.Text.Contains(address, StringComparison.OrdinalIgnoreCase));
        using var stranger = site.Visitor();
        Assert.Contains("Nothing is kept", (await stranger.AskAsync(leave)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await _owner.AskAsync("/me")).Status);
    }

    [Fact]
    public async Task The_summary_is_for_whoever_the_person_shows_it_to()
    {
        await _owner.FillInAsync("/me", "/me?handler=Say", ("words", "2, all done"));
        var text = await _owner.GetStringOfAsync("/summary");

        Assert.Contains("Summary for a clinician", text, StringComparison.Ordinal);
        Assert.DoesNotContain((await site.PersonAsync(_person)).Address, text, StringComparison.Ordinal);
    }

    private static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date;

    private Task<List<PainReportRow>> ReportsAsync() => site.ReadAsync(db => db.PainReports.AsNoTracking().Where(r => r.SubscriberId == _person).ToListAsync());

    private Task<List<PauseRow>> PausesAsync() => site.ReadAsync(db => db.Pauses.AsNoTracking().Where(p => p.SubscriberId == _person).ToListAsync());

    private Task<int> RevisionsAsync() => site.ReadAsync(db => db.Weeks.Where(w => w.SubscriberId == _person).MaxAsync(w => w.Revision));

    /// <summary>The form as it is shown, with these fields changed.</summary>
    private async Task<(HttpStatusCode Status, string Text)> FillPreferencesAsync(params (string Name, string Value)[] changes)
    {
        var page = await _owner.GetStringOfAsync("/me/preferences");
        var shown = ShownForm.Of(page);
        return await _owner.SendAsync("/me/preferences", [.. shown.Where(f => !changes.Any(c => c.Name == f.Name)), .. changes.Where(c => c.Value.Length > 0)]);
    }

    private static string WithoutProof(string page) => Proof().Replace(page, "");

    [GeneratedRegex("__RequestVerificationToken\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
