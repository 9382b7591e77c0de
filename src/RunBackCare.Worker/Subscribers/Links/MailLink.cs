using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Subscribers.Links;

/// <summary>Mails a person the link to their own pages. Only their box gets it, and so only they get in, whoever asked.</summary>
internal sealed class MailLink(IDbContextFactory<RunBackCareDb> contexts, NewMails mails, IWakeDelivery delivery, IClock clock)
{
    /// <summary>For whoever holds a light link, which they may have been shown.</summary>
    public Task ToAsync(long subscriberId, MailKind kind, CancellationToken cancellation) =>
        RunAsync((db, token) => db.LockSubscriberAsync(subscriberId, token), kind, cancellation);

    /// <summary>For whoever typed an address. The caller says the same whether it is known or not.</summary>
    public Task ToAddressAsync(string address, CancellationToken cancellation)
    {
        var key = AddressKey.Of(address);
        return RunAsync((db, token) => db.Subscribers.FromSql($"select * from subscribers where address_key = {key} for update").SingleOrDefaultAsync(token), MailKind.Link, cancellation);
    }

    /// <summary>At most one in ten minutes. The caller holds the row, and saves.</summary>
    public async Task QueueAsync(RunBackCareDb db, Subscriber person, MailKind kind, Instant now, CancellationToken cancellation)
    {
        var mail = mails.Link(person, kind, now);
        if (!await db.Outbox.AnyAsync(m => m.Cause == mail.Cause, cancellation))
        {
            db.Outbox.Add(mail);
        }
    }

    private async Task RunAsync(Func<RunBackCareDb, CancellationToken, Task<Subscriber?>> find, MailKind kind, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Who left may still see and take what is kept of them; a pending one has nothing to see yet.
        if (await find(db, cancellation) is { State: not (SubscriberState.Pending or SubscriberState.Suppressed), ErasedAt: null } person)
        {
            await QueueAsync(db, person, kind, clock.GetCurrentInstant(), cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            delivery.Wake();
        }
    }
}
