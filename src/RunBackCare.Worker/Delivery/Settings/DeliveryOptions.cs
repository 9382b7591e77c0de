using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery.Settings;

/// <summary>How the outbox is worked through.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "RunBackCare:Delivery";

    private static readonly int[] UsualBackoff = [60, 300, 900, 3600, 10_800, 21_600];

    /// <summary>How long a claimed mail belongs to its lane; renewed before each send.</summary>
    public int LeaseSeconds { get; set; } = 300;

    /// <summary>Waits after the first, second … failed attempt; the last is used from then on. Empty for 1, 5, 15 min, 1, 3, 6 h.</summary>
    public int[] BackoffSeconds { get; set; } = [];

    /// <summary>Answers of a server to one mail before it is given up.</summary>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>Mails a lane claims at once.</summary>
    public int ClaimSize { get; set; } = 20;

    /// <summary>How long one run of the job goes on claiming: jobs are short, whatever the queue.</summary>
    public int RunSeconds { get; set; } = 120;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <param name="attempts">Attempts so far, 1 or more.</param>
    public TimeSpan BackoffAfter(int attempts)
    {
        var steps = BackoffSeconds is { Length: > 0 } own ? own : UsualBackoff;
        return TimeSpan.FromSeconds(steps[Math.Clamp(attempts, 1, steps.Length) - 1]);
    }
}

internal sealed class DeliveryOptionsCheck(IOptions<SmtpOptions> smtp) : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var faults = new SettingFaults(DeliveryOptions.Section);
        faults.Refuse(options.LeaseSeconds is < 1 or > 3600, nameof(options.LeaseSeconds), "must be 1 to 3600", "300");
        faults.Refuse(
            options.LeaseSeconds <= smtp.Value.TimeoutSeconds,
            nameof(options.LeaseSeconds),
            $"must be longer than {SmtpOptions.Section}:{nameof(SmtpOptions.TimeoutSeconds)}, or a slow mail could go out twice",
            (smtp.Value.TimeoutSeconds * 5).ToString(System.Globalization.CultureInfo.InvariantCulture));
        faults.Refuse(options.BackoffSeconds.Any(s => s is < 0 or > 86_400), nameof(options.BackoffSeconds), "must be 0 to 86400 each", "60");
        faults.Refuse(options.MaxAttempts < 1, nameof(options.MaxAttempts), "must be 1 or more", "12");
        faults.Refuse(options.ClaimSize is < 1 or > 1000, nameof(options.ClaimSize), "must be 1 to 1000", "20");
        faults.Refuse(options.RunSeconds is < 1 or > 3600, nameof(options.RunSeconds), "must be 1 to 3600", "120");
        return faults.Result();
    }
}
