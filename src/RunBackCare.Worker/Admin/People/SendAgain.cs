using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers;

namespace RunBackCare.Worker.Admin.People;

/// <summary>A mail goes out once more: a new message with the same content, for somebody who lost it or whose server refused it.</summary>
internal sealed class SendAgain(IDbContextFactory<RunBackCareDb> contexts, NewMails mails, IWakeDelivery delivery, IClock clock)
{
    /// <summary>Plans and answers. What asks or says something once, such as a goodbye, is not said a second time.</summary>
    public static bool MayGoAgain(MailKind kind) => kind is MailKind.Week or MailKind.Receipt or MailKind.Flare or MailKind.Urgent or MailKind.Emergency or MailKind.BeforeStarting or MailKind.Clearance;

    /// <summary>Still on its way by itself.</summary>
    public static bool IsOpen(DeliveryState state) => state is DeliveryState.Queued or DeliveryState.Sending or DeliveryState.Deferred or DeliveryState.Uncertain;

    /// <returns>False where there is nothing to send again, or it is still on its way.</returns>
    public async Task<bool> RunAsync(long subscriberId, Guid mailId, string admin, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var subscriber = await db.LockSubscriberAsync(subscriberId, cancellation);
        var mail = await db.Outbox.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mailId && m.SubscriberId == subscriberId, cancellation);
        if (subscriber is null or { ErasedAt: not null } || mail is null || !MayGoAgain(mail.Kind) || IsOpen(mail.State))
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        var entry = new AuditEntry { At = now, Actor = admin, Action = "resent", SubscriberId = subscriberId, About = $"mail:{mail.Id}" };
        db.Audit.Add(entry);
        await db.SaveChangesAsync(cancellation);
        db.Outbox.Add(mails.Again(mail, entry, now));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        return true;
    }
}
