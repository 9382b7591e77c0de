using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Subscribers.Links;

/// <summary>Makes every link, reply address and open page of a person void, and mails them a new link.</summary>
internal sealed class RevokeLinks(IDbContextFactory<RunBackCareDb> contexts, MailLink links, IWakeDelivery delivery, IClock clock)
{
    public async Task RunAsync(long subscriberId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } person)
        {
            return;
        }

        var now = clock.GetCurrentInstant();
        person.TokenVersion++;
        db.Audit.Add(new() { At = now, Actor = "subscriber", Action = "links-revoked", SubscriberId = person.Id });
        await links.QueueAsync(db, person, MailKind.Link, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
    }
}
