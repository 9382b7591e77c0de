using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Jobs;

namespace RunBackCare.Worker.Hosting;

internal static class HostingServices
{
    /// <summary>Beyond what Hangfire's servers may take to stop, so that the host does not cut them off.</summary>
    private const int SecondsBeyondJobs = 15;

    public static IServiceCollection AddHosting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<TemplatesOptions, TemplatesOptionsCheck>(configuration, TemplatesOptions.Section);
        services.AddSingleton<DatabaseWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseWatch>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(JobsOptions.MostSecondsToStop + SecondsBeyondJobs));

        // In the database, so that a cookie or form of one process is good in another and after a restart.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<RunBackCareDb>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("RunBackCare").PersistKeysToDbContext<RunBackCareDb>();
        return services;
    }

    /// <summary>To the console, plain or JSON (<c>Logging:Console:FormatterName</c>).</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddConsole();

        // Addresses of pages hold tokens, so the server's own request log stays off whatever a settings file says.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Mvc", LogLevel.Warning);

        // What fails there also throws, so it would be told twice; and a database that is away, many times.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        builder.Logging.AddFilter("Npgsql", LogLevel.None);
    }
}
