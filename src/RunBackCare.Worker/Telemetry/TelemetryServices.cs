using Microsoft.AspNetCore.Routing;
using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Telemetry;

internal static class TelemetryServices
{
    private const string Service = "runbackcare";

    /// <summary>Off unless a collector is configured.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<TelemetryOptions, TelemetryOptionsCheck>(configuration, TelemetryOptions.Section);
        if (!Uri.TryCreate(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Endpoint)}"], UriKind.Absolute, out var endpoint))
        {
            return services;
        }

        // What does not fit is told by the check, before anything starts.
        var protocol = Enum.TryParse<TelemetryProtocol>(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.Protocol)}"], ignoreCase: true, out var wanted) ? wanted : TelemetryProtocol.Grpc;
        var seconds = int.TryParse(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.EverySeconds)}"], out var every) && every > 0 ? every : new TelemetryOptions().EverySeconds;
        services.AddHostedService<BacklogWatch>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service))
            .WithTracing(traces => traces
                .AddSource(Instruments.Name)
                .AddAspNetCoreInstrumentation(web => web.EnrichWithHttpResponse = (activity, response) => HideTokens(activity, response.HttpContext))
                .AddNpgsql()
                .AddOtlpExporter(otlp => Send(otlp, endpoint, protocol, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(Instruments.Name)
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter((otlp, reader) =>
                {
                    Send(otlp, endpoint, protocol, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = seconds * 1000;
                }));
        return services;
    }

    private static void Send(OtlpExporterOptions otlp, Uri endpoint, TelemetryProtocol protocol, string signal)
    {
        otlp.Protocol = protocol == TelemetryProtocol.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        otlp.Endpoint = protocol == TelemetryProtocol.Http ? new($"{endpoint.AbsoluteUri.TrimEnd('/')}/{signal}") : endpoint;
    }

    /// <summary>Addresses of pages hold tokens: a trace names the page, and nobody's.</summary>
    private static void HideTokens(System.Diagnostics.Activity activity, HttpContext context)
    {
        activity.SetTag("url.path", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)");
        activity.SetTag("url.query", null);
    }
}
