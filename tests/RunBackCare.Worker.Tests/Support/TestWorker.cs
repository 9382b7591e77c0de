using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;
using NodaTime.Testing;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Testing.Databases;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Support;

/// <summary>The worker's own registrations on a fresh, migrated database, with a clock that stands still and a stand-in for the planner.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestWorker(TestDatabase database, WeekPlanner planner)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddSingleton<IClock>(Clock)
            .AddDatabase(database.ConnectionString)
            .AddSingleton(Sender)
            .AddSingleton<IWakeDelivery>(Wakes)
            .AddSingleton<IWakePlanning>(PlanningWakes)
            .AddSingleton<ILoggerProvider>(Logged)
            .AddLogging()
            .AddSubscribers()
            .AddWeeklyPlans()
            .AddSingleton(planner)
            .BuildServiceProvider();
    }

    /// <summary>A Wednesday morning.</summary>
    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 12, 2, 9, 0));

    public CountedWakes Wakes { get; } = new();

    public CountedWakes PlanningWakes { get; } = new();

    public LogLines Logged { get; } = new();

    public static Sender Sender { get; } = new()
    {
        From = new MailboxAddress("RunBackCare", "plans@runbackcare.example"),
        ReplyDomain = "reply.runbackcare.example",
        BounceDomain = "bounce.runbackcare.example",
        ListId = "weekly.runbackcare.example",
        FeedbackSender = "runbackcare",
        Operator = new("RunBackCare", "1 Track Lane", "hello@runbackcare.example"),
    };

    public static async Task<TestWorker> StartAsync(WeekPlanner? planner = null) =>
        new(await TestPostgres.CreateMigratedDatabaseAsync(), planner ?? SimplePlans.Planner());

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<RunBackCareDb> DbAsync() => Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();

    public async Task<T> ReadAsync<T>(Func<RunBackCareDb, Task<T>> read)
    {
        await using var db = await DbAsync();
        return await read(db);
    }

    public async Task StoreAsync(params object[] rows)
    {
        await using var db = await DbAsync();
        await db.AddRangeAsync(rows);
        await db.SaveChangesAsync();
    }

    public Task<Subscriber> SubscriberAsync(long id) => ReadAsync(db => db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == id));

    public Task<List<WeekRow>> WeeksAsync() => ReadAsync(db => db.Weeks.AsNoTracking().OrderBy(w => w.SubscriberId).ThenBy(w => w.StartsOn).ToListAsync());

    public Task<List<OutboxRow>> MailsAsync() => ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}

internal sealed class CountedWakes : IWakeDelivery, IWakePlanning, IWakeInbox
{
    private int _count;

    public int Count => _count;

    public void Wake() => Interlocked.Increment(ref _count);
}
