using Microsoft.Extensions.Options;

namespace RunBackCare.Worker.Hosting;

/// <summary>Where the templates and the content library lie.</summary>
internal sealed class TemplatesOptions
{
    public const string Section = "RunBackCare:Templates";

    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "templates");
}

internal sealed class TemplatesOptionsCheck : IValidateOptions<TemplatesOptions>
{
    public ValidateOptionsResult Validate(string? name, TemplatesOptions options)
    {
        var faults = new SettingFaults(TemplatesOptions.Section);
        faults.Refuse(!Directory.Exists(options.Directory), nameof(options.Directory), $"is '{options.Directory}', which is not there", "/etc/runbackcare/templates");
        return faults.Result();
    }
}
