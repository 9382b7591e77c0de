using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RunBackCare.Planning.Runners;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Testing.People;

/// <summary>Ordinary people in the database, for tests about what happens around their plans.</summary>
public static class SamplePeople
{
    public static async Task<long> AddPendingAsync(IServiceProvider services, Instant createdAt) =>
        await AddAsync(services, Make(createdAt, SubscriberState.Pending, null));

    /// <param name="nextPlanAt">Null: nothing is due for them.</param>
    public static async Task<long> AddActiveAsync(IServiceProvider services, Instant createdAt, Instant? nextPlanAt = null) =>
        await AddAsync(services, Make(createdAt, SubscriberState.Active, nextPlanAt));

    public static async Task<string> LeaveTokenAsync(IServiceProvider services, long subscriber) => await TokenAsync(services, subscriber, TokenPurpose.Leave);

    public static async Task<string> ConfirmTokenAsync(IServiceProvider services, long subscriber) => await TokenAsync(services, subscriber, TokenPurpose.Confirm);

    public static async Task<string> PainTokenAsync(IServiceProvider services, long subscriber) => await TokenAsync(services, subscriber, TokenPurpose.Pain);

    public static async Task<string> PreferencesTokenAsync(IServiceProvider services, long subscriber) => await TokenAsync(services, subscriber, TokenPurpose.Preferences);

    /// <summary>The link that opens everything for an hour.</summary>
    public static async Task<string> OwnPagesTokenAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await OpenAsync(services);
        var person = await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == subscriber);
        var codec = await services.GetRequiredService<TokenKeys>().CodecAsync(CancellationToken.None);
        return codec.Write(Token.ForAnHour(person, TokenPurpose.OwnPages, services.GetRequiredService<IClock>().GetCurrentInstant()));
    }

    public static async Task<string> WeekTokenAsync(IServiceProvider services, long subscriber) => await TokenAsync(services, subscriber, TokenPurpose.Week);

    public static async Task<string> CalendarTokenAsync(IServiceProvider services, long subscriber) => await TokenAsync(services, subscriber, TokenPurpose.Calendar);

    /// <summary>As the person does who answers or edits: the next revision of the newest week, with the same days.</summary>
    public static async Task ReviseWeekAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await OpenAsync(services);
        var week = await db.Weeks.AsNoTracking().Where(w => w.SubscriberId == subscriber).OrderByDescending(w => w.StartsOn).ThenByDescending(w => w.Revision).FirstAsync();
        db.Weeks.Add(new()
        {
            SubscriberId = subscriber,
            StartsOn = week.StartsOn,
            Revision = week.Revision + 1,
            Because = "edit",
            Plan = week.Plan with { Revision = week.Revision + 1 },
            Facts = week.Facts,
            Decision = week.Decision,
            PolicyVersion = week.PolicyVersion,
            ContentHash = week.ContentHash,
            CreatedAt = week.CreatedAt + Duration.FromMinutes(1),
        });
        await db.SaveChangesAsync();
    }

    public static async Task<string> AddressAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await OpenAsync(services);
        return (await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == subscriber)).Address;
    }

    /// <summary>Whether some mail has gone out to them.</summary>
    public static async Task<bool> HasMailAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await OpenAsync(services);
        return await db.Outbox.AnyAsync(m => m.SubscriberId == subscriber && m.SentAt != null);
    }

    public static async Task<string> StateAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await OpenAsync(services);
        return (await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == subscriber)).State.ToString();
    }

    /// <summary>As the planner leaves a person behind whose week it could not plan.</summary>
    public static async Task FailPlanningAsync(IServiceProvider services, long subscriber, string why)
    {
        await using var db = await OpenAsync(services);
        await db.Subscribers.Where(s => s.Id == subscriber)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PlanError, why).SetProperty(s => s.PlanFailures, 2));
    }

    public static async Task EraseAsync(IServiceProvider services, long subscriber)
    {
        await using var db = await OpenAsync(services);
        await db.Subscribers.Where(s => s.Id == subscriber).ExecuteDeleteAsync();
    }

    private static async Task<long> AddAsync(IServiceProvider services, Subscriber subscriber)
    {
        await using var db = await OpenAsync(services);
        db.Subscribers.Add(subscriber);
        await db.SaveChangesAsync();
        return subscriber.Id;
    }

    private static async Task<string> TokenAsync(IServiceProvider services, long id, TokenPurpose purpose)
    {
        await using var db = await OpenAsync(services);
        var subscriber = await db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == id);
        var codec = await services.GetRequiredService<TokenKeys>().CodecAsync(CancellationToken.None);
        var today = services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Date;
        var planned = await db.Weeks.AsNoTracking().Where(w => w.SubscriberId == id).OrderByDescending(w => w.StartsOn).Select(w => (LocalDate?)w.StartsOn).FirstOrDefaultAsync();
        return codec.Write(Token.For(subscriber, purpose, planned ?? DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(today)));
    }

    private static Task<RunBackCareDb> OpenAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();

    private static Subscriber Make(Instant createdAt, SubscriberState state, Instant? nextPlanAt)
    {
        var address = $"{Guid.NewGuid():n}@example.org";
        return new()
        {
            Address = address,
            AddressKey = address,
            Name = "Ann",
            Zone = "Europe/Berlin",
            SendDay = IsoDayOfWeek.Sunday,
            SendAt = new(17, 0),
            State = state,
            Profile = Walker,
            JoinedOn = state is SubscriberState.Pending ? null : createdAt.InUtc().Date,
            ConsentVersion = state is SubscriberState.Pending ? null : 1,
            ConsentAt = state is SubscriberState.Pending ? null : createdAt,
            NextPlanAt = nextPlanAt,
            Seed = 1,
            CreatedAt = createdAt,
        };
    }

    private static Profile Walker { get; } = new()
    {
        Experience = Experience.Walks,
        Days = new(ImmutableArray.Create(45, 0, 45, 0, 0, 60, 0)),
        Surfaces = [Surface.Grass, Surface.Road],
        UsualSurface = Surface.Grass,
        Back = new(2, 2, null, Direction.Neither, true),
    };
}
