using RunBackCare.Worker.Admin.Alerts;
using RunBackCare.Worker.Admin.Mails;
using RunBackCare.Worker.Admin.People;
using RunBackCare.Worker.Admin.Replies;
using RunBackCare.Worker.Admin.Safety;
using RunBackCare.Worker.Admin.Suppressed;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Admin;

internal static class AdminServices
{
    /// <summary>The control room. Needs everything that it shows and does.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<AdminOptions, AdminOptionsCheck>(configuration, AdminOptions.Section);
        services.AddAdminAccess();
        services.AddSingleton<LoginAttempts>();
        services.AddScoped<Login>();
        services.AddSingleton<EightWeeks>();
        services.AddScoped<MailsOverview>();
        services.AddSingleton<SeeAlert>();
        services.AddSingleton<AcknowledgeSign>();
        services.AddSingleton<ClearPerson>();
        services.AddSingleton<AssignMeaning>();
        services.AddSingleton<DismissMessage>();
        services.AddSingleton<LiftSuppression>();
        services.AddSingleton<NextWeekPreview>();
        services.AddSingleton<SendAgain>();
        services.AddSingleton<LookForTrouble>();
        return services;
    }

    public static void MapAdmin(this WebApplication app)
    {
        app.MapDashboard();
        app.MapLetters();
    }
}
