using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery.Settings;

/// <summary>A folder that receives each mail as a file, in place of a server.</summary>
internal sealed class PickupOptions
{
    public const string Section = "RunBackCare:Pickup";

    /// <summary>Made where it is missing; empty where mail goes to a server.</summary>
    public string? Folder { get; set; }
}

internal sealed class PickupOptionsCheck : IValidateOptions<PickupOptions>
{
    public ValidateOptionsResult Validate(string? name, PickupOptions options)
    {
        var faults = new SettingFaults(PickupOptions.Section);
        faults.Refuse(File.Exists(options.Folder), nameof(options.Folder), "is a file: name a folder", "/var/lib/runbackcare/mail");
        return faults.Result();
    }
}
