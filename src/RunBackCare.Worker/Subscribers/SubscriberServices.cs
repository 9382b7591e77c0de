using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Subscribers;

internal static class SubscriberServices
{
    /// <summary>Tokens, and what a person does to their own subscription. Needs the database, a sender, and <see cref="IWakeDelivery"/>.</summary>
    public static IServiceCollection AddSubscribers(this IServiceCollection services) => services
        .AddSingleton<TokenKeys>()
        .AddSingleton<TokenHolder>()
        .AddSingleton<NewMails>()
        .AddSingleton<ConfirmSubscription>()
        .AddSingleton<LeaveList>();
}
