using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers.Addresses;
using RunBackCare.Worker.Subscribers.Exports;
using RunBackCare.Worker.Subscribers.Import;
using RunBackCare.Worker.Subscribers.Links;
using RunBackCare.Worker.Subscribers.SignUps;

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
        .AddSingleton<EraseSubscriber>()
        .AddSingleton<ErasePerson>()
        .AddSingleton<PersonExport>()
        .AddSingleton<Suppressed>()
        .AddSingleton<MailLink>()
        .AddSingleton<RevokeLinks>()
        .AddSingleton<MoveAddress>()
        .AddSingleton<TakeSignUp>()
        .AddSingleton<ApplySignUp>();
}
