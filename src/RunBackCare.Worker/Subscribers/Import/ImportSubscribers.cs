using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RunBackCare.Planning;
using RunBackCare.Worker.Database;
using RunBackCare.Worker.Delivery;
using RunBackCare.Worker.Subscribers.Profiles;
using RunBackCare.Worker.WeeklyPlans;

namespace RunBackCare.Worker.Subscribers.Import;

/// <summary>
/// Stores a checked list of people: all of them in one transaction, or none. Repeating it changes nothing more. A known address gets the
/// file's profile; state, consent and a hold are theirs and stay as they are.
/// </summary>
internal sealed class ImportSubscribers(IDbContextFactory<RunBackCareDb> contexts, NewMails mails, IWakeDelivery delivery, IClock clock)
{
    private const int ChunkSize = 500;

    /// <param name="progress">Told the number of people stored so far.</param>
    public async Task<ImportOutcome> RunAsync(ImmutableArray<SubscriberDraft> people, IProgress<int>? progress, CancellationToken cancellation)
    {
        var faults = ImportRules.Check(people);
        if (!faults.IsEmpty)
        {
            return new ImportOutcome.Refused(faults);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var stored = new ImportOutcome.Stored(0, 0, 0);

        // In the order of their keys, so that two imports at once wait for each other instead of locking each other out.
        foreach (var chunk in people.OrderBy(AddressKey.Of, StringComparer.Ordinal).Chunk(ChunkSize))
        {
            stored = await StoreAsync(db, chunk, stored, now, cancellation);
            db.ChangeTracker.Clear();
            progress?.Report(stored.Added + stored.Asked + stored.Updated);
        }

        await transaction.CommitAsync(cancellation);
        if (stored.Asked > 0)
        {
            delivery.Wake();
        }

        return stored;
    }

    private async Task<ImportOutcome.Stored> StoreAsync(RunBackCareDb db, SubscriberDraft[] chunk, ImportOutcome.Stored before, Instant now, CancellationToken cancellation)
    {
        var keys = chunk.Select(AddressKey.Of).ToArray();
        var known = await db.Subscribers
            .FromSql($"select * from subscribers where address_key = any({keys}) order by address_key for update")
            .ToDictionaryAsync(s => s.AddressKey, StringComparer.Ordinal, cancellation);
        List<Subscriber> asked = [];
        foreach (var person in chunk)
        {
            if (known.TryGetValue(AddressKey.Of(person), out var subscriber))
            {
                Update(subscriber, person);
                if (db.Entry(subscriber).State == EntityState.Modified)
                {
                    await db.RescheduleAsync(subscriber, now, cancellation);
                    db.Audit.Add(new() { At = now, Actor = "command-line", Action = "profile-updated", SubscriberId = subscriber.Id });
                }
            }
            else
            {
                subscriber = New(person, now);
                db.Subscribers.Add(subscriber);
                if (subscriber.State == SubscriberState.Pending)
                {
                    asked.Add(subscriber);
                }
                else
                {
                    PlanSchedule.Reschedule(subscriber, [], new HashSet<LocalDate>(), now);
                }
            }
        }

        await db.SaveChangesAsync(cancellation);
        db.Outbox.AddRange(asked.Select(person => mails.Confirm(person, now)));
        await db.SaveChangesAsync(cancellation);
        return new(before.Added + chunk.Length - known.Count - asked.Count, before.Asked + asked.Count, before.Updated + known.Count);
    }

    private static Subscriber New(SubscriberDraft person, Instant now) => new()
    {
        Address = person.Address!,
        AddressKey = AddressKey.Of(person),
        Name = person.Name,
        Zone = person.Zone.Id,
        SendDay = person.SendDay,
        SendAt = person.SendAt,
        State = person.Consent is null ? SubscriberState.Pending : SubscriberState.Active,
        Profile = person.Profile,
        Country = person.Country,
        Language = person.Language,
        ConsentVersion = person.Consent?.Version,
        ConsentAt = person.Consent?.At,
        JoinedOn = person.Consent is null ? null : now.InZone(person.Zone).Date,
        Seed = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))),
        CreatedAt = now,
    };

    private static void Update(Subscriber subscriber, SubscriberDraft person)
    {
        subscriber.Name = person.Name;
        subscriber.Zone = person.Zone.Id;
        subscriber.SendDay = person.SendDay;
        subscriber.SendAt = person.SendAt;
        subscriber.Country = person.Country;
        subscriber.Language = person.Language;
        if (PlanJson.Write(subscriber.Profile) != PlanJson.Write(person.Profile))
        {
            subscriber.Profile = person.Profile;
        }
    }
}
