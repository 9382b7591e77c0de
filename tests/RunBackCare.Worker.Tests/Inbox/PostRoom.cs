using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using NodaTime.Testing;
using RunBackCare.Mail.Content;
using RunBackCare.Mail.Templates;
using RunBackCare.Testing.Databases;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Tests.Delivery;
using RunBackCare.Worker.Tests.Support;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Inbox;

/// <summary>Planning, sending and reading as the worker wires them, on a real database, with the planner, content and letters that are shipped. Only the clock stands still.</summary>
internal sealed class PostRoom : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbackcare-post-");
    private readonly ServiceProvider _services;
    private int _replies;

    private PostRoom(TestDatabase database, (string Key, string Value)[] settings)
    {
        _database = database;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(PostOffice.Usual)
            .AddInMemoryCollection([new("RunBackCare:Pickup:Folder", Path.Combine(_folder.FullName, "out")), new("RunBackCare:Alerts:To", "operator@example.org"), new("RunBackCare:Inbox:Folder", In)])
            .AddInMemoryCollection(settings.Reverse().DistinctBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IClock>(Clock)
            .AddDatabase(database.ConnectionString)
            .AddSubscribers()
            .AddWeeklyPlans()
            .AddDelivery(configuration)
            .AddInbox(configuration)
            .AddSingleton<IWakeDelivery, CountedWakes>()
            .AddSingleton<IWakePlanning, CountedWakes>()
            .AddSingleton<IWakeInbox, CountedWakes>()
            .AddSingleton(_ => LibraryReader.Read(Path.Combine(Templates, "content")).Require())
            .AddSingleton(_ => TemplateSet.Load(Templates).Require())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 12, 6, 16, 0));

    /// <summary>Where answers arrive, unless the settings name a mailbox.</summary>
    public string In => Path.Combine(_folder.FullName, "in");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Templates { get; } = Path.Combine(AppContext.BaseDirectory, "templates");

    public static async Task<PostRoom> OpenAsync(params (string Key, string Value)[] settings) => new(await TestPostgres.CreateMigratedDatabaseAsync(), settings);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> ReadAsync<T>(Func<RunBackCareDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(Cancellation);
        return await read(db);
    }

    public async Task StoreAsync(params object[] rows)
    {
        await using var db = await Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(Cancellation);
        await db.AddRangeAsync(rows, Cancellation);
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>Joins at that local moment and gets the first week at once.</summary>
    public async Task<Subscriber> JoinAsync(LocalDateTime at, Subscriber? someone = null)
    {
        someone ??= People.Someone();
        SetTime(someone, at);
        someone.JoinedOn = at.Date;
        someone.NextPlanAt = Clock.GetCurrentInstant();
        await StoreAsync(someone);
        await PlanAndSendAsync();
        return someone;
    }

    /// <summary>Lets the jobs do what is due at the person's local moment.</summary>
    public async Task LiveUntilAsync(Subscriber person, LocalDateTime at)
    {
        SetTime(person, at);
        await PlanAndSendAsync();
    }

    /// <summary>The person writes at their local moment, and it is read at once.</summary>
    public async Task<InboundMessage> ReplyAsync(Subscriber person, LocalDateTime at, string words, string aside = "")
    {
        SetTime(person, at);
        await using var db = await Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync(Cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        var subscriber = (await db.LockSubscriberAsync(person.Id, Cancellation))!;
        var inbound = new InboundMessage
        {
            MessageKey = $"reply{++_replies}@example.org",
            Origin = "test",
            SubscriberId = person.Id,
            ArrivedAt = Clock.GetCurrentInstant(),
            Outcome = InboundOutcome.Read,
            CreatedAt = Clock.GetCurrentInstant(),
        };
        db.InboundMessages.Add(inbound);
        await db.SaveChangesAsync(Cancellation);
        await Get<AnswerReply>().AnswerAsync(db, subscriber, inbound, new(words, aside, at), Clock.GetCurrentInstant(), Cancellation);
        await transaction.CommitAsync(Cancellation);
        await PlanAndSendAsync();
        return inbound;
    }

    /// <summary>Puts a message where answers arrive, as of the present moment.</summary>
    public void Drop(MimeMessage message, string? name = null)
    {
        Directory.CreateDirectory(In);
        var file = Path.Combine(In, name ?? $"{++_replies:D5}.eml");
        message.WriteTo(file, Cancellation);
        File.SetLastWriteTimeUtc(file, Clock.GetCurrentInstant().ToDateTimeUtc());
    }

    /// <summary>The message comes in and is read.</summary>
    public async Task<InboundMessage> TakeAsync(MimeMessage message)
    {
        Drop(message);
        await ReadAndSendAsync();
        return await LatestAsync();
    }

    /// <summary>What the jobs do each minute.</summary>
    public async Task<int> ReadAndSendAsync()
    {
        var read = await Get<ReadReplies>().RunAsync(Cancellation);
        await PlanAndSendAsync();
        return read;
    }

    public Task<InboundMessage> LatestAsync() => ReadAsync(db => db.InboundMessages.AsNoTracking().OrderByDescending(m => m.Id).FirstAsync());

    public Task<List<InboundMessage>> AllAsync() => ReadAsync(db => db.InboundMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    /// <summary>An address of theirs as a mail of this week carries it.</summary>
    public async Task<string> AddressAsync(Subscriber person, TokenPurpose purpose) =>
        $"{(purpose == TokenPurpose.Bounce ? "bounce" : "reply")}+{(await Get<TokenKeys>().CodecAsync(Cancellation)).Write(Token.For(await AsStoredAsync(person), purpose, new(2026, 12, 7)))}@reply.example.org";

    /// <summary>What they would write at the present moment with the mail before them.</summary>
    public async Task<MimeMessage> AnswerOfAsync(Subscriber person, string words) => IncomingMails.Reply(person.Address, await AddressAsync(person, TokenPurpose.Reply), words, Clock.GetCurrentInstant());

    public Task<Subscriber> AsStoredAsync(Subscriber person) => ReadAsync(db => db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == person.Id));

    /// <summary>Highest revision of each week, in order.</summary>
    public async Task<IReadOnlyList<WeekRow>> WeeksAsync(Subscriber person) =>
        [.. (await RevisionsAsync(person)).GroupBy(w => w.StartsOn).Select(revisions => revisions.Last())];

    public Task<List<WeekRow>> RevisionsAsync(Subscriber person) =>
        ReadAsync(db => db.Weeks.AsNoTracking().Where(w => w.SubscriberId == person.Id).OrderBy(w => w.StartsOn).ThenBy(w => w.Revision).ToListAsync());

    /// <summary>In the order they go out. The clock stands still, so that the IDs of one moment's mails stand in no order.</summary>
    public async Task<IReadOnlyList<OutboxRow>> MailsAsync(Subscriber person) =>
        [.. (await ReadAsync(db => db.Outbox.AsNoTracking().Where(m => m.SubscriberId == person.Id).ToListAsync())).OrderBy(m => m.CreatedAt).ThenBy(m => m.Priority).ThenBy(m => m.Kind)];

    public async Task<IReadOnlyList<MailKind>> KindsAsync(Subscriber person) => [.. (await MailsAsync(person)).Select(m => m.Kind)];

    /// <summary>The text part of a mail as it is sent.</summary>
    public async Task<string> TextAsync(OutboxRow mail)
    {
        var claimed = await ReadAsync(db => db.Outbox.Where(m => m.Id == mail.Id).AsClaimed().SingleAsync());
        var written = await Get<ILetterWriter>().WriteAsync(claimed, Cancellation);
        return Assert.IsType<WrittenLetter.Ready>(written).Letter.Message.TextBody!;
    }

    /// <summary>Whom mails went to, as the files they became say.</summary>
    public async Task<IReadOnlyList<string>> SentToAsync()
    {
        var to = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.FullName, "out"), "*.eml"))
        {
            to.AddRange((await MimeMessage.LoadAsync(file, Cancellation)).To.Mailboxes.Select(m => m.Address));
        }

        return to;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public void SetTime(Subscriber person, LocalDateTime at) => Clock.Reset(at.InZoneLeniently(DateTimeZoneProviders.Tzdb[person.Zone]).ToInstant());

    private async Task PlanAndSendAsync()
    {
        await Get<PlanDueWeeks>().RunAsync(Cancellation);
        await Get<SendQueuedMail>().RunAsync(Cancellation);
    }
}
