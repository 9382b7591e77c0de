using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Inbox;
using RunBackCare.Worker.Subscribers;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Commands;

/// <summary>The services of a command that does one thing and ends; <c>serve</c> has a host of its own.</summary>
internal static class CommandServices
{
    /// <summary>As <c>serve</c> reads it: appsettings.json beside the program, then the environment.</summary>
    public static IConfiguration Configuration { get; } = new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>The templates in use.</summary>
    public static string TemplatesDirectory =>
        Configuration.GetSection(TemplatesOptions.Section).Get<TemplatesOptions>()?.Directory ?? new TemplatesOptions().Directory;

    /// <summary>What planning and delivering need, without the site and the dashboard.</summary>
    public static void AddWork(IServiceCollection services)
    {
        services.AddDatabase(Configuration).AddTemplates().AddSubscribers().AddWeeklyPlans().AddDelivery(Configuration);
        services.AddChecked<TemplatesOptions, TemplatesOptionsCheck>(Configuration, TemplatesOptions.Section);
        services.AddSingleton<IWakeDelivery, NobodyToWake>();
        services.AddSingleton<IWakePlanning, NobodyToWake>();
        services.AddSingleton<IWakeInbox, NobodyToWake>();
    }

    public static ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Configuration);

        // A command speaks through its own lines; the log is for what went wrong on the way. What the database refuses also throws.
        services.AddLogging(log => log
            .AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None));
        services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        add(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>A command delivers in its own time; a worker that runs beside it looks by itself.</summary>
    private sealed class NobodyToWake : IWakeDelivery, IWakePlanning, IWakeInbox
    {
        public void Wake()
        {
        }
    }
}
