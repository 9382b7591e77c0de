using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Telemetry;

/// <summary>Where traces and metrics go. Nothing leaves the process unless this is set.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "RunBackCare:Telemetry";

    /// <summary>Of a collector that takes OTLP; empty for none.</summary>
    public Uri? Endpoint { get; set; }

    public TelemetryProtocol Protocol { get; set; } = TelemetryProtocol.Grpc;

    /// <summary>Between two reports of the metrics.</summary>
    public int EverySeconds { get; set; } = 60;
}

internal enum TelemetryProtocol
{
    Grpc,

    /// <summary>Protobuf over HTTP, mostly on port 4318.</summary>
    Http,
}

internal sealed class TelemetryOptionsCheck : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var faults = new SettingFaults(TelemetryOptions.Section);
        faults.Refuse(options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https"), nameof(options.Endpoint), "is no web address: where the collector takes OTLP", "http://127.0.0.1:4317");
        faults.Refuse(!Enum.IsDefined(options.Protocol), nameof(options.Protocol), "must be grpc or http", "grpc");
        faults.Refuse(options.EverySeconds is < 1 or > 3600, nameof(options.EverySeconds), "must be 1 to 3600", "60");
        return faults.Result();
    }
}
