using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Admin;

internal static class AdminServices
{
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<AdminOptions, AdminOptionsCheck>(configuration, AdminOptions.Section);
        services.AddAdminAccess();
        services.AddSingleton<LoginAttempts>();
        services.AddScoped<Login>();
        services.AddScoped<MailsOverview>();
        return services;
    }

    public static void MapAdmin(this WebApplication app)
    {
        app.MapDashboard();
    }
}
