using RunBackCare.Worker.Admin;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Jobs;
using RunBackCare.Worker.Retention;
using RunBackCare.Worker.Site;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.Telemetry;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Hosting;

/// <summary>The worker as a process: jobs, site and dashboard. Reads as a table of contents; each feature says itself what it needs.</summary>
internal static class WorkerHost
{
    private const string LoopbackOnly = "http://127.0.0.1:8080";
    private const int LargestForm = 256 * 1024;

    /// <returns>0 when it was asked to stop; 1 when it could not start, with the reason on the error stream.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (StartFault.Lines(fault) is { } lines)
        {
            foreach (var line in lines)
            {
                await Console.Error.WriteLineAsync(line);
            }

            return 1;
        }
    }

    /// <exception cref="SettingsException">The configuration cannot be worked with.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = CreateBuilder(args);
        builder.AddLogs();
        builder.Services.AddSystemd();
        builder.Services.AddDatabase(builder.Configuration.GetConnectionString(DatabaseServices.ConnectionName) ?? "");
        builder.Services.AddHosting(builder.Configuration);
        builder.Services.AddTemplates();
        builder.Services.AddSubscribers();
        builder.Services.AddWeeklyPlans();
        builder.Services.AddDelivery(builder.Configuration);
        builder.Services.AddInbox(builder.Configuration);
        builder.Services.AddRetention();
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddAdmin(builder.Configuration);
        builder.Services.AddSite(builder.Configuration);
        change?.Invoke(builder);

        var app = builder.Build();
        SettingsCheck.ThrowIfFaulty(app.Services, app.Configuration);
        _ = app.Services.GetRequiredService<LoadedTemplates>();
        app.UseSite();
        app.MapHealth();
        app.MapAdmin();
        app.MapSite();
        return app;
    }

    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings, pages and style lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(WorkerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        if (!SaysWhereToListen(builder.Configuration))
        {
            builder.WebHost.UseUrls(LoopbackOnly);
        }

        // Asked for in every environment: a part that is missing shows at start and not in the first job that needs it.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestForm;
        });
        return builder;
    }

    // A container image says it by ports alone.
    private static bool SaysWhereToListen(ConfigurationManager configuration) =>
        configuration["urls"] is not null || configuration["http_ports"] is not null || configuration.GetSection("Kestrel:Endpoints").Exists();
}
