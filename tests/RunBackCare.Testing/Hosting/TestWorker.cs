using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Testing.Hosting;

/// <summary>The whole worker as <c>serve</c> builds it, on a loopback port inside the test's process, writing its mails into a folder.</summary>
public sealed class TestWorker : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _mails = Directory.CreateTempSubdirectory("runbackcare-mails-");

    private TestWorker(string connectionString, IEnumerable<(string Key, string Value)> settings, Action<WebApplicationBuilder>? change)
    {
        IEnumerable<(string Key, string Value)> all =
        [
            ("ConnectionStrings:RunBackCare", connectionString),
            ("urls", "http://127.0.0.1:0"),
            .. Complete(_mails.FullName),
            .. settings,
        ];
        _app = WorkerHost.Build([.. all.Select(setting => $"--{setting.Key}={setting.Value}")], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            change?.Invoke(builder);
        });
    }

    public TestLog Log { get; } = new();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    /// <summary>The least that a configuration has to say, but for the database.</summary>
    public static IEnumerable<(string Key, string Value)> Complete(string mailFolder) =>
    [
        ("RunBackCare:Site:PublicUrl", "https://plans.example.org"),
        ("RunBackCare:Pickup:Folder", mailFolder),
        ("RunBackCare:Mail:From", "RunBackCare <plans@example.org>"),
        ("RunBackCare:Mail:ReplyDomain", "reply.example.org"),
        ("RunBackCare:Operator:Name", "Hill Practice"),
        ("RunBackCare:Operator:PostalAddress", "1 Hill Road, Springfield"),
        ("RunBackCare:Operator:Contact", "help@example.org"),
    ];

    /// <summary>Built, but neither listening nor working.</summary>
    public static TestWorker Build(string connectionString, IEnumerable<(string Key, string Value)>? settings = null, Action<WebApplicationBuilder>? change = null) =>
        new(connectionString, settings ?? [], change);

    /// <summary>Listening; its jobs run as soon as the database is ready.</summary>
    public static async Task<TestWorker> StartAsync(
        string connectionString, IEnumerable<(string Key, string Value)>? settings = null, Action<WebApplicationBuilder>? change = null)
    {
        var worker = Build(connectionString, settings, change);
        await worker._app.StartAsync();
        return worker;
    }

    /// <summary>A visitor with a cookie jar of their own who looks at each redirect.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public async Task<HttpStatusCode> ReadinessAsync()
    {
        using var visitor = Visitor();
        using var answer = await visitor.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.StatusCode;
    }

    public Task UntilReadyAsync() => Eventually.TrueAsync(async () => await ReadinessAsync() is HttpStatusCode.OK);

    public Task UntilUnreadyAsync() => Eventually.TrueAsync(async () => await ReadinessAsync() is HttpStatusCode.ServiceUnavailable);

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _mails.Delete(recursive: true);
    }
}
