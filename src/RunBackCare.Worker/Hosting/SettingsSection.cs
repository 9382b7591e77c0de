using Microsoft.Extensions.Options;

namespace RunBackCare.Worker.Hosting;

/// <summary>A section of the configuration and the options it is bound to, remembered so that all of them can be checked before anything starts.</summary>
/// <param name="Key">From the root, such as <c>RunBackCare:Jobs</c>.</param>
/// <param name="Shape">Keys that do not exist and values of the wrong kind.</param>
/// <param name="Meaning">What the options' own check says.</param>
internal sealed record SettingsSection(string Key, Func<IConfiguration, IEnumerable<string>> Shape, Func<IServiceProvider, IEnumerable<string>> Meaning)
{
    public static SettingsSection Of<T>(string key)
        where T : class => new(key, configuration => SettingsShape.Faults(configuration.GetSection(key), typeof(T)), MeaningOf<T>);

    private static IEnumerable<string> MeaningOf<T>(IServiceProvider services)
        where T : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<T>>().Value;
            return [];
        }
        catch (OptionsValidationException faults)
        {
            return faults.Failures;
        }
    }
}
