using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers.Links;
using RunBackCare.Worker.Subscribers.Profiles;

namespace RunBackCare.Worker.Subscribers.SignUps;

/// <summary>
/// Takes what was typed into the public form. It never tells whether the address is known: who gets plans already is sent the link to their own pages,
/// everybody else the question whether it was they, and an address that no mail reaches nothing.
/// </summary>
internal sealed class TakeSignUp(IDbContextFactory<RunBackCareDb> contexts, Suppressed suppressed, NewMails mails, MailLink links, IWakeDelivery delivery, IClock clock)
{
    /// <summary>To one address: who types somebody else's cannot fill their box.</summary>
    public const int MostMailsADay = 3;

    /// <param name="person">With an address; its screening stops nothing.</param>
    /// <param name="consentVersion">Of the words that were ticked.</param>
    public async Task RunAsync(SubscriberDraft person, int consentVersion, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var key = AddressKey.Of(person);
        var now = clock.GetCurrentInstant();

        // There may be no row yet to lock: two sign-ups of one address wait for each other all the same.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellation);
        var known = await db.Subscribers.FromSql($"select * from subscribers where address_key = {key} for update").SingleOrDefaultAsync(cancellation);
        if (await suppressed.NeverAsync(db, key, known, cancellation))
        {
            return;
        }

        if (known is { State: SubscriberState.Active or SubscriberState.Paused or SubscriberState.Held })
        {
            await links.QueueAsync(db, known, MailKind.Link, now, cancellation);
        }
        else
        {
            await AskAsync(db, known ?? Stranger(db, person, key, now), person, consentVersion, now, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        delivery.Wake();
    }

    private async Task AskAsync(RunBackCareDb db, Subscriber subscriber, SubscriberDraft person, int consentVersion, Instant now, CancellationToken cancellation)
    {
        if (subscriber.ErasedAt is not null)
        {
            // All of theirs is gone; only the row still waits for its goodbye.
            (subscriber.ErasedAt, subscriber.State) = (null, SubscriberState.Pending);
        }

        await db.SaveChangesAsync(cancellation);
        var since = now - Duration.FromDays(1);
        if (await db.SignUps.CountAsync(s => s.SubscriberId == subscriber.Id && s.CreatedAt > since, cancellation) >= MostMailsADay)
        {
            return;
        }

        if (subscriber.State == SubscriberState.Pending)
        {
            // A week from the newest question, not from the first.
            subscriber.CreatedAt = now;
        }

        var mailId = NewMails.NewId(now);
        var signUp = Of(person, subscriber.Id, mailId, consentVersion, now);
        db.SignUps.Add(signUp);
        await db.SaveChangesAsync(cancellation);
        db.Outbox.Add(mails.Confirm(signUp, now));
    }

    /// <summary>Their address and nothing else: what was typed beside it may be anybody's.</summary>
    private static Subscriber Stranger(RunBackCareDb db, SubscriberDraft person, string key, Instant now)
    {
        var stranger = new Subscriber
        {
            Address = person.Address!,
            AddressKey = key,
            Name = "",
            Zone = person.Zone.Id,
            SendDay = person.SendDay,
            SendAt = person.SendAt,
            State = SubscriberState.Pending,
            Profile = EraseSubscriber.Nobody,
            Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))),
            CreatedAt = now,
        };
        db.Subscribers.Add(stranger);
        return stranger;
    }

    private static SignUp Of(SubscriberDraft person, long subscriberId, Guid mailId, int consentVersion, Instant now) => new()
    {
        SubscriberId = subscriberId,
        MailId = mailId,
        Address = person.Address!,
        Name = person.Name,
        Zone = person.Zone.Id,
        SendDay = person.SendDay,
        SendAt = person.SendAt,
        Profile = person.Profile,
        Country = person.Country,
        Language = person.Language,
        ConsentVersion = consentVersion,
        CreatedAt = now,
    };
}
