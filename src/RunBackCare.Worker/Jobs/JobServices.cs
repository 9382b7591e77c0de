using Hangfire;
using Hangfire.AspNetCore;
using Microsoft.Extensions.Options;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Jobs;

internal static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<JobsOptions, JobsOptionsCheck>(configuration, JobsOptions.Section);

        // Registered before AddHangfire, which would otherwise hand out its process-wide statics.
        services.AddSingleton<JobStorage>(provider => JobStore.Create(
            provider.GetRequiredService<IConfiguration>().GetConnectionString(DatabaseServices.ConnectionName)!,
            provider.GetRequiredService<IOptions<JobsOptions>>().Value));
        services.AddSingleton<JobActivator, AspNetCoreJobActivator>();
        services.AddSingleton(JobFilters.Create());
        services.AddHangfire((provider, configuration) => configuration
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new QuietHangfireLog(provider.GetRequiredService<ILoggerFactory>())));

        services.AddSingleton<IWakeDelivery, WakeJobs>();
        services.AddSingleton<IWakePlanning, WakeJobs>();
        services.AddSingleton<IWakeInbox, WakeJobs>();
        services.AddTransient<ForgetOldFailures>();
        services.AddSingleton<JobServers>();
        services.AddHostedService(provider => provider.GetRequiredService<JobServers>());
        return services;
    }
}
