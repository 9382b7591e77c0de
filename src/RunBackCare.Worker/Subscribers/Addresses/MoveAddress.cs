using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;

namespace RunBackCare.Worker.Subscribers.Addresses;

/// <summary>A person moves to another address: only once that address has said yes, and the old one is told.</summary>
internal sealed class MoveAddress(IDbContextFactory<RunBackCareDb> contexts, Suppressed suppressed, TokenKeys keys, NewMails mails, IWakeDelivery delivery, IClock clock)
{
    /// <summary>How long the new address may take to answer.</summary>
    public static Duration QuestionLife { get; } = Duration.FromDays(1);

    private const int MostMailsADay = 3;

    /// <summary>Asks the new address. The caller says the same whatever came of it: it may be somebody else's, and known.</summary>
    public async Task AskAsync(long subscriberId, string newAddress, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var key = AddressKey.Of(newAddress);
        var since = now - Duration.FromDays(1);
        if (await db.LockSubscriberAsync(subscriberId, cancellation) is not { ErasedAt: null } person
            || await db.Subscribers.AnyAsync(s => s.AddressKey == key, cancellation)
            || await suppressed.NeverAsync(db, key, null, cancellation)
            || await db.AddressChanges.CountAsync(c => c.SubscriberId == subscriberId && c.CreatedAt > since, cancellation) >= MostMailsADay)
        {
            return;
        }

        var change = new AddressChange { SubscriberId = person.Id, OldAddress = person.Address, NewAddress = newAddress.Trim(), AskingMailId = NewMails.NewId(now), CreatedAt = now };
        db.AddressChanges.Add(change);
        await db.SaveChangesAsync(cancellation);
        db.Outbox.Add(mails.AddressQuestion(change, now));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
    }

    /// <returns>Whether the text is a link that may still be answered with yes.</returns>
    public async Task<bool> IsOpenAsync(string token, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await FindAsync(db, token, cancellation) is not null;
    }

    /// <returns>Whether the person's mails go to the new address now.</returns>
    public async Task<bool> ConfirmAsync(string token, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(db, token, cancellation) is not { } change
            || await db.LockSubscriberAsync(change.SubscriberId, cancellation) is not { ErasedAt: null } person
            || change.TellingMailId is not null)
        {
            return false;
        }

        var now = clock.GetCurrentInstant();
        var key = AddressKey.Of(change.NewAddress);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellation);
        if (await db.Subscribers.AnyAsync(s => s.AddressKey == key, cancellation))
        {
            return false;
        }

        (person.Address, person.AddressKey) = (change.NewAddress, key);
        change.TellingMailId = NewMails.NewId(now);
        db.Outbox.Add(mails.AddressMoved(change, now));
        db.Audit.Add(new() { At = now, Actor = "subscriber", Action = "address-changed", SubscriberId = person.Id });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
        return true;
    }

    private async Task<AddressChange?> FindAsync(RunBackCareDb db, string token, CancellationToken cancellation)
    {
        var codec = await keys.CodecAsync(cancellation);
        if (codec.Read(token, TokenPurpose.NewAddress) is not { SubscriberId: var id })
        {
            return null;
        }

        var since = clock.GetCurrentInstant() - QuestionLife;
        return await db.AddressChanges.SingleOrDefaultAsync(c => c.Id == id && c.CreatedAt > since && c.TellingMailId == null, cancellation);
    }
}
