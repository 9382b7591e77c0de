using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery.Settings;

/// <summary>Who runs this installation; in every footer and on the privacy page.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "RunBackCare:Operator";

    public string Name { get; set; } = "";

    public string PostalAddress { get; set; } = "";

    public string Contact { get; set; } = "";
}

internal sealed class OperatorOptionsCheck : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options)
    {
        var faults = new SettingFaults(OperatorOptions.Section);
        faults.Refuse(string.IsNullOrWhiteSpace(options.Name), nameof(options.Name), "is missing: people must know who writes to them", "\"Physio Practice Hill\"");
        faults.Refuse(string.IsNullOrWhiteSpace(options.PostalAddress), nameof(options.PostalAddress), "is missing: the law of most countries asks for it in every mail", "\"1 Hill Road, Springfield\"");
        faults.Refuse(string.IsNullOrWhiteSpace(options.Contact), nameof(options.Contact), "is missing: an address or number that a person answers", "help@example.org");
        return faults.Result();
    }
}
