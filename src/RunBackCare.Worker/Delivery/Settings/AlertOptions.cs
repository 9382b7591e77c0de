using Microsoft.Extensions.Options;
using MimeKit;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery.Settings;

/// <summary>Who of the operator's is told when somebody has to look.</summary>
internal sealed class AlertOptions
{
    public const string Section = "RunBackCare:Alerts";

    /// <summary>Empty where alerts stay on the admin pages.</summary>
    public string? To { get; set; }

    /// <summary>How long the same fault is not told again. Safety signs are told each time.</summary>
    public int CooldownMinutes { get; set; } = 60;
}

internal sealed class AlertOptionsCheck : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var faults = new SettingFaults(AlertOptions.Section);
        faults.Refuse(options.To is { Length: > 0 } to && !MailboxAddress.TryParse(to, out _), nameof(options.To), "is no address: whoever looks after safety signs and faults", "operator@example.org");
        faults.Refuse(options.CooldownMinutes is < 1 or > 10_080, nameof(options.CooldownMinutes), "must be 1 to 10080", "60");
        return faults.Result();
    }
}
