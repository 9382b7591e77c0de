using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers.Import;

namespace RunBackCare.Worker.Subscribers;

internal static class SubscriberServices
{
    /// <summary>Tokens, and what a person does to their own subscription. Needs the database, a sender, and somebody to wake.</summary>
    public static IServiceCollection AddSubscribers(this IServiceCollection services) => services
        .AddSingleton<TokenKeys>()
        .AddSingleton<TokenHolder>()
        .AddSingleton<NewMails>()
        .AddSingleton<ImportSubscribers>()
        .AddSingleton<ConfirmSubscription>()
        .AddSingleton<LeaveList>()
        .AddSingleton<EraseSubscriber>();
}
