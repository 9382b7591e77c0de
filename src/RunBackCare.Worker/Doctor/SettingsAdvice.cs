using Microsoft.Extensions.Options;
using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Site;

namespace RunBackCare.Worker.Doctor;

/// <summary>Settings that are sound, and still not what somebody wants who sleeps at night.</summary>
internal sealed class SettingsAdvice(IOptions<AdminOptions> admin, IOptions<AlertOptions> alerts, IOptions<SiteOptions> site)
{
    private const string Part = "configuration";

    public IEnumerable<Finding> Run()
    {
        yield return Finding.Ok(Part, "Every setting is known and sound; templates and content are too.");
        if (admin.Value.Accounts.Count == 0)
        {
            yield return Finding.Warning(Part, "Nobody can sign in to the control room.", "runbackcare admin hash, then RunBackCare__Admin__Accounts__0__Name, __Hash and __Role.");
        }

        if (string.IsNullOrEmpty(alerts.Value.To))
        {
            yield return Finding.Warning(Part, "Nobody is told of safety signs and faults by mail.", "Set RunBackCare__Alerts__To=operator@example.org.");
        }

        if (!site.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            yield return Finding.Warning(Part, "Links in mails are not encrypted.", "Put the site behind TLS, and set RunBackCare__Site__PublicUrl=https://…");
        }
    }
}
