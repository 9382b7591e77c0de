using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.MailServers;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Site;

/// <summary>Tests of pages that share one worker, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SharedSite : ICollectionFixture<SiteFixture>
{
    public const string Name = "site";
}

/// <summary>One worker with its site for all tests of pages. Each visitor comes from an address of their own, so that nobody uses up another's allowance.</summary>
public sealed partial class SiteFixture : IAsyncLifetime
{
    private readonly TestMailFolder _mails = new();
    private TestDatabase? _database;
    private TestWorker? _worker;
    private int _visitors;

    internal TestWorker Worker => _worker!;

    public string ConnectionString => _database!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _database = await TestPostgres.CreateMigratedDatabaseAsync();
        _worker = await TestWorker.StartAsync(_database.ConnectionString, [.. TestAccounts.Settings, ("RunBackCare:Pickup:Folder", _mails.Path), ("RunBackCare:Jobs:SendEverySeconds", "1"), ("RunBackCare:Jobs:PlanEverySeconds", "1")]);
        await _worker.UntilReadyAsync();
    }

    public HttpClient Visitor()
    {
        var number = Interlocked.Increment(ref _visitors);
        var visitor = Worker.Visitor();
        visitor.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.1.{number / 250}.{(number % 250) + 1}"));
        return visitor;
    }

    public static string NewAddress() => $"{Guid.NewGuid():n}@example.org";

    /// <summary>Waits for a mail to that address and takes the newest link to that page out of it.</summary>
    public async Task<string> MailedAsync(string address, string page)
    {
        var link = "";
        await Eventually.TrueAsync(() => (link = Mails(address).Select(text => Link(text, page)).LastOrDefault(l => l.Length > 0) ?? "").Length > 0);
        return link;
    }

    /// <summary>Text parts of all mails to that address, oldest first.</summary>
    public IReadOnlyList<string> Mails(string address) =>
        [.. _mails.Messages.Where(m => m.To.Mailboxes.Any(to => to.Address == address)).Select(m => m.TextBody ?? "")];

    internal async Task<RunBackCareDb> DbAsync() => await Worker.Get<IDbContextFactory<RunBackCareDb>>().CreateDbContextAsync();

    internal async Task<T> ReadAsync<T>(Func<RunBackCareDb, Task<T>> read)
    {
        await using var db = await DbAsync();
        return await read(db);
    }

    internal Task<Subscriber?> FindAsync(string address) => ReadAsync(db => db.Subscribers.AsNoTracking().SingleOrDefaultAsync(s => s.AddressKey == address));

    internal Task<Subscriber> PersonAsync(long id) => ReadAsync(db => db.Subscribers.AsNoTracking().SingleAsync(s => s.Id == id));

    /// <summary>Somebody with a plan whose first week is there.</summary>
    public async Task<long> RunnerAsync()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var id = await SamplePeople.AddActiveAsync(Worker.Services, now, now);
        Worker.Get<IWakePlanning>().Wake();
        await Eventually.TrueAsync(() => ReadAsync(db => db.Weeks.AnyAsync(w => w.SubscriberId == id)));
        return id;
    }

    public async Task<string> TokenAsync(long id, string purpose) => (await CodecAsync()).Write(Token.For(await PersonAsync(id), Enum.Parse<TokenPurpose>(purpose), Monday()));

    /// <param name="minutesAgo">How long ago the link was mailed.</param>
    public async Task<string> HourTokenAsync(long id, int minutesAgo = 0, string purpose = "OwnPages") =>
        (await CodecAsync()).Write(Token.ForAnHour(await PersonAsync(id), Enum.Parse<TokenPurpose>(purpose), SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(minutesAgo)));

    /// <summary>A visitor whose mailed link has set the cookie.</summary>
    public async Task<HttpClient> OwnerAsync(long id)
    {
        var visitor = Visitor();
        using var opened = await visitor.GetAsync(new Uri($"/me/{await HourTokenAsync(id)}", UriKind.Relative));
        Assert.Equal("/me", opened.Headers.Location?.OriginalString);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.DisposeAsync();
        await _database!.DisposeAsync();
        _mails.Dispose();
    }

    private async Task<TokenCodec> CodecAsync() => await Worker.Get<TokenKeys>().CodecAsync(CancellationToken.None);

    private static LocalDate Monday() => SystemClock.Instance.GetCurrentInstant().InUtc().Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static string Link(string text, string page) => Links().Matches(text).Select(m => m.Groups["path"].Value).LastOrDefault(path => path.StartsWith($"/{page}/", StringComparison.Ordinal)) ?? "";

    [GeneratedRegex("https://plans\\.example\\.org(?<path>/[a-z]+/[a-z2-7]{47})", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
