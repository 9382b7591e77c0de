using RunBackCare.Planning;
using RunBackCare.Planning.Content;

namespace RunBackCare.Worker.WeeklyPlans;

internal static class WeeklyPlanServices
{
    /// <summary>The planner and its job. Needs the database, subscribers, and the content library.</summary>
    public static IServiceCollection AddWeeklyPlans(this IServiceCollection services) => services
        .AddSingleton(provider => WeekPlanner.Of(Policy.Current, provider.GetRequiredService<Library>()))
        .AddSingleton<WeekRevisions>()
        .AddSingleton<Replay>()
        .AddSingleton<PlanDueWeeks>();
}
