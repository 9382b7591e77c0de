using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Hosting;

namespace RunBackCare.Worker.Tests.Site;

[Collection(SharedSite.Name)]
public sealed class SignUpTests(SiteFixture site) : IAsyncLifetime
{
    private readonly string _address = SiteFixture.NewAddress();
    private HttpClient _visitor = null!;

    public ValueTask InitializeAsync()
    {
        _visitor = site.Visitor();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_front_page_shows_a_real_week_and_a_short_form()
    {
        var text = await _visitor.GetStringOfAsync("/");

        Assert.Contains("Run", text, StringComparison.Ordinal);
        Assert.Contains("Longest run", text, StringComparison.Ordinal);
        Assert.Contains("name=\"email\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_the_browser_gives_a_first_guess_at_the_zone()
    {
        _visitor.DefaultRequestHeaders.Add("Accept-Language", "de-AT,de;q=0.8");

        Assert.Contains("value=\"Europe/Vienna\" selected", await _visitor.GetStringOfAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_up_keeps_what_was_typed_apart_until_the_address_says_yes()
    {
        var (status, text) = await _visitor.FillInAsync("/", Form());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("id=\"sent\"", text, StringComparison.Ordinal);
        var stranger = await site.FindAsync(_address);
        Assert.Equal(SubscriberState.Pending, stranger!.State);
        Assert.Equal("", stranger.Name);
        Assert.Null(stranger.ConsentAt);
        Assert.DoesNotContain("Ann", string.Concat(site.Mails(_address)), StringComparison.Ordinal);

        var link = await site.MailedAsync(_address, "confirm");
        Assert.Contains("Yes, start my plan", await _visitor.GetStringOfAsync(link), StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, (await site.FindAsync(_address))!.State);

        Assert.Contains("You are in", (await _visitor.FillInAsync(link)).Text, StringComparison.Ordinal);
        var person = (await site.FindAsync(_address))!;
        Assert.Equal((SubscriberState.Active, "Ann", "Europe/Berlin", 1), (person.State, person.Name, person.Zone, person.ConsentVersion));
        Assert.Equal(45, person.Profile.Days[IsoDayOfWeek.Tuesday]);
        Assert.False(await site.ReadAsync(db => db.SignUps.AnyAsync(s => s.SubscriberId == person.Id)));
        await Eventually.TrueAsync(() => site.ReadAsync(db => db.Weeks.AnyAsync(w => w.SubscriberId == person.Id)));
    }

    [Fact]
    public async Task A_known_address_gets_its_link_and_the_same_answer_and_nothing_is_overwritten()
    {
        var known = await SamplePeople.AddActiveAsync(site.Worker.Services, SystemClock.Instance.GetCurrentInstant());
        var before = await site.PersonAsync(known);

        var (_, fresh) = await _visitor.FillInAsync("/", Form());
        var (_, again) = await _visitor.FillInAsync("/", Form(before.Address));

        Assert.Equal(fresh, again);
        var after = await site.PersonAsync(known);
        Assert.Equal((before.Name, before.Zone, before.State, before.Profile.Back), (after.Name, after.Zone, after.State, after.Profile.Back));
        Assert.StartsWith("/me/", await site.MailedAsync(before.Address, "me"), StringComparison.Ordinal);
        Assert.False(await site.ReadAsync(db => db.SignUps.AnyAsync(s => s.SubscriberId == known)));
    }

    [Fact]
    public async Task Only_the_form_whose_link_was_followed_counts()
    {
        await _visitor.FillInAsync("/", Form());
        var mine = await site.MailedAsync(_address, "confirm");
        using var other = site.Visitor();
        await other.FillInAsync("/", [.. Form().Where(f => f.Name != "name"), ("name", "Mallory")]);
        await Eventually.TrueAsync(() => site.Mails(_address).Count == 2);

        await _visitor.FillInAsync(mine);

        Assert.Equal("Ann", (await site.FindAsync(_address))!.Name);
    }

    [Theory]
    [InlineData("email", "ann", "Please write a whole mail address")]
    [InlineData("email", "", "Please write a whole mail address")]
    [InlineData("email", "a@b@example.org", "Please write a whole mail address")]
    [InlineData("time_zone", "", "Please choose your time zone")]
    [InlineData("time_zone", "Mars/Base", "Please choose your time zone")]
    [InlineData("send.at", "25:99", "Please write a time of day")]
    [InlineData("longest_run_minutes", "-3", "Please write how many minutes")]
    [InlineData("longest_run_minutes", "<b>", "Please write how many minutes")]
    [InlineData("birth_year", "3000", "Please write your year of birth")]
    [InlineData("back.usual_pain", "11", "Please choose a number from 0 to 10")]
    [InlineData("back.since", "2999-01-01", "Please write a day that is not in the future")]
    [InlineData("shoes.km", "-1", "Please write the distance")]
    [InlineData("pace", "fast", "Please write minutes and seconds")]
    [InlineData("runs_per_week", "9", "Please choose two, three or four")]
    [InlineData("country", "Germany", "Please write the two letters")]
    [InlineData("consent", "", "Please tick this if you agree")]
    public async Task Bad_input_is_said_beside_its_field_and_the_rest_is_kept(string field, string value, string said)
    {
        var (status, text) = await _visitor.FillInAsync("/", [.. Form().Where(f => f.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Matches($"id=\"{field.Replace('.', '-')}-fault\">{said}", text);
        Assert.Contains("value=\"Ann\"", text, StringComparison.Ordinal);
        if (field is not ("consent" or "back.usual_pain" or "runs_per_week"))
        {
            Assert.Contains($"value=\"{WebUtility.HtmlEncode(value)}\"", text, StringComparison.Ordinal);
        }

        Assert.Null(await site.FindAsync(_address));
    }

    [Fact]
    public async Task Days_and_ground_have_to_be_chosen()
    {
        var (_, text) = await _visitor.FillInAsync("/", [.. Form().Where(f => !f.Name.StartsWith("days.", StringComparison.Ordinal) && f.Name != "surfaces")]);

        Assert.Contains("id=\"days-fault\"", text, StringComparison.Ordinal);
        Assert.Contains("id=\"surfaces-fault\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pregnant")]
    [InlineData("birth_within_year")]
    [InlineData("spinal_surgery")]
    [InlineData("told_not_to_run")]
    [InlineData("heart")]
    public async Task Before_a_clinician_has_said_yes_the_sign_up_stops_and_nothing_is_kept(string stop)
    {
        var (_, stopped) = await _visitor.FillInAsync("/", [.. Form(), ("screening", stop)]);
        Assert.Contains("Please talk to a clinician first", stopped, StringComparison.Ordinal);
        Assert.Contains($"name=\"cleared.{stop}\"", stopped, StringComparison.Ordinal);
        Assert.Contains("value=\"Ann\"", stopped, StringComparison.Ordinal);
        Assert.Null(await site.FindAsync(_address));

        var (_, cleared) = await _visitor.FillInAsync("/", [.. Form(), ("screening", stop), ($"cleared.{stop}", "2026-01-10")]);
        Assert.Contains("id=\"sent\"", cleared, StringComparison.Ordinal);
        Assert.NotNull(await site.FindAsync(_address));
    }

    [Fact]
    public async Task A_yes_that_lies_in_the_future_is_none()
    {
        await _visitor.FillInAsync("/", [.. Form(), ("screening", "heart"), ("cleared.heart", "2999-01-01")]);

        Assert.Null(await site.FindAsync(_address));
    }

    [Fact]
    public async Task Nobody_under_18_signs_up_whatever_a_clinician_says()
    {
        var (_, text) = await _visitor.FillInAsync("/", [.. Form(), ("screening", "under_18"), ("cleared.under_18", "2026-01-10")]);

        Assert.Contains("These plans are for adults", text, StringComparison.Ordinal);
        Assert.Null(await site.FindAsync(_address));
    }

    [Theory]
    [InlineData("sign_now", "Call 112")]
    [InlineData("sign_soon", "Ring your doctor today")]
    public async Task A_grave_sign_is_answered_at_once_and_nothing_is_kept(string sign, string said)
    {
        var (_, text) = await _visitor.FillInAsync("/", [.. Form(), (sign, "yes")]);

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Null(await site.FindAsync(_address));
    }

    [Fact]
    public async Task Who_left_comes_back_by_the_same_door()
    {
        var id = await site.RunnerAsync();
        var address = (await site.PersonAsync(id)).Address;
        await site.Worker.Get<LeaveList>().RunAsync(id, "subscriber", CancellationToken.None);

        await _visitor.FillInAsync("/", Form(address));
        await _visitor.FillInAsync(await site.MailedAsync(address, "confirm"));

        var back = await site.PersonAsync(id);
        Assert.Equal((SubscriberState.Active, "Europe/Berlin"), (back.State, back.Zone));
        Assert.NotNull(back.NextPlanAt);
    }

    [Fact]
    public async Task A_complaint_is_lifted_by_its_owner_and_a_dead_address_by_nobody()
    {
        var complained = await SuppressedAsync("complaint");
        var dead = await SuppressedAsync("hard-bounce");

        await _visitor.FillInAsync("/", Form(complained.Address));
        var (_, text) = await _visitor.FillInAsync("/", Form(dead.Address));
        await _visitor.FillInAsync(await site.MailedAsync(complained.Address, "confirm"));

        Assert.Contains("id=\"sent\"", text, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Active, (await site.PersonAsync(complained.Id)).State);
        Assert.False(await site.ReadAsync(db => db.Suppressions.AnyAsync(s => s.SubscriberId == complained.Id)));
        Assert.Equal(SubscriberState.Suppressed, (await site.PersonAsync(dead.Id)).State);
        Assert.False(await site.ReadAsync(db => db.Outbox.AnyAsync(m => m.SubscriberId == dead.Id)));
    }

    [Fact]
    public async Task Nobodys_box_can_be_filled_through_the_form()
    {
        for (var i = 0; i < 6; i++)
        {
            using var another = site.Visitor();
            Assert.Contains("id=\"sent\"", (await another.FillInAsync("/", Form())).Text, StringComparison.Ordinal);
        }

        var id = (await site.FindAsync(_address))!.Id;
        Assert.Equal(3, await site.ReadAsync(db => db.Outbox.CountAsync(m => m.SubscriberId == id && m.Kind == MailKind.Confirm)));
    }

    [Fact]
    public async Task Mass_sign_up_from_one_place_is_slowed_down()
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 22; i++)
        {
            statuses.Add((await _visitor.FillInAsync("/", Form(SiteFixture.NewAddress()))).Status);
        }

        Assert.Equal(20, statuses.Count(s => s == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.AskAsync("/")).Status);
    }

    [Fact]
    public async Task Two_at_once_for_one_address_are_one_person()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var another = site.Visitor();
            await another.FillInAsync("/", Form());
        }));

        Assert.NotNull(await site.FindAsync(_address));
    }

    private (string Name, string Value)[] Form(string? address = null) => SignUpForm.Of(address ?? _address);

    private async Task<Subscriber> SuppressedAsync(string why)
    {
        var id = await SamplePeople.AddActiveAsync(site.Worker.Services, SystemClock.Instance.GetCurrentInstant());
        await using var db = await site.DbAsync();
        var person = await db.Subscribers.SingleAsync(s => s.Id == id);
        person.State = SubscriberState.Suppressed;
        db.Suppressions.Add(new()
        {
            AddressHash = await site.Worker.Get<TokenKeys>().AddressHashAsync(person.AddressKey, CancellationToken.None),
            Why = why,
            SubscriberId = id,
            CreatedAt = SystemClock.Instance.GetCurrentInstant(),
        });
        await db.SaveChangesAsync();
        return person;
    }
}
