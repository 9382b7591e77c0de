using Hangfire;
using Hangfire.Dashboard;
using RunBackCare.Worker.Admin.Mails;

namespace RunBackCare.Worker.Admin;

/// <summary>Hangfire keeps its menu and routes for the whole process, so ours are added once however many hosts are built.</summary>
internal static class DashboardPages
{
    private static readonly string[] Ours = ["Mails", "Safety", "Replies", "Suppressed", "People"];
    private static readonly Lazy<bool> Added = new(Add);

    public static void AddOnce() => _ = Added.Value;

    private static bool Add()
    {
        foreach (var (index, name) in Ours.Index())
        {
            NavigationMenu.Items.Insert(index, page => new MenuItem(name, page.Url.To($"/{name.ToLowerInvariant()}")));
        }

        NavigationMenu.Items.Add(_ => new MenuItem("Sign out", "/logout"));
        GlobalConfiguration.Configuration
            .UseDashboardMetrics([.. DashboardNumbers.All])
            .UseJobDetailsRenderer(0, _ => new NonEscapedString($"<p class=\"alert alert-info\">What this job planned and sent is on <a href=\"{MailsPage.Address}\">Mails</a>.</p>"));
        return true;
    }
}
