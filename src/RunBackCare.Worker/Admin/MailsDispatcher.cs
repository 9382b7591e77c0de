using Hangfire.Dashboard;

namespace RunBackCare.Worker.Admin;

/// <summary>Hangfire renders its pages in one go, so what they show is fetched before, without blocking a thread.</summary>
internal sealed class MailsDispatcher : IDashboardDispatcher
{
    /// <summary>Written by hand into the response: the page needs no script to stay fresh.</summary>
    private const string RefreshSeconds = "10";

    public async Task Dispatch(DashboardContext context)
    {
        var http = context.GetHttpContext();
        var mails = await http.RequestServices.GetRequiredService<MailsOverview>().ReadAsync(http.RequestAborted);
        var still = http.Request.Query.ContainsKey(MailsPage.StillQuery);
        if (!still)
        {
            http.Response.Headers["Refresh"] = RefreshSeconds;
        }

        // The one public way to have Hangfire render a page into its own layout.
        var routes = new Hangfire.Dashboard.RouteCollection();
        routes.AddRazorPage(".*", _ => new MailsPage(mails, still));
        await routes.FindDispatcher("").Item1.Dispatch(context);
    }
}
