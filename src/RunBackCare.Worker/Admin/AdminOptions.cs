using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Admin;

/// <summary>Who may look at the dashboard, and who may act there. Without an account it is closed.</summary>
internal sealed class AdminOptions
{
    public const string Section = "RunBackCare:Admin";

    public List<AdminAccount> Accounts { get; } = [];

    public AdminAccount? Find(string? name) => Accounts.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase));
}

internal sealed class AdminAccount
{
    public string Name { get; set; } = "";

    /// <summary>As <c>runbackcare admin hash</c> prints it.</summary>
    public string Hash { get; set; } = "";

    public AdminRole Role { get; set; } = AdminRole.Viewer;
}

internal enum AdminRole
{
    /// <summary>Sees everything, changes nothing.</summary>
    Viewer,

    /// <summary>May also trigger, retry and remove.</summary>
    Admin,
}

internal sealed class AdminOptionsCheck : IValidateOptions<AdminOptions>
{
    public ValidateOptionsResult Validate(string? name, AdminOptions options)
    {
        var faults = new SettingFaults(AdminOptions.Section);
        foreach (var (index, account) in options.Accounts.Index())
        {
            var key = $"{nameof(options.Accounts)}:{index}";
            faults.Refuse(string.IsNullOrWhiteSpace(account.Name), $"{key}:{nameof(account.Name)}", "is missing", "anna");
            faults.Refuse(options.Find(account.Name) != account, $"{key}:{nameof(account.Name)}", "was given to another account already", "ben");
            faults.Refuse(!AdminPassword.IsHash(account.Hash), $"{key}:{nameof(account.Hash)}", "is missing or no hash; 'runbackcare admin hash' makes one", AdminPassword.Example);
        }

        return faults.Result();
    }
}
