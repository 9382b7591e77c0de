using Microsoft.AspNetCore.Connections;

namespace RunBackCare.Worker.Hosting;

/// <summary>What an operator can mend is told in one line each; anything else keeps its stack trace.</summary>
internal static class StartFault
{
    public static IReadOnlyList<string>? Lines(Exception fault) => fault switch
    {
        SettingsException settings => settings.Faults,
        InvalidDataException file => [$"The settings file cannot be read: {(file.InnerException ?? file).Message}"],
        IOException { InnerException: AddressInUseException } busy => [$"{busy.Message.TrimEnd('.')}. Set urls to a free one. Example: --urls http://127.0.0.1:8081"],
        FormatException address when address.Message.Contains("url", StringComparison.OrdinalIgnoreCase) => [$"{address.Message} Example: --urls http://127.0.0.1:8080"],
        _ => null,
    };
}
