using Microsoft.Extensions.Options;
using RunBackCare.Worker.Hosting;
using RunBackCare.Worker.Inbox.Answering;
using RunBackCare.Worker.Inbox.Forgetting;
using RunBackCare.Worker.Inbox.Returned;
using RunBackCare.Worker.Inbox.Sources;
using RunBackCare.Worker.Inbox.Taking;

namespace RunBackCare.Worker.Inbox;

internal static class InboxServices
{
    /// <summary>What comes in and what follows from it. Needs the database, subscribers, plans and delivery, and somebody to wake.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<InboxOptions, InboxOptionsCheck>(configuration, InboxOptions.Section);
        services.AddSingleton<Alerts>();
        services.AddSingleton<OwnLines>();
        services.AddSingleton<SafetyHolds>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<AnswerReply>();
        services.AddSingleton<AnswerFromPage>();
        services.AddSingleton<Whose>();
        services.AddSingleton<ReplyDesk>();
        services.AddSingleton<BounceDesk>();
        services.AddSingleton<ComplaintDesk>();
        services.AddSingleton<SortMessage>();
        services.AddSingleton<TakeMessage>();
        services.AddSingleton<InboxPlace>();
        services.AddSingleton<ForgetMessages>();
        services.AddSingleton(Sources);
        services.AddSingleton<ReadReplies>();
        services.AddSingleton<DropReply>();
        services.AddHostedService<ImapWatch>();
        return services;
    }

    private static IReadOnlyList<IMailSource> Sources(IServiceProvider services) => services.GetRequiredService<IOptions<InboxOptions>>().Value switch
    {
        { Host.Length: > 0 } imap => [new ImapSource(imap)],
        { Folder.Length: > 0 } folder => [new FolderSource(folder)],
        _ => [],
    };
}
