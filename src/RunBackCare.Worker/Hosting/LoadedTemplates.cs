using Microsoft.Extensions.Options;
using RunBackCare.Mail.Content;
using RunBackCare.Mail.Templates;
using RunBackCare.Planning.Content;

namespace RunBackCare.Worker.Hosting;

/// <summary>What an editor keeps, read once: every file is sound, or the program does not start.</summary>
internal sealed record LoadedTemplates(Library Library, TemplateSet Set)
{
    public const string ContentFolder = "content";

    /// <exception cref="SettingsException">One line a fault, with file and line.</exception>
    public static LoadedTemplates Load(string directory)
    {
        var content = LibraryReader.Read(Path.Combine(directory, ContentFolder));
        var set = TemplateSet.Load(directory);
        List<string> faults =
        [
            .. set.Faults.Select(fault => $"{Path.Combine(directory, fault.File)}:{fault.Line}: {fault.Message}"),
            .. content.Faults.Select(fault => $"{Path.Combine(directory, ContentFolder, fault.File)}:{fault.Line}: {fault.Message}"),
        ];
        return faults.Count == 0 ? new(content.Require(), set.Require()) : throw new SettingsException(faults);
    }
}

internal static class TemplateServices
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton(provider => LoadedTemplates.Load(provider.GetRequiredService<IOptions<TemplatesOptions>>().Value.Directory))
        .AddSingleton(provider => provider.GetRequiredService<LoadedTemplates>().Library)
        .AddSingleton(provider => provider.GetRequiredService<LoadedTemplates>().Set);
}
