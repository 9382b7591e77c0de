using Npgsql;
using RunBackCare.Worker.Database;

namespace RunBackCare.Worker.Hosting;

/// <summary>Everything that is wrong with the configuration, told at once and before anything starts.</summary>
internal static class SettingsCheck
{
    private const string Root = "RunBackCare";

    /// <exception cref="SettingsException">At least one setting is missing or wrong.</exception>
    public static void ThrowIfFaulty(IServiceProvider services, IConfiguration configuration)
    {
        // Options may ask for each other, so that one fault can turn up twice.
        List<string> faults = [.. ConnectionFaults(configuration).Concat(SectionFaults(services, configuration)).Distinct(StringComparer.Ordinal)];
        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }
    }

    private static IEnumerable<string> SectionFaults(IServiceProvider services, IConfiguration configuration)
    {
        var sections = services.GetServices<SettingsSection>().ToDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);
        var unknown = configuration.GetSection(Root).GetChildren().Where(child => !sections.ContainsKey(child.Path))
            .Select(child => $"{child.Path} is not a setting; known are {string.Join(", ", sections.Keys.Order(StringComparer.Ordinal))}");
        return unknown.Concat(sections.Values.SelectMany(section => Faults(section, services, configuration)));
    }

    // What does not fit its type cannot be bound, so its meaning is not asked for.
    private static IEnumerable<string> Faults(SettingsSection section, IServiceProvider services, IConfiguration configuration) =>
        section.Shape(configuration).ToList() is { Count: > 0 } shape ? shape : section.Meaning(services);

    private static IEnumerable<string> ConnectionFaults(IConfiguration configuration)
    {
        const string Key = $"ConnectionStrings:{DatabaseServices.ConnectionName}";
        const string Example = "\"Host=127.0.0.1;Database=runbackcare;Username=runbackcare;Password=secret\"";
        var text = configuration.GetConnectionString(DatabaseServices.ConnectionName);
        if (string.IsNullOrWhiteSpace(text))
        {
            return [SettingFaults.Text(Key, "is missing: it says where PostgreSQL is", Example)];
        }

        try
        {
            return string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(text).Host) ? [SettingFaults.Text(Key, "names no Host", Example)] : [];
        }
        catch (ArgumentException)
        {
            // The driver's message may repeat the password.
            return [SettingFaults.Text(Key, "cannot be read", Example)];
        }
    }
}
