using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using RunBackCare.Mail.Content;
using RunBackCare.Mail.Templates;
using RunBackCare.Planning;
using RunBackCare.Planning.Content;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.MailServers;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Delivery;

/// <summary>Delivery as the worker wires it, on a real database, with hand-written letters. A second office on the same database is a second process.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly ServiceProvider _services;

    private PostOffice(TestDatabase database, bool ownsDatabase, bool handWritten, IEnumerable<KeyValuePair<string, string?>> settings, IClock? clock = null, Policy? policy = null)
    {
        _database = database;
        _ownsDatabase = ownsDatabase;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Usual).AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddDatabase(database.ConnectionString)
            .AddSubscribers()
            .AddWeeklyPlans()
            .AddDelivery(configuration)
            .AddSingleton<CountedWakes>()
            .AddSingleton<IWakeDelivery>(provider => provider.GetRequiredService<CountedWakes>())
            .AddSingleton<IWakePlanning>(provider => provider.GetRequiredService<CountedWakes>())
            .AddSingleton(_ => LibraryReader.Read(Path.Combine(Templates, "content")).Require())
            .AddSingleton(_ => TemplateSet.Load(Templates).Require());
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        if (policy is not null)
        {
            services.AddSingleton(provider => WeekPlanner.Of(policy, provider.GetRequiredService<Library>()));
        }

        if (handWritten)
        {
            services.AddSingleton<HandWrittenLetters>().AddSingleton<ILetterWriter>(provider => provider.GetRequiredService<HandWrittenLetters>());
        }

        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static IReadOnlyDictionary<string, string?> Usual { get; } = new Dictionary<string, string?>
    {
        ["RunBackCare:Mail:From"] = "RunBackCare <plans@example.org>",
        ["RunBackCare:Mail:ReplyDomain"] = "reply.example.org",
        ["RunBackCare:Site:PublicUrl"] = "https://plans.example.org/",
        ["RunBackCare:Operator:Name"] = "Hill Practice",
        ["RunBackCare:Operator:PostalAddress"] = "1 Hill Road",
        ["RunBackCare:Operator:Contact"] = "help@example.org",
    };

    private static string Templates { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    public NpgsqlDataSource Database => Get<NpgsqlDataSource>();

    public SendQueuedMail Job => Get<SendQueuedMail>();

    public static async Task<PostOffice> OpenAsync(params (string Key, object Value)[] settings) =>
        new(await TestPostgres.CreateMigratedDatabaseAsync(), ownsDatabase: true, handWritten: true, Keyed(settings));

    /// <summary>With the letters that people get.</summary>
    public static async Task<PostOffice> WithRealLettersAsync(params (string Key, object Value)[] settings) =>
        new(await TestPostgres.CreateMigratedDatabaseAsync(), ownsDatabase: true, handWritten: false, Keyed(settings));

    public static Task<PostOffice> ForServerAsync(int port, params (string Key, object Value)[] settings) =>
        OpenAsync([("Smtp:Host", "127.0.0.1"), ("Smtp:Port", port), .. settings]);

    /// <summary>With the letters that people get, by a clock of the test's own.</summary>
    public static async Task<PostOffice> ByTheClockAsync(IClock clock, SmtpSink sink) =>
        new(await TestPostgres.CreateMigratedDatabaseAsync(), ownsDatabase: true, handWritten: false, Keyed(To(sink)), clock);

    /// <summary>A second process on the database of a first, which may be of another version.</summary>
    public PostOffice AnotherByTheClock(IClock clock, SmtpSink sink, Policy? policy = null) => new(_database, ownsDatabase: false, handWritten: false, Keyed(To(sink)), clock, policy);

    public PostOffice Second(params (string Key, object Value)[] settings) => new(_database, ownsDatabase: false, handWritten: true, Keyed(settings));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<DeliveryOutcome> SendAsync() => Job.RunAsync(TestContext.Current.CancellationToken);

    /// <summary>One week mail to each.</summary>
    public Task<IReadOnlyList<OutboxRow>> QueueAsync(params string[] addresses) => QueueAsync(MailKind.Week, 2, SubscriberState.Active, addresses);

    public Task<IReadOnlyList<OutboxRow>> QueueAsync(int people) => QueueAsync([.. Enumerable.Range(1, people).Select(n => $"runner{n}@example.org")]);

    public async Task<IReadOnlyList<OutboxRow>> QueueAsync(MailKind kind, short priority, SubscriberState state, params string[] addresses)
    {
        await using var db = await Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        var people = addresses.Select(address => Person(address, state)).ToList();
        db.AddRange(people);
        await db.SaveChangesAsync();
        var rows = people.Select(person => Row(person, kind, priority)).ToList();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        return rows;
    }

    /// <summary>Active people, due at that moment, without any mail.</summary>
    public async Task<IReadOnlyList<Subscriber>> StoreAsync(int count, Instant? due, Action<Subscriber>? change = null)
    {
        var people = Enumerable.Range(0, count).Select(_ => People.Someone(due: due)).ToList();
        people.ForEach(change ?? (_ => { }));
        await using var db = await Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        db.AddRange(people);
        await db.SaveChangesAsync();
        return people;
    }

    public async Task<IReadOnlyList<OutboxRow>> RowsAsync()
    {
        await using var db = await Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();
        return await db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    public async Task<OutboxRow> RowAsync(Guid id) => (await RowsAsync()).Single(row => row.Id == id);

    /// <summary>Lets the backoff of everything pass.</summary>
    public Task LaterAsync() => ExecuteAsync("update outbox set not_before = now() where state in ('queued', 'deferred', 'uncertain')");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDatabase)
        {
            await _database.DisposeAsync();
        }
    }

    private static (string Key, object Value)[] To(SmtpSink sink) => [("Smtp:Host", SmtpSink.Host), ("Smtp:Port", sink.Port)];

    private static IEnumerable<KeyValuePair<string, string?>> Keyed((string Key, object Value)[] settings) =>
        settings.Select(setting => KeyValuePair.Create($"RunBackCare:{setting.Key}", FormattableString.Invariant($"{setting.Value}")))!;

    private static OutboxRow Row(Subscriber person, MailKind kind, short priority)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            SubscriberId = person.Id,
            Kind = kind,
            Cause = $"test:{id}",
            Priority = priority,
            State = DeliveryState.Queued,
            NotBefore = Instant.FromUtc(2026, 1, 1, 0, 0),
            MessageId = $"{id:n}@reply.example.org",
            CreatedAt = SystemClock.Instance.GetCurrentInstant(),
        };
    }

    private static Subscriber Person(string address, SubscriberState state)
    {
        var person = People.Someone(state);
        person.Address = address;
        person.AddressKey = address.ToLowerInvariant();
        return person;
    }
}
