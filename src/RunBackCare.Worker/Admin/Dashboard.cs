using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;
using RunBackCare.Worker.Site;

namespace RunBackCare.Worker.Admin;

/// <summary>Hangfire's dashboard behind our login, with our page in its navigation.</summary>
internal static class Dashboard
{
    public const string Path = "/hangfire";

    public static void MapDashboard(this WebApplication app)
    {
        DashboardPages.AddOnce();
        app.MapHangfireDashboardWithAuthorizationPolicy(AdminAccess.Policy, Path, new DashboardOptions
        {
            DashboardTitle = "RunBackCare",
            AppPath = null,
            DisplayStorageConnectionString = false,
            IsReadOnlyFunc = context => !AdminAccess.MayAct(context.GetHttpContext().User),
            DisplayNameFunc = (_, job) => NameOf(job),
        }).WithMetadata(PagePolicy.Dashboard);
    }

    /// <summary>The class of a job is a verb phrase: "PlanDueWeeks" reads "Plan due weeks".</summary>
    public static string NameOf(Job job) =>
        string.Concat(job.Type.Name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
