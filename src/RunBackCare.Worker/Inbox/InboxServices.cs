using RunBackCare.Worker.Inbox.Answering;

namespace RunBackCare.Worker.Inbox;

internal static class InboxServices
{
    /// <summary>What comes in and what follows from it. Needs the database, subscribers, plans and delivery.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Alerts>();
        services.AddSingleton<OwnLines>();
        services.AddSingleton<SafetyHolds>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<AnswerReply>();
        services.AddSingleton<AnswerFromPage>();
        return services;
    }
}
