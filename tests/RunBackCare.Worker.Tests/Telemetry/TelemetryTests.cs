using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using RunBackCare.Testing;
using RunBackCare.Testing.Databases;
using RunBackCare.Testing.Hosting;
using RunBackCare.Testing.People;
using RunBackCare.Worker.Tests.Hosting;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_numbers_and_traces_and_nothing_of_anybody()
    {
        await using var collector = await Collector.StartAsync();
        await using var database = await TestPostgres.CreateMigratedDatabaseAsync();
        await using var worker = await TestWorker.StartAsync(database.ConnectionString, [("RunBackCare:Telemetry:Endpoint", collector.Address), ("RunBackCare:Telemetry:Protocol", "Http"), ("RunBackCare:Telemetry:EverySeconds", "1")]);
        await worker.UntilReadyAsync();
        var now = SystemClock.Instance.GetCurrentInstant();
        var person = await SamplePeople.AddActiveAsync(worker.Services, now, now);
        var token = await SamplePeople.LeaveTokenAsync(worker.Services, person);
        using var visitor = worker.Visitor();
        await visitor.AskAsync($"/leave/{token}");

        // By its schedule the next planning may be five minutes away.
        worker.Services.GetRequiredService<IWakePlanning>().Wake();

        await Eventually.TrueAsync(() => new[] { "runbackcare.weeks", "runbackcare.mails", "runbackcare.plans.lag", "runbackcare.outbox.length" }.All(collector.Metrics.Contains));
        await Eventually.TrueAsync(() => new[] { "PlanDueWeeks", "SendQueuedMail", "leave/{token}" }.All(collector.Traces.Contains));
        foreach (var secret in new[] { token, await SamplePeople.AddressAsync(worker.Services, person) })
        {
            Assert.DoesNotContain(secret, collector.Traces + collector.Metrics, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Takes OTLP over HTTP. Protobuf keeps texts as they are, so they can be looked for in its bytes.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentDictionary<string, string> _bodies = new(StringComparer.Ordinal);

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/v1/{signal}", TakeAsync);
        }

        public string Address => _app.Urls.First();

        public string Metrics => _bodies.GetValueOrDefault("metrics", "");

        public string Traces => _bodies.GetValueOrDefault("traces", "");

        public static async Task<Collector> StartAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync();
            return collector;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        private async Task<IResult> TakeAsync(string signal, HttpRequest request)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = Encoding.Latin1.GetString(body.ToArray());
            _bodies.AddOrUpdate(signal, text, (_, before) => before + text);
            return Results.Bytes([], "application/x-protobuf");
        }
    }
}
