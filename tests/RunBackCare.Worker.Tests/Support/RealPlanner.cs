using RunBackCare.Mail.Content;
using RunBackCare.Planning;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Tests.Support;

/// <summary>The planner as it is, with the content that is shipped.</summary>
internal static class RealPlanner
{
    private static readonly Lazy<WeekPlanner> Made = new(() =>
        WeekPlanner.Of(Policy.Current, LibraryReader.Read(Path.Combine(AppContext.BaseDirectory, "templates", "content")).Require()));

    public static WeekPlanner Value => Made.Value;
}
