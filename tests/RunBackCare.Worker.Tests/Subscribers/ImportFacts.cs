using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning.History;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Subscribers.Import;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.Tests.Support;

namespace RunBackCare.Worker.Tests.Subscribers;

public sealed class ImportFacts
{
    [Fact]
    public async Task Someone_who_consented_is_active_and_their_first_week_is_due_at_once()
    {
        await using var worker = await TestWorker.StartAsync();

        var outcome = await ImportAsync(worker, Person("ann@example.org"));

        Assert.Equal(new ImportOutcome.Stored(1, 0, 0), outcome);
        var ann = await OnlyAsync(worker);
        Assert.Equal(SubscriberState.Active, ann.State);
        Assert.Equal(worker.Clock.GetCurrentInstant(), ann.NextPlanAt);
        Assert.Equal(new LocalDate(2026, 12, 2), ann.JoinedOn);
        Assert.Empty(await worker.MailsAsync());
    }

    [Fact]
    public async Task Someone_without_consent_is_pending_and_asked_once()
    {
        await using var worker = await TestWorker.StartAsync();
        var ann = Person("ann@example.org") with { Consent = null };

        var first = await ImportAsync(worker, ann);
        var second = await ImportAsync(worker, ann);

        Assert.Equal(new ImportOutcome.Stored(0, 1, 0), first);
        Assert.Equal(new ImportOutcome.Stored(0, 0, 1), second);
        var stored = await OnlyAsync(worker);
        Assert.Equal((SubscriberState.Pending, null), (stored.State, stored.NextPlanAt));
        Assert.Equal(MailKind.Confirm, Assert.Single(await worker.MailsAsync()).Kind);
        Assert.Equal(1, worker.Wakes.Count);
    }

    [Theory]
    [InlineData(SubscriberState.Left)]
    [InlineData(SubscriberState.Paused)]
    [InlineData(SubscriberState.Held)]
    [InlineData(SubscriberState.Suppressed)]
    [InlineData(SubscriberState.Pending)]
    public async Task A_known_address_gets_the_profile_and_keeps_state_consent_and_hold(object state)
    {
        await using var worker = await TestWorker.StartAsync();
        var known = People.Someone((SubscriberState)state);
        known.ConsentVersion = 3;
        known.HoldLevel = SafetyLevel.A;
        known.HoldSince = new(2026, 12, 1);
        known.HoldWhy = "numb-saddle";
        await worker.StoreAsync(known);

        var outcome = await ImportAsync(worker, Person(known.Address.ToUpperInvariant()) with { Name = "New name", Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] });

        Assert.Equal(new ImportOutcome.Stored(0, 0, 1), outcome);
        var after = await OnlyAsync(worker);
        Assert.Equal(("New name", "Asia/Tokyo"), (after.Name, after.Zone));
        Assert.Equal(known.Address, after.Address);
        Assert.Equal(((SubscriberState)state, 3), (after.State, after.ConsentVersion));
        Assert.Equal((SafetyLevel.A, new LocalDate(2026, 12, 1), "numb-saddle"), (after.HoldLevel, after.HoldSince!.Value, after.HoldWhy));
    }

    [Fact]
    public async Task A_moved_slot_moves_the_next_week()
    {
        await using var worker = await TestWorker.StartAsync();
        var ann = Person("ann@example.org");
        await ImportAsync(worker, ann);
        var id = (await OnlyAsync(worker)).Id;
        await worker.ReadAsync(db => db.Subscribers.ExecuteUpdateAsync(set => set.SetProperty(s => s.NextPlanAt, Instant.FromUtc(2026, 12, 6, 16, 0))));
        worker.Clock.Advance(Duration.FromDays(3)); // Saturday: this week has too few days left to begin.

        await ImportAsync(worker, ann with { SendDay = IsoDayOfWeek.Monday, SendAt = new(6, 0) });

        Assert.Equal(Instant.FromUtc(2026, 12, 7, 5, 0), (await worker.SubscriberAsync(id)).NextPlanAt);
    }

    [Fact]
    public async Task The_same_list_again_moves_nobodys_week_and_leaves_no_trace()
    {
        await using var worker = await TestWorker.StartAsync();
        var ann = Person("ann@example.org");
        await ImportAsync(worker, ann);
        var id = (await OnlyAsync(worker)).Id;
        var planned = Instant.FromUtc(2026, 12, 13, 16, 0);
        await worker.ReadAsync(db => db.Subscribers.ExecuteUpdateAsync(set => set.SetProperty(s => s.NextPlanAt, planned)));

        await ImportAsync(worker, ann with { Profile = People.Profile with { Units = ann.Profile.Units } });

        Assert.Equal(planned, (await worker.SubscriberAsync(id)).NextPlanAt);
        Assert.Equal(0, await worker.ReadAsync(db => db.Audit.CountAsync()));
    }

    [Fact]
    public async Task One_uncleared_person_keeps_the_whole_list_out()
    {
        await using var worker = await TestWorker.StartAsync();
        var pregnant = Person("bea@example.org");
        pregnant = pregnant with { Line = 7, Profile = pregnant.Profile with { Screening = [new(Screening.Pregnant, null)] } };

        var outcome = await ImportAsync(worker, Person("ann@example.org"), pregnant);

        var fault = Assert.Single(Assert.IsType<ImportOutcome.Refused>(outcome).Faults);
        Assert.Equal((7, "screening"), (fault.Line, fault.Field));
        Assert.Contains("a clinician has to say first", fault.What, StringComparison.Ordinal);
        Assert.Equal(0, await worker.ReadAsync(db => db.Subscribers.CountAsync()));
    }

    [Fact]
    public async Task Nobody_under_18_is_taken_whatever_was_cleared()
    {
        await using var worker = await TestWorker.StartAsync();
        var young = Person("kim@example.org");
        young = young with { Profile = young.Profile with { Screening = [new(Screening.Under18, new LocalDate(2026, 11, 1))] } };

        Assert.IsType<ImportOutcome.Refused>(await ImportAsync(worker, young));
    }

    [Fact]
    public async Task One_address_twice_in_a_file_is_named_with_both_lines()
    {
        await using var worker = await TestWorker.StartAsync();

        var outcome = await ImportAsync(worker, Person("ann@example.org") with { Line = 2 }, Person("Ann@Example.org") with { Line = 9 });

        var fault = Assert.Single(Assert.IsType<ImportOutcome.Refused>(outcome).Faults);
        Assert.Equal((9, "email"), (fault.Line, fault.Field));
        Assert.Contains("line 2", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_imports_of_one_list_at_once_store_each_person_once()
    {
        await using var worker = await TestWorker.StartAsync();
        var people = Enumerable.Range(0, 700).Select(n => Person($"p{n}@example.org")).ToArray();

        // One may find that the other was first; repeating it is then all there is to do.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await ImportAsync(worker, people);
            }
            catch (DbUpdateException)
            {
                await ImportAsync(worker, people);
            }
        }));

        Assert.Equal(700, await worker.ReadAsync(db => db.Subscribers.CountAsync()));
    }

    private static SubscriberDraft Person(string address) => new()
    {
        Line = 1,
        Address = address,
        Name = "Ann",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        SendDay = IsoDayOfWeek.Sunday,
        SendAt = new(17, 0),
        Consent = new(1, Instant.FromUtc(2026, 11, 20, 9, 0)),
        Profile = People.Profile,
    };

    private static Task<ImportOutcome> ImportAsync(TestWorker worker, params SubscriberDraft[] people) =>
        worker.Get<ImportSubscribers>().RunAsync([.. people], progress: null, CancellationToken.None);

    private static Task<Subscriber> OnlyAsync(TestWorker worker) => worker.ReadAsync(db => db.Subscribers.AsNoTracking().SingleAsync());
}
