using Hangfire;
using Hangfire.Dashboard;

namespace RunBackCare.Worker.Admin;

/// <summary>Hangfire keeps its menu and routes for the whole process, so ours are added once however many hosts are built.</summary>
internal static class DashboardPages
{
    private static readonly Lazy<bool> Added = new(Add);

    public static void AddOnce() => _ = Added.Value;

    private static bool Add()
    {
        DashboardRoutes.Routes.Add(MailsPage.Route, new MailsDispatcher());
        NavigationMenu.Items.Insert(0, page => new MenuItem("Mails", page.Url.To(MailsPage.Route))
        {
            Active = page.RequestPath.StartsWith(MailsPage.Route, StringComparison.Ordinal),
        });
        NavigationMenu.Items.Add(_ => new MenuItem("Sign out", "/logout"));
        GlobalConfiguration.Configuration.UseJobDetailsRenderer(0, job => new NonEscapedString(
            $"<p class=\"alert alert-info\">What this job planned and sent is on <a href=\"{job.Page.Url.To(MailsPage.Route)}\">Mails</a>.</p>"));
        return true;
    }
}
