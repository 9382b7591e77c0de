using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RunBackCare.Mail.Outgoing;
using RunBackCare.Worker.Delivery.Letters;
using RunBackCare.Worker.Delivery.Queue;
using RunBackCare.Worker.Delivery.Rates;
using RunBackCare.Worker.Delivery.Settings;
using RunBackCare.Worker.Delivery.Transports;
using RunBackCare.Worker.Hosting;

namespace RunBackCare.Worker.Delivery;

internal static class DeliveryServices
{
    /// <summary>The outbox's way out. Needs the database, subscribers, content and templates; <see cref="SendQueuedMail"/> is what jobs and commands call.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddChecked<PickupOptions, PickupOptionsCheck>(configuration, PickupOptions.Section)
            .AddChecked<SmtpOptions, SmtpOptionsCheck>(configuration, SmtpOptions.Section)
            .AddChecked<MailOptions, MailOptionsCheck>(configuration, MailOptions.Section)
            .AddChecked<OperatorOptions, OperatorOptionsCheck>(configuration, OperatorOptions.Section)
            .AddChecked<AlertOptions, AlertOptionsCheck>(configuration, AlertOptions.Section)
            .AddChecked<DeliveryOptions, DeliveryOptionsCheck>(configuration, DeliveryOptions.Section);

        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.ToSender(provider.GetRequiredService<IOptions<OperatorOptions>>().Value));
        services.AddSingleton(_ => SiteLinks.From(configuration));
        services.AddSingleton<LetterComposer>();
        services.AddSingleton<ViewPicker>();
        services.AddSingleton<OperatorLetters>();
        services.AddSingleton<TextVersion>();
        services.AddSingleton<ILetterWriter, LetterWriter>();
        services.AddSingleton(Transport);
        services.AddSingleton<OutboxQueue>();
        services.AddSingleton<RateLimit>();
        services.AddSingleton<DeliveryLane>();
        services.AddSingleton<SuppressAddress>();
        services.AddSingleton<SendingStop>();
        services.AddSingleton<SendQueuedMail>();
        return services;
    }

    private static IMailTransport Transport(IServiceProvider services) =>
        services.GetRequiredService<IOptions<SmtpOptions>>() is { Value.Host.Length: > 0 } smtp
            ? new SmtpTransport(smtp)
            : new PickupTransport(services.GetRequiredService<IOptions<PickupOptions>>());
}
